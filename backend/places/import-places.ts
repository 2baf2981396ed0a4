import type { Source } from '@amtsweg/contract'
import {
  type CsvRow,
  type ImportContext,
  type ImportFile,
  type ImportProfile,
  readCsv,
} from '../import/index.ts'
import { isPostcode, readPosition } from './import-fields.ts'
import { loadGemeinden } from './import-gemeinden.ts'
import { hasHeader, ownPlaces } from './import-own-sources.ts'
import { createPlaceFinder, type NamedPlace } from './import-place-finder.ts'
import { syncRows } from './import-sync.ts'

/** Villages, Ortsteile and other names people say. */
export const placeNames: ImportProfile = {
  name: 'place-names',
  summary: 'Villages (CSV with ort, plz, lat, lon, ags, or the GeoNames postcode file with community_code)',
  touches: ['places'],
  source: {
    id: 'geonames-places-placed',
    name: 'Orte nach GeoNames, in Gemeinden eingeordnet',
    publisher: 'GeoNames; Einordnung Amtsweg',
    licence: 'CC BY 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
    url: 'https://www.geonames.org',
    attribution: 'GeoNames (CC BY 4.0), © GeoBasis-DE / BKG (Daten verändert)',
    asOf: '2026-03-01',
    invented: false,
  },
  describe: (file) => {
    if (hasHeader(file, 'ort,plz,lat,lon,ags')) return ownPlaces
    return isGeonames(file) ? geonames : {}
  },
  run: (file, context) => (isGeonames(file) ? importGeonames(file, context) : importPlaced(file, context)),
}

const geonames: Partial<Source> = {
  id: 'geonames-postal-codes',
  name: 'GeoNames Postal Codes',
  publisher: 'GeoNames',
  attribution: 'GeoNames (CC BY 4.0)',
}

const isGeonames = (file: ImportFile): boolean =>
  file.text().slice(0, 500).split('\n', 1)[0]?.includes('community_code') ?? false

/** Places whose Gemeinde the file names. */
async function importPlaced(file: ImportFile, context: ImportContext): Promise<void> {
  const { trx, count, reject, leaveOut } = context
  const gemeinden = await loadGemeinden(trx)
  const finder = await createPlaceFinder(trx)
  const rows: PlaceRow[] = []
  for (const row of readCsv(file, ['ort', 'plz', 'lat', 'lon', 'ags'])) {
    count('read')
    const place = readPlace(row, 'ort', 'plz', 'lat', 'lon')
    const ags = row.value['ags'] ?? ''
    if (typeof place === 'string') reject(row.line, place, row.value['ort'])
    else {
      const gemeinde = ags ? gemeinden.living(ags) : await finder.find(place, '')
      const placing = 'reason' in gemeinde ? gemeinde : await finder.check(place, gemeinde.regionKey)
      if ('reason' in gemeinde) reject(row.line, gemeinde.reason, place.name)
      else if ('reason' in placing) leaveOut(row.line, placing.reason, place.name)
      else rows.push(toRow(place, placing.regionKey, context.source.id))
    }
  }
  await savePlaces(context, rows)
}

/** Places whose Gemeinde follows from postcode, name and outline. */
async function importGeonames(file: ImportFile, context: ImportContext): Promise<void> {
  const { trx, count, reject, leaveOut } = context
  const finder = await createPlaceFinder(trx)
  const rows: PlaceRow[] = []
  const columns = ['zipcode', 'place', 'community_code', 'latitude', 'longitude']
  const records = [...readCsv(file, columns)]
  // Neighbours together: their outlines are read once.
  records.sort((a, b) => Number(a.value['longitude']) - Number(b.value['longitude']) || a.line - b.line)
  for (const row of records) {
    count('read')
    const place = readPlace(row, 'place', 'zipcode', 'latitude', 'longitude')
    if (typeof place === 'string') reject(row.line, place, row.value['place'])
    else {
      const found = await finder.find(place, row.value['community_code'] ?? '')
      if ('reason' in found) leaveOut(row.line, found.reason, place.name)
      else rows.push(toRow(place, found.regionKey, context.source.id))
    }
  }
  await savePlaces(context, rows)
}

function readPlace(
  { value }: CsvRow,
  name: string,
  postcode: string,
  lat: string,
  lon: string,
): NamedPlace | string {
  const position = readPosition(value[lat], value[lon])
  if (!value[name]?.trim()) return 'A place needs a name'
  if (!isPostcode(value[postcode])) return `"${value[postcode]}" is no postcode of five digits`
  if (!position) return 'The position is not in Germany'
  return { name: value[name].trim(), postcode: value[postcode], ...position }
}

const toRow = (place: NamedPlace, region_key: string, source_id: string) => ({
  name: place.name,
  postcode: place.postcode,
  region_key,
  lat: place.lat,
  lon: place.lon,
  source_id,
})

type PlaceRow = ReturnType<typeof toRow>

const savePlaces = (context: ImportContext, rows: readonly PlaceRow[]) =>
  syncRows(context, {
    table: 'place',
    // Places have no key of their own: all that is said of one is what names it. Sources keep theirs apart.
    keys: ['name', 'postcode', 'region_key', 'lat', 'lon', 'source_id'],
    rows,
    scope: (row) => String(row['region_key']).slice(0, 2),
    foreign: 'yield',
  })
