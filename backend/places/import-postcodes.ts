import { type ImportProfile, readCsv } from '../import/index.ts'
import { isPostcode } from './import-fields.ts'
import { loadGemeinden } from './import-gemeinden.ts'
import { hasHeader, ownPlaces } from './import-own-sources.ts'
import { syncRows } from './import-sync.ts'

/** Which Gemeinden each postcode lies in. */
export const postcodeAreas: ImportProfile = {
  name: 'postcode-areas',
  summary: 'Postcodes and the Gemeinden they lie in (CSV with plz, ags)',
  touches: ['places'],
  source: {
    id: 'osm-postcodes',
    name: 'Postleitzahlgebiete',
    publisher: 'OpenStreetMap, suche-postleitzahl.org',
    licence: 'Open Database License 1.0',
    licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
    url: 'https://www.suche-postleitzahl.org/downloads',
    attribution: '© OpenStreetMap-Mitwirkende',
    asOf: '2022-01-01',
    invented: false,
  },
  describe: (file) => (hasHeader(file, 'plz,ags') ? ownPlaces : {}),
  async run(file, context) {
    const gemeinden = await loadGemeinden(context.trx)
    const rows = readCsv(file, ['plz', 'ags']).flatMap(({ line, value: { plz, ags = '' } }) => {
      context.count('read')
      if (!isPostcode(plz)) {
        context.reject(line, `"${plz}" is no postcode of five digits; leading zeros may be lost`, ags)
        return []
      }
      if (!/^\d{8}$/.test(ags)) {
        context.reject(line, `"${ags}" is no AGS of eight digits; leading zeros may be lost`, plz)
        return []
      }
      const gemeinde = gemeinden.living(ags)
      if ('regionKey' in gemeinde)
        return { postcode: plz, region_key: gemeinde.regionKey, source_id: context.source.id }
      context.reject(line, gemeinde.reason, plz)
      return []
    })
    await syncRows(context, {
      table: 'postcode_area',
      keys: ['postcode', 'region_key'],
      rows,
      scope: (row) => String(row['region_key']).slice(0, 2),
      foreign: 'yield',
    })
  },
}
