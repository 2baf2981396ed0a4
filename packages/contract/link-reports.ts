import { z } from 'zod'
import { PageQuery, RegionKey } from './parameters.ts'

/** What came of looking at an address; those that are simply fine are not reported. */
export const LinkVerdict = z.enum([
  'dead',
  'unsafe',
  'malformed',
  'failing',
  'suspicious',
  'moved',
  'refused',
  'login',
  'blocked',
])
export type LinkVerdict = z.infer<typeof LinkVerdict>

/** What could stand there instead, as far as is known without asking anybody. */
export const LinkSuggestion = z
  .object({
    kind: z.enum(['moved', 'variant', 'look-here']).meta({
      description:
        'moved = the server says so; variant = nearly the same address works; look-here = the start page, from which to look for it',
    }),
    url: z.string(),
  })
  .meta({ id: 'LinkSuggestion' })
export type LinkSuggestion = z.infer<typeof LinkSuggestion>

/** One place in a text of one's own with an address that somebody should look at. */
export const LinkReport = z
  .object({
    id: z.string(),
    url: z.string(),
    verdict: LinkVerdict,
    status: z.number().int().nullable().meta({ description: 'HTTP status last seen' }),
    cause: z.string().nullable().meta({ description: 'Why there was none, such as timeout' }),
    since: z.string().nullable().meta({ description: 'First of the failures in a row, RFC 3339 UTC' }),
    checkedAt: z.string().nullable().meta({ description: 'Last look, RFC 3339 UTC' }),
    nextLook: z.string().nullable().meta({ description: 'When it is looked at next; null = never' }),
    marked: z.boolean().meta({ description: 'Whether readers are told that it does not work' }),
    ignored: z.boolean().meta({ description: 'Whether somebody of this authority has said to leave it' }),
    owner: z.enum(['service', 'unit']),
    ownerId: z.string(),
    ownerName: z.string(),
    section: z.string().meta({ description: 'Code of a text module, kind of a part or of a contact' }),
    layer: z.enum(['text', 'supplement', 'part', 'contact']),
    regionKey: RegionKey.nullable().meta({
      description: 'Where the text holds; null = where its owner does',
    }),
    lang: z.string(),
    suggestions: z.array(LinkSuggestion),
  })
  .meta({ id: 'LinkReport' })
export type LinkReport = z.infer<typeof LinkReport>

export const LinkReportQuery = PageQuery.extend({
  ignored: z
    .enum(['0', '1'])
    .default('0')
    .meta({ description: '1 = those that were said to be left, instead of the others' }),
})
export const LinkReportPath = z.object({ id: z.string().regex(/^[\w-]{22}$/, 'An id of a link report') })

/** What to look at, what hurts most first. */
export const LinkReportPage = z
  .object({ items: z.array(LinkReport), next: z.string().nullable(), total: z.number().int() })
  .meta({ id: 'LinkReportPage' })
export type LinkReportPage = z.infer<typeof LinkReportPage>
