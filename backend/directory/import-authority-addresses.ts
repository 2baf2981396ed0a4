import { type ImportProfile, readCsv } from '../import/index.ts'
import { addressOf } from './address-lines.ts'
import { bodyName } from './body-name.ts'
import { writeUnits } from './import-records.ts'
import { addresses2011 } from './sources.ts'
import type { UnitRecord } from './unit-record.ts'

const columns = ['ags', 'behoerde', 'strasse', 'plz_ort', 'stand']

/** "31.12.2011" as ISO date. */
const isoDate = (day: string): string | undefined => {
  const [, date, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(day) ?? []
  return date && `${year}-${month}-${date}`
}

/** The administration of each Gemeinde in Germany; MV is left to its bodies of today where they are known. */
export const authorityAddressesProfile: ImportProfile = {
  name: 'authority-addresses',
  summary: 'Addresses of all Gemeindeverwaltungen in Germany, CSV by AGS; after areas and mv-bodies',
  touches: ['directory'],
  source: addresses2011,
  run: async (file, context) => {
    const rows = readCsv(file, columns)
    context.count('read', rows.length)
    const gemeinden = await context.trx
      .selectFrom('area')
      .select(['ags', 'region_key'])
      .where('level', '=', 'gemeinde')
      .where('ended_by', 'is', null)
      .where('uninhabited', '=', 0)
      .execute()
    const regionOf = new Map(gemeinden.map((area) => [area.ags, area.region_key]))
    const body = await context.trx
      .selectFrom('unit')
      .select('id')
      .where('id', 'like', 'body-13%')
      .limit(1)
      .executeTakeFirst()
    const wanted = body ? rows.filter(({ value }) => !value['ags']?.startsWith('13')) : rows
    const records = wanted.flatMap(({ line, value }): UnitRecord[] => {
      const { ags = '', behoerde = '', strasse = '', plz_ort: city = '', stand = '' } = value
      const regionKey = regionOf.get(ags)
      if (!regionKey) {
        context.reject(line, `There is no Gemeinde with the AGS ${ags} today`, behoerde)
        return []
      }
      return [
        {
          line,
          id: `municipality-${ags}`,
          name: bodyName(behoerde),
          tier: 'municipal',
          regionKey,
          general: true,
          content: { addresses: addressOf(strasse, city, isoDate(stand)), contacts: [], invented: false },
          identifiers: [{ schemeAgencyId: 'destatis', schemeId: 'ags', value: ags }],
        },
      ]
    })
    await writeUnits(context, records)
  },
}
