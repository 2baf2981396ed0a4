import { hash } from 'node:crypto'
import type { Audience } from '@amtsweg/contract'
import { type CsvRow, type ImportProfile, readCsv, safeAddress } from '../import/index.ts'
import { sortKeyOf } from './german-order.ts'
import { type LifeSituationRecord, writeLifeSituations } from './import-life-situations.ts'
import { writeServices } from './import-records.ts'
import type { PartRecord, ServiceRecord } from './service-record.ts'
import { ozgCatalogue } from './sources.ts'

const columns = [
  'leika_schluessel',
  'leistung',
  'leika_typ',
  'ozg_id',
  'ozg_leistung',
  'lage',
  'themenfeld',
  'rechtsgrundlage',
]

/** The Lagen of the catalogue that only enterprises come into (its Geschaeftslagen). */
const businessSituations = new Set([
  'Abfall & Umweltschutz',
  'Anlagen & Stoffe',
  'Arbeitgeber sein',
  'Arbeitssicherheit',
  'Aus-, Weiterbildung & Sachkunde',
  'Auslandsgeschäft',
  'Ausschreibungen & öffentliche Aufträge',
  'Bauen & Immobilien',
  'Finanzierung & Förderung',
  'Forschung & Entwicklung',
  'Geschäftsauflösung & Unternehmensübergang',
  'Logistik & Transport',
  'Querschnitt Unternehmen',
  'Statistik- & Berichtspflichten',
  'Steuern & Abgaben',
  'Unternehmensstart & Gewerbezulassung',
  'Veranstaltungen',
])

/** The federal catalogue of services: names, keys and law without texts; its Themenfelder and Lagen are life situations. */
export const ozgCatalogueProfile: ImportProfile = {
  name: 'ozg-catalogue',
  summary: 'OZG catalogue with Leistungsschluessel, Lagen and Themenfelder, CSV',
  touches: ['services'],
  source: ozgCatalogue,
  run: async (file, context) => {
    const rows = readCsv(file, columns)
    context.count('read', rows.length)
    await writeLifeSituations(context, situationsOf(rows))
    const seen = new Map<string, number>()
    await writeServices(
      context,
      rows.map((row) => {
        const name = `${row.value['ozg_id']} ${row.value['leistung']}`
        seen.set(name, (seen.get(name) ?? 0) + 1)
        return toRecord(row, seen.get(name) ?? 1)
      }),
    )
  },
}

/** Our id of a Themenfeld by its name. */
export const themeId = (name: string) => `ozg-themenfeld-${slug(name)}`
/** Our id of a Lage by its name. */
export const situationId = (name: string) => `ozg-lage-${slug(name)}`
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Each Themenfeld with its Lagen below, in German order. */
function situationsOf(rows: readonly CsvRow[]): LifeSituationRecord[] {
  const placed = rows.filter(({ value }) => value['lage'] && value['themenfeld'])
  const themes = Map.groupBy(placed, ({ value }) => value['themenfeld'] ?? '')
  return inGermanOrder([...themes.keys()]).flatMap((theme, themeIndex) => {
    const situations = new Map((themes.get(theme) ?? []).map((row) => [row.value['lage'] ?? '', row.line]))
    return [
      record(themes.get(theme)?.[0]?.line ?? 1, themeId(theme), null, theme, themeIndex + 1),
      ...inGermanOrder([...situations.keys()]).map((name, index) =>
        record(situations.get(name) ?? 1, situationId(name), themeId(theme), name, index + 1),
      ),
    ]
  })
}

const record = (line: number, id: string, parentId: string | null, name: string, position: number) => ({
  line,
  id,
  parentId,
  names: { de: name },
  position: parentId ? position : 1_000 + position,
})

const inGermanOrder = (names: readonly string[]) =>
  [...names].sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))

/** Entries without a key are known by their bundle and title; the few that say the same twice by their number. */
function toRecord({ line, value }: CsvRow, occurrence: number): ServiceRecord {
  const { leika_schluessel: key = '', ozg_id: ozgId = '', ozg_leistung: bundle = '', lage = '' } = value
  const title = (value['leistung'] ?? '').replace(/\s+/g, ' ').trim()
  const twin = occurrence > 1 ? `-${occurrence}` : ''
  const own = `${ozgId || 'ohne'}-${hash('sha1', title, 'hex').slice(0, 10)}${twin}`
  return {
    line,
    id: key ? `leika-${key}` : `ozg-${own}`,
    identifier: key
      ? { schemeAgencyId: 'fim', schemeId: 'leika', value: key }
      : { schemeAgencyId: 'ozg', schemeId: 'leistung', value: own },
    ...(key ? { leistungsschluessel: key } : {}),
    ...(ozgId ? { identifiers: [{ schemeAgencyId: 'ozg', schemeId: 'ozg-leistung', value: ozgId }] } : {}),
    ...(value['leika_typ'] ? { typisierung: value['leika_typ'] } : {}),
    audience: audienceOf(lage),
    titles: { de: title },
    modules: [],
    parts: lawsOf(value['rechtsgrundlage'] ?? ''),
    keywords: bundle && sortKeyOf(bundle) !== sortKeyOf(title) ? { de: [bundle] } : {},
    lifeSituations: lage ? [situationId(lage)] : [],
  }
}

function audienceOf(situation: string): Audience[] {
  if (!situation) return ['citizen', 'business']
  return businessSituations.has(situation) ? ['business'] : ['citizen']
}

/** "§ 5 Gesetz (G) [https://…], § 6 …": each law with where it can be read. */
function lawsOf(text: string): PartRecord[] {
  return text.split(/(?<=\]),\s*/).flatMap((law) => {
    const [, title = law, address] = /^([^[\]]*)\[([^\]]*)\]?$/.exec(law) ?? []
    const url = safeAddress(address?.trim())
    if (!title.trim()) return []
    const content = { title: title.trim(), ...(url ? { url } : {}), invented: false }
    return [{ kind: 'legal-basis', lang: 'de', content }]
  })
}
