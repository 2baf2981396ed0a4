import { z } from 'zod'
import { SearchExplanation } from './explanation.ts'
import { Identifier, pageOf, RegionKey, UnreachableOn } from './parameters.ts'
import { AreaLevel } from './places.ts'

/** XZuFi identifier: never a bare string. */
export const ServiceIdentifier = z
  .object({ schemeAgencyId: z.string(), schemeId: z.string(), value: z.string() })
  .meta({ id: 'ServiceIdentifier' })
export type ServiceIdentifier = z.infer<typeof ServiceIdentifier>

/** Sanitised text as a tree, so that a widget can show it without parsing HTML (Trusted Types). Strings are text. */
export type RichText = readonly RichNode[]
export type RichNode = string | RichElement
export const richTags = [
  'p',
  'ul',
  'ol',
  'li',
  'h3',
  'h4',
  'strong',
  'em',
  'a',
  'br',
  'table',
  'tr',
  'th',
  'td',
  'dl',
  'dt',
  'dd',
] as const
export type RichTag = (typeof richTags)[number]
export interface RichElement {
  readonly tag: RichTag
  /** Only on `a`: an absolute http(s), mailto or tel address. */
  readonly href?: string | undefined
  /** Only on `a`: ISO date of the last look, where the address does not work; see ServiceLink. */
  readonly unreachableOn?: string | undefined
  readonly children?: RichText | undefined
}
export const RichElement: z.ZodType<RichElement> = z
  .object({
    tag: z.enum(richTags),
    href: z.string().optional(),
    unreachableOn: UnreachableOn.optional(),
    get children() {
      return z.array(z.union([z.string(), RichElement])).optional()
    },
  })
  .meta({ id: 'RichElement' })
export const RichText: z.ZodType<RichText> = z.array(z.union([z.string(), RichElement]))

/** Codes of `urn:de:xzufi:codeliste:leistungstextmodulleika`, as far as they are text. */
export const moduleCodes = [
  '02',
  '03',
  '05',
  '06',
  '07',
  '08',
  '09',
  '11',
  '14',
  '15',
  '16',
  '18',
  '22',
  '23',
  '24',
  '25',
] as const
export const ModuleCode = z.enum(moduleCodes)
export type ModuleCode = z.infer<typeof ModuleCode>

/** Whose text it is: the level of administration it is written for. */
export const TextLayer = z.enum(['bund', ...AreaLevel.options])
export type TextLayer = z.infer<typeof TextLayer>

/** Who wrote a part of a description, for which area, and when it last changed. */
export const Provenance = z
  .object({
    layer: TextLayer,
    regionKey: RegionKey.optional().meta({ description: 'Absent for a text for all Germany' }),
    areaName: z.string().optional(),
    author: z
      .string()
      .meta({ description: 'Who wrote it as the source says, else who publishes the source' }),
    source: z.string().meta({ description: 'Id of the source, see /sources' }),
    updatedAt: z
      .string()
      .optional()
      .meta({ description: 'When it last changed; absent where nobody recorded it' }),
    asOf: z.string().optional().meta({ description: 'Stand of the source as a whole' }),
  })
  .meta({ id: 'Provenance' })
export type Provenance = z.infer<typeof Provenance>
const ofPart = {
  provenance: Provenance.optional().meta({ description: 'Absent where it is that of the whole description' }),
}

const lawAt = {
  legalUrl: z.string().optional().meta({ description: 'Where the law named in `legalBasis` can be read' }),
}

/** What one town adds to a text that comes from above (local supplement). */
export const Supplement = z
  .object({ regionKey: RegionKey, areaName: z.string(), content: RichText, provenance: Provenance })
  .meta({ id: 'Supplement' })
export type Supplement = z.infer<typeof Supplement>

/** One text module with the supplements that hold in the reader's area. */
export const ServiceModule = z
  .object({
    code: ModuleCode,
    lang: z.string(),
    content: RichText,
    supplements: z.array(Supplement),
    ...ofPart,
  })
  .meta({ id: 'ServiceModule' })
export type ServiceModule = z.infer<typeof ServiceModule>

/** Kosten: fixed amount, range or free text. Cents of `currency`. */
export const Fee = z
  .object({
    kind: z.enum(['fixed', 'variable', 'text']),
    amountCents: z.number().int().optional(),
    lowerCents: z.number().int().optional(),
    upperCents: z.number().int().optional(),
    currency: z.string(),
    text: z.string().optional(),
    legalBasis: z.string().optional(),
    ...lawAt,
    advancePayment: z.boolean(),
    regionKey: RegionKey.optional(),
    ...ofPart,
  })
  .meta({ id: 'Fee' })
