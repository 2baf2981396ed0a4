import { z } from 'zod'
import { AreaKey, Identifier, Lang, RegionKey } from './parameters.ts'
import { Fee, ModuleCode } from './services.ts'

/** What an authority adds to one module of a service, or says in its place where the text is left to it. */
export const SupplementEdit = z
  .object({
    code: ModuleCode,
    lang: Lang.default('de'),
    mode: z.enum(['addition', 'replacement']).default('addition'),
    html: z.string().min(1).max(100_000).meta({
      description: 'HTML or plain text; what is kept is told back without anything that is not allowed',
    }),
  })
  .meta({ id: 'SupplementEdit' })
export type SupplementEdit = z.infer<typeof SupplementEdit>

/** All that an authority adds to a service in one area: read, changed and sent back as a whole. */
export const SupplementSet = z
  .object({ service: Identifier, regionKey: RegionKey, items: z.array(SupplementEdit).max(200) })
  .meta({ id: 'SupplementSet' })
export type SupplementSet = z.infer<typeof SupplementSet>
export const SupplementSetBody = SupplementSet.pick({ items: true }).meta({ id: 'SupplementSetBody' })

/** Why an authority does not offer a service in one area, by language; none = it does. */
export const WithdrawalEdit = z
  .object({
    service: Identifier,
    regionKey: RegionKey,
    reasons: z.record(Lang, z.string().trim().min(1).max(2_000)),
  })
  .meta({ id: 'WithdrawalEdit' })
export type WithdrawalEdit = z.infer<typeof WithdrawalEdit>
export const WithdrawalBody = WithdrawalEdit.pick({ reasons: true })
  .refine(({ reasons }) => 'de' in reasons, { path: ['reasons'], error: 'The German reason is missing' })
  .meta({ id: 'WithdrawalBody' })

const spoken = { lang: Lang.default('de') }
const title = z.string().trim().min(1).max(300)
const cents = z.number().int().min(0).max(100_000_000)
const text = z.string().trim().min(1).max(2_000).optional()

/** What an authority takes for a service. */
export const LocalFee = Fee.omit({ provenance: true, legalUrl: true, regionKey: true })
  .extend({
    amountCents: cents.optional(),
    lowerCents: cents.optional(),
    upperCents: cents.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'A currency is three letters (ISO 4217)')
      .default('EUR'),
    text,
    legalBasis: text,
    advancePayment: z.boolean().default(false),
    ...spoken,
  })
  .refine(({ kind, amountCents }) => kind !== 'fixed' || amountCents !== undefined, {
    path: ['amountCents'],
    error: 'A fixed fee has an amount',
  })
  .refine(({ lowerCents = 0, upperCents = Infinity }) => lowerCents <= upperCents, {
    path: ['upperCents'],
    error: 'The upper amount is below the lower',
  })
  .refine(({ kind, text }) => kind !== 'text' || text !== undefined, {
    path: ['text'],
    error: 'A fee in words has words',
  })
  .meta({ id: 'LocalFee' })
export type LocalFee = z.infer<typeof LocalFee>

/** A form or an online service of an authority. */
export const LocalLink = z
  .object({
    title,
    url: z.url({ protocol: /^https?$/, error: 'An address begins with https:// or http://' }).max(2_000),
    ...spoken,
  })
  .meta({ id: 'LocalLink' })
export type LocalLink = z.infer<typeof LocalLink>

/** Fees, forms and online services that an authority itself has for a service in one area, in the order in which readers see them. */
export const LocalParts = z
  .object({
    service: Identifier,
    regionKey: RegionKey,
    fees: z.array(LocalFee).max(100).default([]),
    forms: z.array(LocalLink).max(100).default([]),
    onlineServices: z.array(LocalLink).max(100).default([]),
  })
  .meta({ id: 'LocalParts' })
export type LocalParts = z.infer<typeof LocalParts>
export const LocalPartsBody = LocalParts.omit({ service: true, regionKey: true }).meta({
  id: 'LocalPartsBody',
})
export type LocalPartsBody = z.infer<typeof LocalPartsBody>

/** Where a description is edited: a service, and the area it is edited for. */
export const ServiceAreaPath = z.object({ id: Identifier, area: AreaKey })
