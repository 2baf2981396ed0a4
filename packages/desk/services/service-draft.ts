import type {
  Audience,
  LocalPartsBody,
  ModuleCode,
  Provenance,
  Service,
  ServiceModule,
  SupplementEdit,
  TextLayer,
} from '@amtsweg/contract'
import { treeOfHtml } from './markup.ts'

/** One text of a description in one language. */
export interface ModuleText {
  readonly code: string
  readonly lang: string
  readonly html: string
}

/** A description as the API reads and takes it; parts that the desk does not show go back as they came. */
export interface ServiceRecord {
  readonly leistungsschluessel?: string
  readonly regionKey?: string
  readonly audience: readonly Audience[]
  readonly titles: Readonly<Record<string, string>>
  readonly keywords?: Readonly<Record<string, readonly string[]>>
  /** Keywords as they are being typed, which are not sent: a comma is not yet a word. */
  readonly typedKeywords?: Readonly<Record<string, string>>
  readonly modules: readonly ModuleText[]
}

/** A new description for the area of an authority. */
export const newService = (regionKey: string | null): ServiceRecord => ({
  ...(regionKey ? { regionKey } : {}),
  audience: ['citizen'],
  titles: { de: '' },
  keywords: {},
  modules: [],
})

/** The modules with one text set, or gone where it is empty. */
export function withText<Item extends ModuleText>(items: readonly Item[], item: Item): Item[] {
  const rest = items.filter((one) => !isSame(one, item))
  if (!item.html.trim()) return rest
  const at = items.findIndex((one) => isSame(one, item))
  return at < 0 ? [...items, item] : items.with(at, item)
}
const isSame = (one: ModuleText & { mode?: string }, other: ModuleText & { mode?: string }) =>
  one.code === other.code && one.lang === other.lang && one.mode === other.mode

/** What is sent of a description: without empty words. */
export function sentService(draft: ServiceRecord): ServiceRecord {
  const { leistungsschluessel, titles, keywords = {}, typedKeywords: _, ...rest } = draft
  const key = leistungsschluessel?.replaceAll(/\s/g, '')
  return {
    ...rest,
    ...(key ? { leistungsschluessel: key } : {}),
    titles: Object.fromEntries(
      Object.entries(titles).flatMap(([lang, title]) => (title.trim() ? [[lang, title.trim()]] : [])),
    ),
    keywords: Object.fromEntries(Object.entries(keywords).filter(([, list]) => list.length)),
  }
}

/** What is wrong, by the id of the field. */
export function serviceErrors(
  { titles, leistungsschluessel, audience }: ServiceRecord,
  words: { titleMissing: string; keyWrong: string; audienceMissing: string },
): Record<string, string> {
  const key = leistungsschluessel?.replaceAll(/\s/g, '') ?? ''
  return {
    ...(titles['de']?.trim() ? {} : { title: words.titleMissing }),
    ...(key === '' || /^\d{14}$/.test(key) ? {} : { key: words.keyWrong }),
    ...(audience.length ? {} : { 'audience-citizen': words.audienceMissing }),
  }
}

/** What an authority says of a service beside the description itself. */
export interface LocalDraft {
  readonly regionKey: string
  readonly areaName: string
  /** The moment at which it would be published, RFC 3339. */
  readonly at: string
  readonly supplements: readonly SupplementEdit[]
  readonly parts: LocalPartsBody
}

const layers: Readonly<Record<number, TextLayer>> = {
  2: 'land',
  3: 'regierungsbezirk',
  5: 'kreis',
  9: 'verband',
  12: 'gemeinde',
}

/** Whose the words of an authority are, until the server says so itself. */
export const ownProvenance = (regionKey: string | undefined, author: string): Provenance => ({
  layer: layers[regionKey?.length ?? 0] ?? 'bund',
  ...(regionKey ? { regionKey, areaName: author } : {}),
  author,
  source: '',
})

const spokenIn = <Item extends { readonly lang: string }>(items: readonly Item[], lang: string): Item[] => {
  const exact = items.filter((one) => one.lang === lang)
  return exact.length ? exact : items.filter((one) => one.lang === 'de')
}