export type Fee = z.infer<typeof Fee>

export const TimeUnit = z.enum([
  'JAHR',
  'MONAT',
  'WOCHE',
  'TAG',
  'WERKTAG',
  'ARBEITSTAG',
  'STUNDE',
  'MINUTE',
  'SEKUNDE',
])
export type TimeUnit = z.infer<typeof TimeUnit>

/** Which way a Frist is counted from a day: on from something that has happened, or back from something that will. */
export const DeadlineRun = z.enum(['after', 'before'])
export type DeadlineRun = z.infer<typeof DeadlineRun>

/** Frist: a duration or fixed dates, with words. */
export const Deadline = z
  .object({
    kind: z.enum(['duration', 'dates', 'text']),
    value: z.number().int().optional(),
    unit: TimeUnit.optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    text: z.string().optional(),
    legalBasis: z.string().optional(),
    ...lawAt,
    runs: DeadlineRun.optional().meta({ description: 'Absent where no date can be counted from it' }),
    ...ofPart,
  })
  .meta({ id: 'Deadline' })
export type Deadline = z.infer<typeof Deadline>

/** A day on which a Frist does not end or that does not count; `name` of a public holiday. */
export const DeadlineDay = z
  .object({
    date: z.string(),
    reason: z.enum(['saturday', 'sunday', 'holiday']),
    name: z.string().optional(),
  })
  .meta({ id: 'DeadlineDay' })
export type DeadlineDay = z.infer<typeof DeadlineDay>

/** How the end was found: BGB § 188 I (days), § 188 II (same weekday, same day of the month), III, § 193, and working days. */
export const DeadlineRule = z.enum([
  'days',
  'same-weekday',
  'same-day',
  'last-of-month',
  'werktage',
  'arbeitstage',
  'moved-on',
  'moved-back',
])
export type DeadlineRule = z.infer<typeof DeadlineRule>

/** The last day of a Frist and how it was found; `from` itself never counts (BGB § 187 I). */
export const DeadlineEnd = z
  .object({
    from: z.string(),
    countedTo: z.string().meta({ description: 'Where counting alone leads' }),
    ends: z.string().meta({ description: 'Last day in time' }),
    moved: z.array(DeadlineDay).meta({ description: 'Days from which the end moved away' }),
    skipped: z.array(DeadlineDay).meta({ description: 'Public holidays that did not count as working days' }),
    rules: z.array(DeadlineRule),
  })
  .meta({ id: 'DeadlineEnd' })
export type DeadlineEnd = z.infer<typeof DeadlineEnd>

/** Bearbeitungsdauer; `upper` makes it a range. */
export const ProcessingTime = z
  .object({
    value: z.number().int(),
    upper: z.number().int().optional(),
    unit: TimeUnit,
    text: z.string().optional(),
  })
  .meta({ id: 'ProcessingTime' })
export type ProcessingTime = z.infer<typeof ProcessingTime>

/** A document to bring (Dokument / erforderliche Unterlage). */
export const RequiredDocument = z
  .object({ name: z.string(), hint: z.string().optional(), required: z.boolean(), ...ofPart })
  .meta({ id: 'RequiredDocument' })
export type RequiredDocument = z.infer<typeof RequiredDocument>

/** A form, an online service or a legal text: words and where they lead. */
export const ServiceLink = z
  .object({
    title: z.string(),
    url: z.string().optional(),
    regionKey: RegionKey.optional(),
    invented: z.boolean(),
    unreachableOn: UnreachableOn.optional(),
    ...ofPart,
  })
  .meta({ id: 'ServiceLink' })
export type ServiceLink = z.infer<typeof ServiceLink>

export const Audience = z.enum(['citizen', 'business'])
export type Audience = z.infer<typeof Audience>

/** A service in a list. */
export const ServiceSummary = z
  .object({
    id: Identifier,
    leistungsschluessel: z.string().optional(),
    title: z.string(),
    teaser: z.string().optional(),
    online: z.boolean(),
    lang: z.string(),
    explanation: SearchExplanation.optional(),
  })
  .meta({ id: 'ServiceSummary' })
export type ServiceSummary = z.infer<typeof ServiceSummary>

