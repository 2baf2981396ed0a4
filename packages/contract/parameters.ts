import { z } from 'zod'

/** Amtlicher Regionalschluessel or a prefix of it: Land 2, Regierungsbezirk 3, Kreis 5, Verband 9, Gemeinde 12 digits. */
export const RegionKey = z
  .string()
  .regex(/^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/, 'A region key has 2, 3, 5, 9 or 12 digits')
  .meta({
    description: 'ARS or prefix of it: Land 2, Regierungsbezirk 3, Kreis 5, Verband 9, Gemeinde 12 digits',
  })
export type RegionKey = z.infer<typeof RegionKey>

/** A region key, or an AGS of 8 digits as older systems know it. */
export const AreaKey = z
  .string()
  .regex(/^(?:\d{2}|\d{3}|\d{5}|\d{8}|\d{9}|\d{12})$/, 'An area key has 2, 3, 5, 8 (AGS), 9 or 12 digits')

/** Five digits. */
export const Postcode = z.string().regex(/^\d{5}$/, 'A postcode has five digits')

/** Our id of a service or unit, or a Leistungsschluessel of 14 digits. */
export const Identifier = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/, 'Letters, digits, dot, colon, hyphen and underscore only')

/** What a person types: any text without control characters, at most 200 characters. */
export const SearchText = z
  .string()
  .max(200, 'At most 200 characters')
  .regex(/^\P{Cc}*$/u, 'Control characters are not allowed')

/** Language of texts as BCP 47 tag, such as de, uk or de-x-leicht; unknown languages fall back to German. */
export const Lang = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'A language tag such as de or en')

/** Degrees as decimal text; coercion would take an empty parameter for 0. */
const Degrees = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,15})?$/, 'Degrees as a decimal number such as 53.63')
  .transform(Number)
export const Latitude = Degrees.pipe(z.number().min(-90).max(90))
export const Longitude = Degrees.pipe(z.number().min(-180).max(180))

/** Every list takes `limit` (1 to 100) and an opaque `cursor`. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
})

/** A list and the cursor of its next page; `next` is null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** WGS 84 degrees. */
export const Position = z.object({ lat: z.number(), lon: z.number() }).meta({ id: 'Position' })
export type Position = z.infer<typeof Position>

/** Marks a link that leads nowhere. */
export const UnreachableOn = z.string().meta({
  description:
    'ISO date of the last look, where an address failed again and again; absent as long as it works',
})
