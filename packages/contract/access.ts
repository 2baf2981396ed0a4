import { z } from 'zod'
import { AreaKey, Identifier, Lang, PageQuery, RegionKey } from './parameters.ts'

/** What a caller may do, each for the area of its authority. A person has those of their roles, a token those it was made with. */
export const scopes = [
  'supplements:write',
  'services:write',
  'units:write',
  'people:write',
  'responsibilities:write',
  'life-situations:write',
  'keywords:write',
  'links:read',
  'searches:read',
  'imports:write',
  'subscriptions:write',
  'geodata:write',
  'audit:read',
  'origins:read',
  'settings:write',
  'tokens:write',
  'clerks:write',
  'changes:approve',
] as const
export const Scope = z.enum(scopes)
export type Scope = z.infer<typeof Scope>

/** What only a person who has signed in may do: a program that could would make itself more than it was made for. */
export const personalScopes: readonly Scope[] = [
  'settings:write',
  'tokens:write',
  'clerks:write',
  'changes:approve',
]

/** What a token may be made for. */
export const tokenScopes: readonly Scope[] = scopes.filter((scope) => !personalScopes.includes(scope))

/** What a website of others may use: widgets by their tags, and writing with a token of the authority in a browser. */
export const siteUses = [
  'amt-wayfinder',
  'amt-responsibility-finder',
  'amt-directory',
  'amt-map-viewer',
  'editing',
] as const
export const SiteUse = z.enum(siteUses)
export type SiteUse = z.infer<typeof SiteUse>

/** A Verwaltung that keeps a part of the data, as it wants to be shown. */
export const Authority = z
  .object({
    id: Identifier,
    regionKey: RegionKey.meta({ description: 'The area it administers' }),
    name: z.string(),
    lang: z.string().meta({ description: 'Language of the name' }),
    logoUrl: z.string().optional(),
    languages: z.array(z.string()).meta({ description: 'Languages its texts are kept in' }),
    holidaysLand: RegionKey.meta({ description: 'Land whose public holidays close its offices' }),
  })
  .meta({ id: 'Authority' })
export type Authority = z.infer<typeof Authority>

export const AuthorityQuery = z.object({
  area: AreaKey.optional().meta({ description: 'Only the one this area belongs to' }),
  lang: Lang.optional(),
})

/** How often one widget on one website asked about the area of one authority in a month; at least five networks did. */
export const OriginCount = z
  .object({
    month: z.string().meta({ description: 'A month in Germany, such as 2026-11' }),
    host: z.string().meta({ description: 'Host name of the website, in Punycode' }),
    registered: z.boolean().meta({ description: 'Whether the authority that asks has registered it' }),
    widget: z.string().meta({ description: 'Tag of the widget' }),
    regionKey: RegionKey.nullable().meta({
      description:
        'Area of the authority that was asked about; null where nobody keeps it, or none was named',
    }),
    requests: z.number().int().meta({ description: 'Requests that reached the server: at least so many' }),
  })
  .meta({ id: 'OriginCount' })
export type OriginCount = z.infer<typeof OriginCount>

export const OriginCountQuery = PageQuery.extend({
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/, 'A month is written like 2026-11')
    .optional(),
})

/** One change as the trail of it keeps it: hashes instead of contents, ids instead of names. */
export const AuditEntry = z
  .object({
    seq: z.number().int(),
    at: z.string().meta({ description: 'RFC 3339 UTC' }),
    token: z.string().nullable().meta({ description: 'Id of the token, if it was one' }),
    clerk: z
      .string()
      .nullable()
      .meta({ description: 'Id of the clerk, if it was one; neither token nor clerk = the command line' }),
    authority: z.string().nullable(),
    action: z.string().meta({ description: 'What was done, such as supplements.put' }),
    subject: z.string().meta({ description: 'What it was done to' }),
    before: z.string().nullable().meta({ description: 'SHA-256 of what was there; null = nothing' }),
    after: z.string().nullable().meta({ description: 'SHA-256 of what is there now; null = nothing' }),
    previous: z.string().meta({ description: 'Hash of the entry before' }),
    hash: z.string().meta({ description: 'SHA-256 of this entry and the one before' }),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
