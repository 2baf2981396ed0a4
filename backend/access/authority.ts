import { z } from 'zod'
import { type RegisteredOrigin, RegisteredOrigins, safeLogo } from './origin.ts'
import type { AuthorityRow } from './tables.ts'

const lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'A language is a tag such as de or en')

/** What an authority may set for itself; the command line and every other editor check by this. */
export const AuthoritySettings = z.object({
  names: z
    .record(lang, z.string().trim().min(1).max(200))
    .refine((names) => 'de' in names, 'The German name is missing'),
  logoUrl: z
    .string()
    .max(1_000)
    .refine((address) => safeLogo(address) !== undefined, 'A logo has an address that begins with https://')
    .optional(),
  languages: z.array(lang).min(1).max(20),
  holidaysLand: z.string().regex(/^(?:0[1-9]|1[0-6])$/, 'A Land has a key from 01 to 16'),
  fourEyes: z.boolean().default(false),
  origins: RegisteredOrigins,
})
export type AuthoritySettings = z.infer<typeof AuthoritySettings>

/** A Verwaltung and its settings. */
export interface Authority extends AuthoritySettings {
  readonly id: string
  readonly regionKey: string
}

export const authorityIdForm = /^[a-z0-9][a-z0-9-]{0,59}$/

/** The source that everything an authority writes belongs to. */
export const sourceIdOf = (authorityId: string): string => `authority-${authorityId}`

/** Whether records of a source were written by an authority itself rather than imported. */
export const isOwnSource = (sourceId: string): boolean => sourceId.startsWith('authority-')

/** Id of the authority to which a source belongs; undefined for those of imports. */
export const authorityOfSource = (sourceId: string): string | undefined =>
  isOwnSource(sourceId) ? sourceId.slice(sourceIdOf('').length) : undefined

export const toAuthority = (row: AuthorityRow, origins: RegisteredOrigin[]): Authority => ({
  id: row.id,
  regionKey: row.region_key,
  names: JSON.parse(row.names) as Record<string, string>,
  ...(row.logo_url ? { logoUrl: row.logo_url } : {}),
  languages: listOf(row.languages),
  holidaysLand: row.holidays_land,
  fourEyes: row.four_eyes === 1,
  origins,
})

/** All settings but the websites, which have a table of their own. */
export const settingColumns = (settings: AuthoritySettings) => ({
  names: JSON.stringify(settings.names),
  logo_url: settings.logoUrl ?? null,
  languages: settings.languages.join(' '),
  holidays_land: settings.holidaysLand,
  four_eyes: settings.fourEyes ? 1 : 0,
})

export const listOf = (words: string): string[] => words.split(' ').filter(Boolean)
