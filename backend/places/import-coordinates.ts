import { type ImportContext, type ImportProfile, readCsv } from '../import/index.ts'
import { readPosition } from './import-fields.ts'
import { loadGemeinden } from './import-gemeinden.ts'

/** Where the centre of each Gemeinde lies. */
export const municipalityCoordinates: ImportProfile = {
  name: 'municipality-coordinates',
  summary: 'Centres of Gemeinden (CSV with ars or ags, lon, lat)',
  touches: ['places'],
  source: {
    id: 'destatis-bkg-coordinates',
    name: 'Mittelpunkte der Gemeinden (Gemeindeverzeichnis 31.12.2023)',
    publisher: 'Statistisches Bundesamt (Destatis), Bundesamt für Kartographie und Geodäsie',
    licence: 'Datenlizenz Deutschland Namensnennung 2.0',
    licenceUrl: 'https://www.govdata.de/dl-de/by-2-0',
    url: 'https://www.destatis.de/gemeindeverzeichnis',
    attribution: '© GeoBasis-DE / BKG 2023, Destatis',
    asOf: '2023-12-31',
    invented: false,
  },
  async run(file, context) {
    const gemeinden = await loadGemeinden(context.trx)
    const positions = new Map<string, { lat: number; lon: number }>()
    for (const { line, value } of readCsv(file, ['ags', 'lon', 'lat'])) {
      context.count('read')
      const ags = value['ags'] ?? ''
      const gemeinde = gemeinden.living(ags)
      const position = readPosition(value['lat'], value['lon'])
      if ('reason' in gemeinde) context.reject(line, gemeinde.reason, ags)
      else if (!position) context.reject(line, 'The position is not in Germany', ags)
      // Of a Gemeinde that has since taken in others its own centre counts, not theirs.
      else if (!positions.has(gemeinde.regionKey) || gemeinden.find(ags)?.regionKey === gemeinde.regionKey)
        positions.set(gemeinde.regionKey, position)
    }
    await savePositions(context, positions)
  },
}

async function savePositions(
  { trx, source, count, guardDeletions }: ImportContext,
  positions: ReadonlyMap<string, { readonly lat: number; readonly lon: number }>,
): Promise<void> {
  const laender = new Set([...positions.keys()].map((key) => key.slice(0, 2)))
  const rows = await trx
    .selectFrom('area')
    .select(['region_key', 'lat', 'lon', 'position_source_id'])
    .where('level', '=', 'gemeinde')
    .execute()
  const own = rows.filter(
    (row) => row.position_source_id === source.id && laender.has(row.region_key.slice(0, 2)),
  )
  const gone = own.filter((row) => !positions.has(row.region_key))
  guardDeletions(own.length, gone.length)
  const changed = rows.filter((row) => {
    const position = positions.get(row.region_key)
    const isSame = row.lat === position?.lat && row.lon === position?.lon
    return position && !(isSame && row.position_source_id === source.id)
  })
  for (const { region_key } of changed)
    await trx
      .updateTable('area')
      .set({ ...positions.get(region_key), position_source_id: source.id })
      .where('region_key', '=', region_key)
      .execute()
  for (const { region_key } of gone)
    await trx
      .updateTable('area')
      .set({ lat: null, lon: null, position_source_id: null })
      .where('region_key', '=', region_key)
      .execute()
  count('written', changed.length)
  count('deleted', gone.length)
}
