import { type CsvRow, type ImportContext, type ImportProfile, readCsv } from '../import/index.ts'
import { addressOf } from './address-lines.ts'
import { bodyName } from './body-name.ts'
import { writeUnits } from './import-records.ts'
import { mvBodies } from './sources.ts'
import type { UnitRecord } from './unit-record.ts'

const columns = ['verband_ars9', 'kreis', 'verband', 'verbandstyp', 'strasse_2011', 'plz_ort_2011']
const addressDate = '2011-12-31'
/** Verbandstyp of an Amt; 50 is a Gemeinde that needs none. */
const amt = '51'

/** The bodies that serve the Gemeinden of MV, each with its address of 2011, and the Landkreise above them. */
export const mvBodiesProfile: ImportProfile = {
  name: 'mv-bodies',
  summary: 'Aemter and Gemeindeverwaltungen of Mecklenburg-Vorpommern and their Landkreise, CSV; after areas',
  touches: ['directory'],
  source: mvBodies,
  run: async (file, context) => {
    const rows = readCsv(file, columns)
    context.count('read', rows.length)
    const sound = rows.filter(({ line, value }) => {
      const isVerband = /^13\d{7}$/.test(value['verband_ars9'] ?? '')
      if (!isVerband) context.reject(line, 'This is no Verband of MV', value['verband'])
      return isVerband
    })
    await writeUnits(context, [...(await landkreise(sound, context)), ...sound.map(bodyOf)])
  },
}

/** A kreisfreie Stadt (Kreis 13003, 13004) is its own Kreis; Landkreise of MV begin with 1307. */
const kreisOf = (verband: string): string | undefined =>
  verband.startsWith('1307') ? verband.slice(0, 5) : undefined

function bodyOf({ line, value }: CsvRow): UnitRecord {
  const { verband_ars9: key = '', verband = '', strasse_2011: street = '', plz_ort_2011: city = '' } = value
  const kreis = kreisOf(key)
  return {
    line,
    id: `body-${key}`,
    name: value['verbandstyp'] === amt ? verband : bodyName(verband, 'gemeinde'),
    tier: 'municipal',
    regionKey: key,
    general: true,
    parentId: kreis && `kreis-${kreis}`,
    content: { addresses: addressOf(street, city, addressDate), contacts: [], invented: false },
    identifiers: [{ schemeAgencyId: 'destatis', schemeId: 'ars', value: key }],
  }
}

/** One unit for each Landkreis; where it sits is known, its address is not. */
async function landkreise(rows: readonly CsvRow[], { trx }: ImportContext): Promise<UnitRecord[]> {
  const areas = await trx
    .selectFrom('area')
    .select(['region_key', 'seat'])
    .where('level', '=', 'kreis')
    .execute()
  const seats = new Map(areas.map((area) => [area.region_key, area.seat]))
  const byKreis = Map.groupBy(rows, ({ value }) => kreisOf(value['verband_ars9'] ?? '') ?? '')
  byKreis.delete('')
  return [...byKreis].map(([kreis, [first]]) => {
    const seat = seats.get(kreis)
    return {
      line: first?.line ?? 1,
      id: `kreis-${kreis}`,
      // The register names one of them "Landkreis Rostock", the others without the word.
      name: `Landkreis ${(first?.value['kreis'] ?? '').replace(/^Landkreis /, '')}`,
      tier: 'county',
      regionKey: kreis,
      general: true,
      content: {
        ...(seat ? { descriptions: { de: `Sitz in ${seat}`, en: `Seat in ${seat}` } } : {}),
        addresses: [],
        contacts: [],
        invented: false,
      },
      identifiers: [{ schemeAgencyId: 'destatis', schemeId: 'ags', value: kreis }],
    }
  })
}
