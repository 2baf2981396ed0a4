import { RegionKey, Role } from '@amtsweg/contract'
import { type ImportProfile, readCsv } from '../import/index.ts'
import { replaceRecords, type StatedRecord } from './repository-records.ts'
import { leikaPrefix } from './resolve.ts'

const columns = ['leistungsschluessel', 'region_key', 'role', 'unit_id', 'note', 'basis'] as const

/** Responsibilities as a table: which unit acts in which role for a service in a region. */
export const responsibilitiesProfile: ImportProfile = {
  name: 'responsibilities',
  summary: `Who acts for a service where, CSV: ${columns.join(',')}`,
  touches: ['responsibility'],
  // Not invented as a whole: records of invented units go with those units, those of Land and Bund are facts and stay.
  source: {
    id: 'amtsweg-responsibilities',
    name: 'Zuständigkeiten der Modellregion',
    publisher: 'Amtsweg',
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    attribution: 'Zusammengestellt von Amtsweg, keine amtliche Auskunft',
    asOf: '2026-11-23',
    invented: false,
  },
  run: async (file, context) => {
    const stated: StatedRecord[] = []
    for (const { line, value } of readCsv(file, columns)) {
      context.count('read')
      const row = parseRow(value)
      if (typeof row === 'string') context.reject(line, row, Object.values(value).slice(0, 4).join(','))
      else stated.push({ line, row })
    }
    await replaceRecords(context, stated)
  },
}

/** The record of a row, or what is wrong with it. An empty region means nationwide. */
function parseRow(value: Readonly<Record<string, string>>): StatedRecord['row'] | string {
  const { leistungsschluessel = '', region_key = '', unit_id = '', note, basis } = value
  if (!/^99\d{12}$/.test(leistungsschluessel)) return 'A Leistungsschluessel has 14 digits and begins with 99'
  if (region_key !== '' && !RegionKey.safeParse(region_key).success)
    return 'A region key has 2, 3, 5, 9 or 12 digits'
  const role = Role.safeParse(value['role'])
  if (!role.success) return `The role is one of ${Role.options.join(', ')}`
  return {
    service_key: leikaPrefix + leistungsschluessel,
    region_key,
    role: role.data,
    unit_id,
    note: note || null,
    basis: basis || null,
  }
}
