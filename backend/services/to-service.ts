import type {
  Deadline,
  Fee,
  ModuleCode,
  ProcessingTime,
  RequiredDocument,
  RichNode,
  Service,
  ServiceLink,
  ServiceModule,
  Supplement,
} from '@amtsweg/contract'
import { authorsOf, type WhoWrote } from './authors.ts'
import { classificationsOf } from './classifications.ts'
import { runOf, type StoredDeadline } from './deadline-run.ts'
import { lawAddress, type LawFinder, lawFinder, linkLaws } from './law-links.ts'
import type { PageRow } from './repository-page.ts'
import type { ServicePartTable, ServiceRow } from './tables.ts'

type Section = PageRow['section']

/** The service page in a language; what does not exist in it stands in German. */
export function toService(service: ServiceRow, rows: readonly PageRow[], lang: string): Service {
  const sections = Map.groupBy(rows, (row) => row.section)
  const of = (section: Section) => sections.get(section) ?? []
  const name = inLanguage(of('name'), lang)[0]
  const parts = Map.groupBy(of('part'), (row) => row.name as ServicePartTable['kind'])
  const authors = authorsOf(service, of('area'), of('origin'))
  const part = <Content extends object>(kind: ServicePartTable['kind']) =>
    inOrder(parts.get(kind) ?? [], lang).map((row): Content => ({
      ...(JSON.parse(row.content ?? '{}') as Content),
      ...(isLocal(row) ? { provenance: authors.ofLocal(row) } : authors.ofPart(row)),
    }))
  const legalBasis = part<ServiceLink>('legal-basis')
  const laws = lawFinder(legalBasis)
  const cited = <Content extends { readonly legalBasis?: string | undefined }>(one: Content): Content => ({
    ...one,
    ...stated('legalUrl', lawAddress(one.legalBasis, laws)),
  })
  const [processingTime] = part<ProcessingTime>('processing-time')
  return {
    id: service.id,
    identifier: {
      schemeAgencyId: service.scheme_agency_id,
      schemeId: service.scheme_id,
      value: service.value,
    },
    ...stated('leistungsschluessel', service.leistungsschluessel),
    furtherKeys: of('key')
      .map((row) => row.name)
      .filter((key) => key !== service.leistungsschluessel)
      .sort(),
    classifications: classificationsOf(
      [service.leistungsschluessel, ...of('key').map((row) => row.name)].filter(
        (key, index, keys): key is string => key !== null && keys.indexOf(key) === index,
      ),
      of('ozg').map((row) => row.name),
    ),
    ...stated('typisierung', service.typisierung),
    ...stated('regionKey', service.region_key),
    title: name?.name ?? service.id,
    ...stated('officialTitle', name?.extra ?? officialTitle(of('name'))),
    lang: name?.lang ?? 'de',
    languages: [...new Set([...of('name'), ...of('language')].map((row) => row.lang))].sort(),
    audience: [
      ...(service.citizen ? ['citizen' as const] : []),
      ...(service.business ? ['business' as const] : []),
    ],
    modules: modules(of('text'), of('supplement'), lang, authors).map((module) => withLaws(module, laws)),
    documents: part<RequiredDocument>('document'),
    fees: part<Fee>('fee').map(cited),
    deadlines: part<StoredDeadline>('deadline').map(toDeadline).map(cited),
    ...(processingTime ? { processingTime } : {}),
    legalBasis,
    forms: part<ServiceLink>('form'),
    onlineServices: part<ServiceLink>('online-service'),
    keywords: inLanguage(of('keyword'), lang)
      .sort((a, b) => ((a.extra ?? '') < (b.extra ?? '') ? -1 : 1))
      .map((row) => row.name),
    lifeSituations: of('life-situation')
      .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
      .map((row) => ({ id: row.name, name: nameIn(row.content ?? '{}', lang) ?? row.name })),
    ...stated('validFrom', service.valid_from),
    ...stated('validTo', service.valid_to),
    ...stated('updatedAt', service.updated_at),
    ...withdrawal(of('withdrawal'), lang, authors),
    provenance: authors.ofService,
    sources: [
      ...new Set([
        service.source_id,
        ...[...of('supplement'), ...of('withdrawal'), ...of('part').filter(isLocal)].map(
          (row) => row.source_id!,
        ),
      ]),
    ],
  }
}

/** Whether an authority says it for its area, beside the description. */
const isLocal = ({ source_id }: PageRow): boolean => source_id !== null

/** What the smallest area says first, then what is said further up, each in one language. */
const inOrder = (rows: readonly PageRow[], lang: string): PageRow[] =>
  [...Map.groupBy(rows, (row) => (isLocal(row) ? sizeOf(row) : 0))]
    .sort(([a], [b]) => b - a)
    .flatMap(([, said]) => inLanguage(said, lang).sort((a, b) => a.position - b.position))