/** A national or European list a service is in; `uri` names the entry or its list, `url` is a page about it. */
export const Classification = z
  .object({
    scheme: z.enum(['leika', 'ozg', 'sdg']).meta({
      description:
        'Leistungsschluessel; OZG-Leistung of the Umsetzungskatalog; information area (Annex I of Regulation (EU) 2018/1724)',
    }),
    code: z.string(),
    name: z.string().optional(),
    uri: z.string().optional(),
    url: z.string().optional(),
  })
  .meta({ id: 'Classification' })
export type Classification = z.infer<typeof Classification>

/** That an area does not offer a service, and why. */
export const Withdrawal = z
  .object({
    reason: z.string(),
    lang: z.string(),
    regionKey: RegionKey,
    areaName: z.string(),
    provenance: Provenance,
  })
  .meta({ id: 'Withdrawal' })
export type Withdrawal = z.infer<typeof Withdrawal>

/** A service description with all its modules, as it reads in one area. */
export const Service = z
  .object({
    id: Identifier,
    identifier: ServiceIdentifier,
    leistungsschluessel: z.string().optional(),
    furtherKeys: z.array(z.string()),
    typisierung: z.string().optional(),
    regionKey: RegionKey.optional().meta({
      description: 'Where this description holds; absent = nationwide',
    }),
    title: z.string(),
    officialTitle: z.string().optional(),
    lang: z.string(),
    languages: z.array(z.string()),
    audience: z.array(Audience),
    modules: z.array(ServiceModule),
    documents: z.array(RequiredDocument),
    fees: z.array(Fee),
    deadlines: z.array(Deadline),
    processingTime: ProcessingTime.optional(),
    legalBasis: z.array(ServiceLink),
    forms: z.array(ServiceLink),
    onlineServices: z.array(ServiceLink),
    keywords: z.array(z.string()),
    classifications: z.array(Classification).optional(),
    lifeSituations: z.array(z.object({ id: z.string(), name: z.string() })),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    updatedAt: z.string().optional(),
    withdrawal: Withdrawal.optional().meta({
      description: 'Present where the area does not offer the service; lists leave it out there',
    }),
    provenance: Provenance.meta({
      description: 'Whose description this is; its parts may have authors of their own',
    }),
    sources: z.array(z.string()),
  })
  .meta({ id: 'Service' })
export type Service = z.infer<typeof Service>

/** Every Frist of a service that can be counted from a day, and whose public holidays were observed. */
export const ServiceDeadlines = z
  .object({
    service: Identifier,
    from: z.string(),
    land: z
      .object({ regionKey: RegionKey, name: z.string() })
      .optional()
      .meta({ description: 'Absent where only the holidays of all Laender were observed' }),
    items: z.array(z.object({ deadline: Deadline, end: DeadlineEnd })),
  })
  .meta({ id: 'ServiceDeadlines' })
export type ServiceDeadlines = z.infer<typeof ServiceDeadlines>

/** A Lage and those below it; `services` counts what lies in it and below. */
export interface LifeSituation {
  id: string
  name: string
  icon?: string | undefined
  /** Ids of other catalogues that have become this one, such as a Lage of the OZG. */
  aliases?: string[] | undefined
  services: number
  children: LifeSituation[]
}
export const LifeSituation: z.ZodType<LifeSituation> = z
  .object({
    id: z.string(),
    name: z.string(),
    icon: z.string().optional(),
    aliases: z.array(z.string()).optional(),
    services: z.number().int(),
    get children() {
      return z.array(LifeSituation)
    },
  })
  .meta({ id: 'LifeSituation' })

/** One word of the Stichwortverzeichnis and where it leads. */
export const Keyword = z
  .object({
    keyword: z.string(),
    /** The word this one stands for (siehe). */
    see: z.string().optional(),
    /** Words worth a look as well (siehe auch). */
    seeAlso: z.array(z.string()).optional(),
    services: z.array(z.object({ id: Identifier, title: z.string() })),
  })
  .meta({ id: 'Keyword' })
export type Keyword = z.infer<typeof Keyword>

export const KeywordPage = pageOf(Keyword)
  .extend({ letters: z.array(z.object({ letter: z.string(), count: z.number().int() })) })
  .meta({ id: 'KeywordPage' })
export type KeywordPage = z.infer<typeof KeywordPage>

export const LifeSituationTree = z
  .object({ items: z.array(LifeSituation), next: z.string().nullable() })
  .meta({ id: 'LifeSituationTree' })
export type LifeSituationTree = z.infer<typeof LifeSituationTree>

export const ServicePage = pageOf(ServiceSummary).meta({ id: 'ServicePage' })
export type ServicePage = z.infer<typeof ServicePage>
