import type { Source } from '@amtsweg/contract'
import type { Look, MapArea, MapGroup } from './map-groups.ts'

const number = new Intl.NumberFormat('de-DE')
const places = (count: number) => (count === 1 ? '1 Gemeinde' : `${number.format(count)} Gemeinden`)

/** What the map of a service says. */
export const words = {
  title: (service: string) => `Wer ist zuständig für „${service}“?`,
  map: (area: string) => `Karte: ${area}`,
  /** Short, as it stands on the area itself. */
  mark: ({ kind, number, isInherited }: Look): string => {
    if (kind === 'gap') return 'Lücke'
    if (kind === 'absent') return ''
    return `${kind === 'overlap' ? '! ' : ''}${number}${isInherited ? ' ↑' : ''}`
  },
  list: 'Alle Gemeinden',
  summary: (groups: readonly MapGroup[]): string => {
    const count = (kind: MapGroup['kind']) =>
      groups.filter((group) => group.kind === kind).reduce((sum, { areas }) => sum + areas.length, 0)
    const [gaps, overlaps] = [count('gap'), count('overlap')]
    return [
      gaps ? `Lücken: ${places(gaps)}.` : 'Keine Lücken.',
      overlaps ? `Überschneidungen: ${places(overlaps)}.` : 'Keine Überschneidungen.',
    ].join(' ')
  },
  group: ({ kind, units, areas }: MapGroup): string => {
    const names = units.map(({ name }) => name).join(', ')
    if (kind === 'gap') return `Lücke, niemand eingetragen: ${places(areas.length)}`
    if (kind === 'overlap') return `Überschneidung, ${names}: ${places(areas.length)}`
    if (kind === 'absent') return `Wird hier nicht angeboten: ${places(areas.length)}`
    return `${names}: ${places(areas.length)}`
  },
  says: ({ name, answer }: MapArea): string => {
    const names = answer.units.map((unit) => unit.name).join(', ')
    if (answer.kind === 'gap') return `${name}: Hier ist niemand eingetragen.`
    if (answer.kind === 'absent') return `${name}: Die Leistung wird hier nicht angeboten.`
    if (answer.kind === 'overlap') return `${name}: Mehrere Stellen sind für dasselbe eingetragen: ${names}.`
    return `${name}: Zuständig ist ${names}.`
  },
  recordedFor: ({ answer, isInherited }: MapArea): string => {
    const where = answer.recordedFor === null ? 'überall' : (answer.recordedFor?.name ?? '')
    return isInherited ? `Übernommen: Es ist für ${where} festgelegt.` : `Festgelegt für: ${where}.`
  },
  inherited:
    '„↑“ hinter der Zahl: übernommen von einem größeren Gebiet. „Lücke“ und schräge Linien: niemand. „!“ und gekreuzte Linien: mehrere für dasselbe.',
  inheritedShort: 'übernommen',
  choose: 'Wählen Sie eine Gemeinde auf der Karte oder in der Liste.',
  allOf: (name: string) => `Alle Zuständigkeiten in ${name}`,
  edit: 'Zuständigkeit bearbeiten',
  noOutlines:
    'Für dieses Gebiet sind keine Grenzen eingelesen, darum gibt es keine Karte. Die Administration liest sie auf dem Server ein: „amtsweg import“ mit einer Datei der Verwaltungsgebiete (VG250 des BKG, GeoJSON oder TopoJSON). Die Liste gilt auch ohne Karte.',
  noGemeinden: 'In diesem Gebiet ist keine Gemeinde bekannt.',
  borders: (source: Source): string => source.attribution ?? source.name,
  bordersLabel: 'Grenzen:',
}
