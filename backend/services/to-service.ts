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
import type { PageRow } from './repository-page.ts'
import type { ServicePartTable, ServiceRow } from './tables.ts'

type Section = PageRow['section']

/** The service page in a language; what does not exist in it stands in German. */
export function toService(service: ServiceRow, rows: readonly PageRow[], lang: string): Service {
  const sections = Map.groupBy(rows, (row) => row.section)
  const of = (section: Section) => sections.get(section) ?? []
  const name = inLanguage(of('name'), lang)[0]
  const parts = Map.groupBy(of('part'), (row) => row.name as ServicePartTable['kind'])
  const part = <Content>(kind: ServicePartTable['kind']) =>
    inLanguage(parts.get(kind) ?? [], lang)
      .sort((a, b) => a.position - b.position)
      .map((row) => JSON.parse(row.content ?? 'null') as Content)
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
    modules: modules(of('text'), of('supplement'), lang),
    documents: part<RequiredDocument>('document'),
    fees: part<Fee>('fee'),
    deadlines: part<Deadline>('deadline'),
    ...(processingTime ? { processingTime } : {}),
    legalBasis: part<ServiceLink>('legal-basis'),
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
    sources: [service.source_id],
  }
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

/** Modules in the order of the source, each code in one language; a supplement without a text above it stands alone. */
function modules(texts: readonly PageRow[], supplements: readonly PageRow[], lang: string): ServiceModule[] {
  const additions = Map.groupBy(supplements, (row) => row.name)
  const result: (ServiceModule & { readonly position: number })[] = []
  for (const [code, rows] of Map.groupBy(texts, (row) => row.name)) {
    const added = toSupplements(additions.get(code) ?? [], lang)
    additions.delete(code)
    inLanguage(rows, lang)
      .sort((a, b) => a.position - b.position)
      .forEach((row, index) =>
        result.push({
          code: code as ModuleCode,
          lang: row.lang,
          content: JSON.parse(row.content ?? '[]') as RichNode[],
          supplements: index === 0 ? added : [],
          position: row.position,
        }),
      )
  }
  for (const [code, rows] of additions) {
    const added = toSupplements(rows, lang)
    const spoken = inLanguage(rows, lang)[0]?.lang ?? lang
    result.push({
      code: code as ModuleCode,
      lang: spoken,
      content: [],
      supplements: added,
      position: Infinity,
    })
  }
  return result.sort((a, b) => a.position - b.position).map(({ position: _, ...module }) => module)
}

/** What each region adds, the larger region first, each in one language. */
const toSupplements = (rows: readonly PageRow[], lang: string): Supplement[] =>
  [...Map.groupBy(rows, (row) => row.region_key ?? '').values()]
    .flatMap((ofRegion) => inLanguage(ofRegion, lang))
    .sort((a, b) => (a.region_key?.length ?? 0) - (b.region_key?.length ?? 0))
    .map((row) => ({
      regionKey: row.region_key ?? '',
      areaName: row.extra ?? row.region_key ?? '',
      content: JSON.parse(row.content ?? '[]') as RichNode[],
    }))
