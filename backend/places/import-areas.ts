import { AreaKind, AreaLevel } from '@amtsweg/contract'
import { type CsvRow, type ImportProfile, readCsv } from '../import/index.ts'
import { readPosition } from './import-fields.ts'
import { ownAreas } from './import-own-sources.ts'
import { syncRows } from './import-sync.ts'
import { levelOf } from './region-key.ts'

const columns = [
  ...['region_key', 'level', 'kind', 'name', 'full_name', 'ags', 'parent_key', 'population'],
  ...['seat', 'seat_postcode', 'lat', 'lon'],
]

/** Areas of all levels in our own format, for a demo or a small installation. */
export const areas: ImportProfile = {
  name: 'areas',
  summary: `Areas in our own format (CSV with ${columns.join(', ')})`,
  touches: ['places'],
  source: ownAreas,
  async run(file, context) {
    const rows = readCsv(file, columns).flatMap((row) => {
      context.count('read')
      const area = readArea(row, context.source.id)
      if (typeof area !== 'string') return area
      context.reject(row.line, area, row.value['region_key'])
      return []
    })
    await syncRows(context, {
      table: 'area',
      keys: ['region_key'],
      rows,
      scope: () => '',
      foreign: 'yield',
    })
  },
}

/** The row of the table, or what is wrong with it. */
function readArea({ value }: CsvRow, sourceId: string) {
  const { region_key: key = '', full_name: fullName = '', ags = '', population = '' } = value
  const kind = AreaKind.safeParse(value['kind'])
  const level = AreaLevel.safeParse(value['level'])
  const position = readPosition(value['lat'], value['lon'])
  if (!/^\d+$/.test(key) || level.data === undefined || level.data !== levelOf(key))
    return 'The region key is none of this level'
  if (!kind.success) return `"${value['kind']}" is no kind of area`
  if (!fullName || !value['name']) return 'An area needs a name'
  if (ags && !/^\d{8}$/.test(ags)) return `"${ags}" is no AGS of eight digits`
  if (population && !/^\d{1,9}$/.test(population)) return `"${population}" is no number of people`
  return {
    region_key: key,
    level: level.data,
    kind: kind.data,
    name: value['name'],
    full_name: fullName,
    ags: ags || null,
    parent_key: value['parent_key'] || null,
    population: population ? Number(population) : null,
    seat: value['seat'] || null,
    seat_postcode: value['seat_postcode'] || null,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    position_source_id: position ? sourceId : null,
    uninhabited: 0,
    source_id: sourceId,
  }
}
