import { type ImportProfile, readCsv } from '../import/index.ts'
import { isPostcode, readPosition } from './import-fields.ts'
import { createPlaceFinder } from './import-place-finder.ts'
import { syncRows } from './import-sync.ts'
import { foldStreet } from './street-name.ts'

/** Streets, for postcodes that several authorities share. */
export const streets: ImportProfile = {
  name: 'streets',
  summary: 'Streets (CSV with Name, Postleitzahl, Geometry as WKT; several postcodes joined by a slash)',
  touches: ['places'],
  source: {
    id: 'osm-streets-vaterstetten',
    name: 'Straßen der Gemeinde Vaterstetten',
    publisher: 'OpenStreetMap, vaterstetten-in-zahlen',
    licence: 'Open Database License 1.0',
    licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
    url: 'https://github.com/fxedel/vaterstetten-in-zahlen',
    attribution: '© OpenStreetMap-Mitwirkende',
    invented: false,
  },
  async run(file, context) {
    const { trx, count, reject, leaveOut, source } = context
    const finder = await createPlaceFinder(trx)
    const rows = []
    for (const { line, value } of readCsv(file, ['Name', 'Postleitzahl', 'Geometry'])) {
      count('read')
      const { Name: name = '', Postleitzahl: postcodes = '', Geometry: geometry = '' } = value
      const position = firstPoint(geometry)
      const norm = foldStreet(name)
      if (!norm || !position) reject(line, 'A street needs a name and a line', name)
      else if (!postcodes.split('/').every(isPostcode)) reject(line, `"${postcodes}" is no postcode`, name)
      else
        for (const postcode of postcodes.split('/')) {
          const found = await finder.find({ name: '', postcode, ...position }, '')
          if ('reason' in found) leaveOut(line, found.reason, name)
          else rows.push({ name, norm, postcode, region_key: found.regionKey, source_id: source.id })
        }
    }
    await syncRows(context, {
      table: 'street',
      keys: ['norm', 'postcode', 'region_key'],
      rows,
      scope: (row) => String(row['region_key']),
      foreign: 'yield',
    })
  },
}

/** First point of a line in well-known text: longitude, latitude. */
function firstPoint(wkt: string) {
  const [, lon, lat] = /^\s*(?:MULTI)?LINESTRING[\s(]+(-?[\d.]+)\s+(-?[\d.]+)/i.exec(wkt) ?? []
  return readPosition(lat, lon)
}