/** A description as it would read in a language, were the draft published. */
export function drafted(draft: ServiceRecord, lang: string, base: Service): Service {
  const record = sentService(draft)
  const codes = [...new Set(record.modules.map(({ code }) => code))]
  const modules = codes.flatMap((code): ServiceModule[] => {
    const [text] = spokenIn(
      record.modules.filter((one) => one.code === code),
      lang,
    )
    if (!text) return []
    const before = base.modules.find((one) => one.code === code)
    return [
      {
        code: code as ModuleCode,
        lang: text.lang,
        content: treeOfHtml(text.html),
        supplements: before?.supplements ?? [],
      },
    ]
  })
  return {
    ...base,
    title: record.titles[lang] ?? record.titles['de'] ?? '',
    lang: record.titles[lang] ? lang : 'de',
    audience: [...record.audience],
    modules,
  }
}

/** A description as it would read in an area, were what its authority says beside it published. */
export function supplemented(base: Service, draft: LocalDraft, lang: string): Service {
  const { regionKey, areaName, supplements, parts } = draft
  const provenance = { ...ownProvenance(regionKey, areaName), updatedAt: draft.at }
  const said = (code: string, mode: SupplementEdit['mode']) =>
    spokenIn(
      supplements.filter((one) => one.code === code && one.mode === mode && one.html.trim()),
      lang,
    ).map(({ html }) => ({ regionKey, areaName, content: treeOfHtml(html), provenance }))
  const ours = <Part extends { readonly lang: string }>(list: readonly Part[]) =>
    spokenIn(list, lang).map(({ lang: _, ...part }) => ({ ...part, regionKey, provenance }))
  const above = <Part extends { readonly regionKey?: string | undefined }>(list: readonly Part[]) =>
    list.filter((part) => part.regionKey !== regionKey)
  const known = base.modules.map((module): ServiceModule => {
    const [replacement] = said(module.code, 'replacement')
    const others = module.supplements.filter((one) => one.regionKey !== regionKey)
    return {
      ...module,
      ...(replacement ? { content: replacement.content, provenance } : {}),
      supplements: [...others, ...said(module.code, 'addition')],
    }
  })
  const added = [...new Set(supplements.map(({ code }) => code))]
    .filter((code) => !base.modules.some((one) => one.code === code))
    .flatMap((code): ServiceModule[] => {
      const [text] = [...said(code, 'replacement'), ...said(code, 'addition')]
      return text ? [{ code, lang, content: text.content, supplements: [], provenance }] : []
    })
  return {
    ...base,
    modules: [...known, ...added],
    fees: [...ours(parts.fees), ...above(base.fees)],
    forms: [...ours(parts.forms).map((link) => ({ ...link, invented: false })), ...above(base.forms)],
    onlineServices: [
      ...ours(parts.onlineServices).map((link) => ({ ...link, invented: false })),
      ...above(base.onlineServices),
    ],
  }
}

/** When a text above changed after what was added to it; undefined where it did not, or nobody recorded it. */
export function changedSince(module: ServiceModule, service: Service, regionKey: string): string | undefined {
  const own = module.supplements.find((one) => one.regionKey === regionKey)?.provenance.updatedAt
  const above = (module.provenance ?? service.provenance).updatedAt ?? service.updatedAt
  return own && above && above.slice(0, 10) > own.slice(0, 10) ? above : undefined
}

/** The description that a new one is shown on. */
export const emptyService = (regionKey: string | undefined, author: string): Service => ({
  ...{
    id: 'preview',
    identifier: { schemeAgencyId: '', schemeId: '', value: '' },
    furtherKeys: [],
    title: '',
  },
  ...{
    lang: 'de',
    languages: ['de'],
    audience: ['citizen'],
    modules: [],
    documents: [],
    fees: [],
    deadlines: [],
  },
  ...{ legalBasis: [], forms: [], onlineServices: [], keywords: [], lifeSituations: [], sources: [] },
  ...(regionKey ? { regionKey } : {}),
  provenance: ownProvenance(regionKey, author),
})
