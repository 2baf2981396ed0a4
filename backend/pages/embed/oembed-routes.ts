import { type Context, Hono } from 'hono'
import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import { apiHeaders } from '../../http/headers.ts'
import { ProblemError } from '../../http/problem.ts'
import { type FindPublicUrl, privateCaching } from '../../http/public-url.ts'
import type { Env } from '../../http/router.ts'
import { resolveArea } from '../../places/index.ts'
import { serviceRef } from '../../services/index.ts'
import { findOffering } from '../offered-by.ts'
import { wordsIn } from '../words.ts'
import { type OembedFormat, oembedOf, OembedQuery, oembedTypes, questionOf, written } from './oembed.ts'
import { stepOf, wayTo } from './question.ts'

interface Parts {
  readonly db: Db
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

/** How content systems show our pages: an address of ours becomes a frame (oembed.com). Nothing is private here, so nobody gets a 401. */
export function oembedRoutes({ db, remember, publicUrl }: Parts) {
  const offering = findOffering(db, remember)

  /**
   * Whether an address is of this server, by the name readers know or the one that was asked; the scheme is the proxy's affair. Names
   * and passwords in it are nobody's to hand on.
   */
  const isOurs = (c: Context<Env>, url: URL, origin: string) =>
    !url.username && !url.password && [new URL(origin).host, new URL(c.req.url).host].includes(url.host)

  return new Hono<Env>().get('/oembed', async (c) => {
    const query = OembedQuery.safeParse(c.req.query())
    if (!query.success)
      throw new ProblemError('invalid-query', {
        errors: query.error.issues.map(({ path, message }) => ({
          pointer: `/${path.join('/')}`,
          detail: message,
        })),
      })
    const { url, maxwidth, maxheight, format = 'json' } = query.data
    if (!isFormat(format)) throw new ProblemError('format-not-offered')
    const { origin, caching } = publicUrl(c)
    const asked = new URL(url)
    const question = isOurs(c, asked, origin) ? questionOf(asked, c.req.header('accept-language')) : undefined
    if (!question) throw new ProblemError('not-found')
    const { said, widget, lang, textLang } = question
    const area = said.area && (await resolveArea(db, said.area))?.areas[0]?.regionKey
    const service = said.service && (await serviceRef(db, said.service, { area, lang: textLang }))
    if (said.service && !service) throw new ProblemError('service-unknown')
    const words = wordsIn[lang]
    const start = widget === 'wayfinder' ? words.wayfinding.heading : words.responsibility.heading
    const answer = oembedOf({
      ...{ url: asked.href, maxwidth, maxheight },
      src: origin + wayTo(question)(stepOf(question)),
      title: service ? service.title : start,
      provider: { name: (await offering(area, lang))?.name ?? words.page.site, url: origin },
    })
    return c.get('send')(written(answer, format), {
      ...apiHeaders,
      'content-type': `${oembedTypes[format]}; charset=utf-8`,
      'content-language': lang,
      // Anybody can send any Host header: what was ours by that alone is for its sender alone.
      'cache-control': asked.host === new URL(origin).host ? caching : privateCaching,
      vary: 'Accept-Encoding, Accept-Language',
    })
  })
}

const isFormat = (format: string): format is OembedFormat => Object.hasOwn(oembedTypes, format)