const withLaws = (module: ServiceModule, laws: LawFinder | undefined): ServiceModule => ({
  ...module,
  content: linkLaws(module.content, laws) as RichNode[],
  supplements: module.supplements.map((one) => ({
    ...one,
    content: linkLaws(one.content, laws) as RichNode[],
  })),
})

function toDeadline(stored: StoredDeadline): Deadline {
  const { runs: _, ...deadline } = stored
  const runs = runOf(stored)
  return { ...deadline, ...(runs ? { runs } : {}) }
}

/** Rows in the language, else in German, else in whichever there is. */
export function inLanguage<Row extends { readonly lang: string }>(rows: readonly Row[], lang: string): Row[] {
  const spoken = [lang, 'de', rows[0]?.lang].find((one) => rows.some((row) => row.lang === one))
  return rows.filter((row) => row.lang === spoken)
}

/** The name in a language from JSON {lang: name}. */
export function nameIn(names: string, lang: string): string | undefined {
  const byLang = JSON.parse(names) as Readonly<Record<string, string>>
  return byLang[lang] ?? byLang['de'] ?? Object.values(byLang)[0]
}

/** The law's own name exists in German only, as a rule. */
const officialTitle = (names: readonly PageRow[]) => names.find((row) => row.lang === 'de')?.extra

const stated = <Key extends string>(key: Key, value: string | null | undefined) =>
  (value ? { [key]: value } : {}) as { readonly [K in Key]?: string }

/**
 * Modules in the order of the source, each code in one language; a supplement without a text above it stands alone. Where
 * an area has words of its own instead of a text, the most local ones are read.
 */
function modules(
  texts: readonly PageRow[],
  local: readonly PageRow[],
  lang: string,
  authors: WhoWrote,
): ServiceModule[] {
  const localByCode = Map.groupBy(local, (row) => row.name)
  const textsByCode = Map.groupBy(texts, (row) => row.name)
  const codes = new Set([...textsByCode.keys(), ...localByCode.keys()])
  const result = [...codes].flatMap((code) => {
    const { replacement = [], addition = [] } = Object.groupBy(localByCode.get(code) ?? [], (row) =>
      row.extra === 'replacement' ? 'replacement' : 'addition',
    )
    const supplements = toSupplements(addition, lang, authors)
    const original = inLanguage(textsByCode.get(code) ?? [], lang).sort((a, b) => a.position - b.position)
    const own = mostLocal(replacement, lang)
    const read = own ? [own] : original
    const position = original[0]?.position ?? Infinity
    if (read.length === 0) {
      const spoken = inLanguage(addition, lang)[0]?.lang ?? lang
      return [{ code: code as ModuleCode, lang: spoken, content: [], supplements, position }]
    }
    return read.map((row, index) => ({
      code: code as ModuleCode,
      lang: row.lang,
      content: JSON.parse(row.content ?? '[]') as RichNode[],
      supplements: index === 0 ? supplements : [],
      ...(row.section === 'supplement' ? { provenance: authors.ofLocal(row) } : authors.ofPart(row)),
      position: own ? position : row.position,
    }))
  })
  return result.sort((a, b) => a.position - b.position).map(({ position: _, ...module }) => module)
}

/** Of several areas that do not offer it the smallest speaks. */
function withdrawal(rows: readonly PageRow[], lang: string, authors: WhoWrote): Pick<Service, 'withdrawal'> {
  const [row] = rows.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  if (!row) return {}
  const provenance = authors.ofLocal(row)
  const regionKey = row.region_key ?? ''
  const reasons = JSON.parse(row.content ?? '{}') as Readonly<Record<string, string>>
  const spoken = lang in reasons ? lang : 'de'
  const reason = reasons[spoken] ?? ''
  return {
    withdrawal: { reason, lang: spoken, regionKey, areaName: provenance.areaName ?? regionKey, provenance },
  }
}

const sizeOf = ({ region_key }: PageRow): number => region_key?.length ?? 0

/** Of several texts in the place of one the most local, in the reader's language if it exists in it. */
function mostLocal(rows: readonly PageRow[], lang: string): PageRow | undefined {
  const longest = Math.max(...rows.map(sizeOf))
  return inLanguage(
    rows.filter((row) => sizeOf(row) === longest),
    lang,
  )[0]
}

/** What each region adds, the larger region first, each in one language. */
const toSupplements = (rows: readonly PageRow[], lang: string, authors: WhoWrote): Supplement[] =>
  [...Map.groupBy(rows, (row) => row.region_key ?? '').values()]
    .flatMap((ofRegion) => inLanguage(ofRegion, lang))
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .map((row) => {
      const provenance = authors.ofLocal(row)
      const regionKey = row.region_key ?? ''
      return {
        regionKey,
        areaName: provenance.areaName ?? regionKey,
        content: JSON.parse(row.content ?? '[]') as RichNode[],
        provenance,
      }
    })
