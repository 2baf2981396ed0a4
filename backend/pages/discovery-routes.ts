import { type Context, Hono } from 'hono'
import { Identifier, Lang, ServiceListQuery } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import type { Env } from '../http/router.ts'
import { weighted } from '../http/weighted.ts'
import { listSources } from '../import/index.ts'
import { findService, germanDay, listServices, readCatalogue, titleLetters } from '../services/index.ts'
import { address, servicePath } from './address.ts'
import { llmsText, longestList, robotsText } from './llms.ts'
import { serviceMarkdown } from './service-markdown.ts'
import { sitemap, sitemapFile, sitemapFiles, worthFinding } from './sitemap.ts'
import { pageLanguage } from './words.ts'

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
  /** Whether this server has widgets to embed, and their files. */
  readonly hasWidgets: boolean
}

const letterForm = ServiceListQuery.shape.letter.unwrap()

/** A browser asks for HTML by name, a program takes anything: the page that helps (servicePageRoutes) is for the one only. */
const isPerson = (c: Context): boolean => weighted(c.req.header('accept')).includes('text/html')

/** How programs find the services: sitemap, robots.txt, llms.txt, and each service as Markdown. */
export function discoveryRoutes({ db, now, remember, publicUrl, hasWidgets }: Parts) {
  const headers = (type: string, caching: string) => ({
    ...apiHeaders,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': caching,
  })

  /** Services with a text under a letter, in German order. */
  async function listed(letter: string | undefined) {
    const day = germanDay(now())
    const entries = worthFinding(await readCatalogue(db, day, remember))
    if (letter === undefined && entries.length > longestList)
      return { letters: await titleLetters(db, { lang: 'de', day }, remember) }
    const ids = new Set(entries.map(({ id }) => id))
    const page = await listServices(db, { lang: 'de', day, letter, limit: entries.length + 5_000 })
    return { services: (page?.items ?? []).filter(({ id }) => ids.has(id)).slice(0, longestList) }
  }

  return new Hono<Env>()
    .get('/robots.txt', (c) => {
      const { origin, caching } = publicUrl(c)
      return c.get('send')(robotsText(origin), headers('text/plain', caching))
    })
    .get('/llms.txt', async (c) => {
      const letter = letterForm.optional().safeParse(c.req.query('letter'))
      if (!letter.success)
        throw new ProblemError('invalid-query', {
          errors: [{ pointer: '/letter', detail: 'One letter, or 0-9' }],
        })
      const { origin, caching } = publicUrl(c)
      const text = llmsText(await listed(letter.data), origin, hasWidgets)
      return c.get('send')(text, headers('text/plain', caching))
    })
    .get('/sitemap.xml', async (c) => {
      const { origin, caching } = publicUrl(c)
      const entries = await readCatalogue(db, germanDay(now()), remember)
      return c.get('send')(sitemap(entries, origin), headers('application/xml', caching))
    })
    .get('/:file{sitemap-[1-9][0-9]{0,3}[.]xml}', async (c) => {
      const { origin, caching } = publicUrl(c)
      const entries = await readCatalogue(db, germanDay(now()), remember)
      const file = Number(/\d+/.exec(c.req.param('file'))?.[0])
      if (file > sitemapFiles(entries)) throw new ProblemError('not-found')
      return c.get('send')(sitemapFile(entries, origin, file), headers('application/xml', caching))
    })
    .get('/services/:file{.+[.]md}', async (c, next) => {
      const id = Identifier.safeParse(c.req.param('file').slice(0, -'.md'.length))
      const wanted = Lang.optional().safeParse(c.req.query('lang'))
      if (!wanted.success && isPerson(c)) return next()
      if (!wanted.success)
        throw new ProblemError('invalid-query', {
          errors: wanted.error.issues.map(({ message }) => ({ pointer: '/lang', detail: message })),
        })
      const lang = pageLanguage(wanted.data)
      const service = id.success && (await findService(db, id.data, { lang: wanted.data ?? lang }))
      if (!service && isPerson(c)) return next()
      if (!service) throw new ProblemError('service-unknown')
      const { origin, caching } = publicUrl(c)
      const url = origin + address(servicePath(service.id), { lang })
      return c.get('send')(serviceMarkdown(service, { lang, url, sources: await listSources(db) }), {
        ...headers('text/markdown', caching),
        'content-language': service.lang,
        link: `<${url}>; rel="canonical"`,
      })
    })
}
