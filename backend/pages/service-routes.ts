import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { AreaKey, Identifier, Lang, SearchText, ServiceListQuery } from '@amtsweg/contract'
import { summaryOf } from '@amtsweg/messages/government-service.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { pageHeadersWith } from '../http/headers.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import type { Env } from '../http/router.ts'
import { listSources } from '../import/index.ts'
import { resolveArea } from '../places/index.ts'
import { findService, germanDay, listServices, titleLetters } from '../services/index.ts'
import { governmentServiceOf } from '../vocabularies/schema-org.ts'
import { searchServices } from '../wayfinding/index.ts'
import { address, servicePath } from './address.ts'
import { type CitizenPage, citizenPage } from './citizen-layout.ts'
import { oembedLinks } from './embed/oembed-links.ts'
import { findOffering } from './offered-by.ts'
import { findPlace } from './place-question.ts'
import { listPageBody, type ListQuestion, waysIn } from './service-list-page.ts'
import { servicePageBody } from './service-page.ts'
import { furtherLanguages } from './text-languages.ts'
import { type FoundLanguage, type PageLanguage, pageLanguage, pageLanguages, wordsIn } from './words.ts'

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

/** An empty field of a form says nothing. */
const said = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const PageQuery = z.object({ lang: said(Lang), area: said(AreaKey), place: said(SearchText) })
const ListQuery = z.object({
  lang: said(Lang),
  area: said(AreaKey),
  q: said(SearchText),
  letter: said(ServiceListQuery.shape.letter.unwrap()),
  cursor: said(z.string().max(500)),
})

const pageSize = 50
/** The same address for every other language of the page, then for what its text is in besides. */
const inOthers = (lang: PageLanguage, to: (lang: string) => string, further: readonly string[] = []) =>
  [...pageLanguages, ...further].flatMap((one) => (one === lang ? [] : [{ lang: one, href: to(one) }]))

/** Services as complete pages that need no script: the list from A to Z with a search, and a page for each. */
export function servicePageRoutes({ db, now, remember, publicUrl }: Parts) {
  const send = (c: Context<Env>, page: CitizenPage, status: 200 | 400 | 404 = 200) =>
    c.get('send')(
      citizenPage(page),
      {
        ...pageHeadersWith(page.offeredBy?.logo?.origin),
        'content-type': 'text/html; charset=utf-8',
        'content-language': page.lang,
        'cache-control': status === 200 ? publicUrl(c).caching : 'no-store',
      },
      status,
    )

  /** A page for an address that leads nowhere, with the ways to all that there is. */
  const lost = async (c: Context<Env>, lang: PageLanguage, status: 400 | 404) => {
    const { page: words } = wordsIn[lang]
    const [title, meaning] =
      status === 404
        ? [words.notFound, words.notFoundMeaning]
        : [words.wrongAddress, words.wrongAddressMeaning]
    const letters = await titleLetters(db, { lang, day: germanDay(now()) }, remember)
    const body = html`<p>${meaning}</p>
      <p>${words.wayOn}</p>
      ${waysIn({ lang }, letters)}`
    return send(c, { lang, title, hidden: true, body }, status)
  }

  const offering = findOffering(db, remember)
  const placeOf = findPlace({ db, now, remember })
  const languagesOf = (origin: string, path: string): Record<FoundLanguage, string> => ({
    de: `${origin}${path}`,
    en: `${origin}${address(path, { lang: 'en' })}`,
  })

  return new Hono<Env>()
    .get('/services/', (c) => c.redirect(`/services${new URL(c.req.url).search}`, 301))
    .get('/services', async (c) => {
      const query = ListQuery.safeParse(c.req.query())
      const lang = pageLanguage(query.data?.lang)
      if (!query.success) return lost(c, lang, 400)
      const { q, letter, area: key, cursor } = query.data
      const day = germanDay(now())
      const area = key && (await livingArea(db, key))
      const question: ListQuestion = { lang, q: q?.trim(), letter: letter?.toUpperCase(), area }
      const wanted = { letter, area, lang, limit: pageSize, cursor }
      const page = question.q
        ? await searchServices(db, { ...wanted, q: question.q, day })
        : await listServices(db, { ...wanted, day })
      if (!page) return lost(c, lang, 400)
      const words = wordsIn[lang].page
      const { origin } = publicUrl(c)
      const own = address('/services', { letter: question.letter })
      const languages = {
        de: `${origin}${own}`,
        en: `${origin}${address('/services', { lang: 'en', letter: question.letter })}`,
      }
      return send(c, {
        lang,
        offeredBy: await offering(area, lang),
        title: words.all,
        description: words.listIntro,
        ...(q || cursor ? { hidden: true } : { canonical: lang === 'en' ? languages.en : languages.de }),
        otherLanguages: inOthers(lang, (one) =>
          address('/services', { lang: one, area, q: question.q, letter: question.letter }),
        ),
        languages,
        body: listPageBody(question, await titleLetters(db, { area, day, lang }, remember), page),
      })
    })
    .get('/services/:id/', (c) => {
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/services/${pathname.split('/')[2] ?? ''}${search}`, 301)
    })
    .get('/services/:id', async (c) => {
      const query = PageQuery.safeParse(c.req.query())
      const lang = pageLanguage(query.data?.lang)
      const id = Identifier.safeParse(c.req.param('id'))
      if (!id.success) return lost(c, lang, 404)
      if (!query.success) return lost(c, lang, 400)
      const textLang = query.data.lang ?? lang
      const place = await placeOf(id.data, query.data, textLang)
      const area = place.answer && 'area' in place.answer ? place.answer.area?.regionKey : undefined
      const service = await findService(db, id.data, { area, lang: textLang })
      if (!service) return lost(c, lang, 404)
      const { origin } = publicUrl(c)
      const path = servicePath(service.id)
      const languages = languagesOf(origin, path)
      const own = lang === 'en' ? languages.en : languages.de
      const api = `/api/v1${path}`
      const alternates = [
        { type: 'text/markdown', title: 'Markdown', href: address(`${path}.md`, { lang }) },
        { type: 'application/json', title: 'JSON', href: `${api}?lang=${lang}` },
        { type: 'text/turtle', title: 'CPSV-AP', href: `${api}/cpsv-ap` },
        { type: 'application/ld+json', title: 'schema.org', href: `${api}/json-ld?lang=${lang}` },
      ]
      const offeredBy = await offering(area, lang)
      const asked = { area: query.data.area, place: query.data.place }
      const further = furtherLanguages(service.languages, offeredBy?.languages)
      return send(c, {
        lang,
        offeredBy,
        title: service.title,
        titleLang: service.lang,
        description: summaryOf(service),
        canonical: own,
        otherLanguages: inOthers(lang, (one) => address(path, { lang: one, ...asked }), further),
        languages,
        alternates,
        oembed: oembedLinks(origin, `${origin}${address(path, { lang, ...asked })}`, service.title),
        data: governmentServiceOf(service, own, place.answer),
        body: servicePageBody({
          ...{ service, lang, place, alternates },
          sources: await listSources(db),
          ways: {
            at: (regionKey) => address(path, { lang, area: regionKey }),
            anywhere: address(path, { lang }),
            form: { action: path, hidden: { lang: lang === 'de' ? undefined : lang } },
            all: address('/services', { lang }),
          },
        }),
      })
    })
}

/** The living region behind a key; a key nobody knows still narrows by its digits. */
async function livingArea(db: Db, key: string): Promise<string> {
  return (await resolveArea(db, key))?.areas[0]?.regionKey ?? key
}
