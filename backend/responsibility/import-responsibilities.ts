import { RegionKey, Role } from '@amtsweg/contract'
import { type ImportProfile, readCsv, readTable } from '../import/index.ts'
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
    const { tenant } = context
    const rows = tenant
      ? await readTable(file, tenantColumns, ['leistungsschluessel', 'unit_id'])
      : readCsv(file, columns)
    const stated: StatedRecord[] = []
    for (const { line, value } of rows) {
      context.count('read')
      const row = tenant ? parseRow({ ...value, ...filledIn(value, tenant.regionKey) }) : parseRow(value)
      const name = Object.values(value).slice(0, 4).join(',')
      if ('fault' in row) context.reject(line, row.fault, name, { code: 'field-invalid', field: row.field })
      else if (tenant && !tenant.owns(row.region_key))
        context.reject(line, 'It holds in the area of another authority', name, {
          ...{ code: 'not-yours', field: 'region_key' },
        })
      else stated.push({ line, row })
    }
    await replaceRecords(context, stated)
  },
}

/** What people call the columns in a table of their own. */
const tenantColumns = {
  leistungsschluessel: ['Leistungsschlüssel', 'leistungsschluessel', 'LeiKa'],
  region_key: ['Regionalschlüssel', 'Schlüssel', 'ARS', 'region_key'],
  role: ['Rolle', 'role'],
  unit_id: ['Stelle', 'Kennung der Stelle', 'unit_id'],
  note: ['Hinweis', 'note'],
  basis: ['Grundlage', 'Rechtsgrundlage', 'basis'],
} as const

/** Roles by their German names. */
const germanRoles: Readonly<Record<string, Role>> = {
  '': 'responsible',
  zuständig: 'responsible',
  ansprechpartner: 'contact',
  auskunft: 'contact',
  annahme: 'intake',
  beteiligt: 'involved',
}

/** Who says nothing of where means the whole own area; who says nothing of the role, who decides. */
const filledIn = ({ region_key, role = '' }: Readonly<Record<string, string>>, area: string) => ({
  region_key: region_key || area,
  role: germanRoles[role.toLowerCase()] ?? role,
})

interface Faulty {
  readonly fault: string
  readonly field: string
}

/** The record of a row, or what is wrong with it. An empty region means nationwide. */
function parseRow(value: Readonly<Record<string, string>>): StatedRecord['row'] | Faulty {
  const { leistungsschluessel = '', region_key = '', unit_id = '', note, basis } = value
  if (!/^99\d{12}$/.test(leistungsschluessel))
    return faulty('leistungsschluessel', 'A Leistungsschluessel has 14 digits and begins with 99')
  if (region_key !== '' && !RegionKey.safeParse(region_key).success)
    return faulty('region_key', 'A region key has 2, 3, 5, 9 or 12 digits')
  const role = Role.safeParse(value['role'])
  if (!role.success) return faulty('role', `The role is one of ${Role.options.join(', ')}`)
  return {
    service_key: leikaPrefix + leistungsschluessel,
    region_key,
    role: role.data,
    unit_id,
    note: note || null,
    basis: basis || null,
  }
}

const faulty = (field: string, fault: string): Faulty => ({ field, fault })
