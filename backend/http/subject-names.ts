import type { Db } from '../database/database.ts'
import { unitNamesOf } from '../directory/index.ts'
import { summariesById } from '../services/index.ts'

/** What the things at addresses below /api/v1 are called, by address. */
export type SubjectNames = (addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** The German names of offices and services that are there now. Persons are not named: who may see changes need not know them. */
export const subjectNames =
  (db: Db): SubjectNames =>
  async (addresses) => {
    const [units, services] = await Promise.all([
      unitNamesOf(db, idsOf('units', addresses)),
      summariesById(db, idsOf('services', addresses), 'de'),
    ])
    return new Map(
      addresses.flatMap((address) => {
        const [kind, id = ''] = partsOf(address)
        const name = kind === 'units' ? units.get(id) : kind === 'services' && services.get(id)?.title
        return name ? [[address, name] as const] : []
      }),
    )
  }

const partsOf = (address: string) => address.slice(1).split('/').map(decodeURIComponent)

const idsOf = (kind: string, addresses: readonly string[]): readonly string[] => [
  ...new Set(
    addresses.flatMap((address) => {
      const [first, id] = partsOf(address)
      return first === kind && id ? [id] : []
    }),
  ),
]
