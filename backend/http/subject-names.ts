import type { Db } from '../database/database.ts'
import { personNamesOf, unitNamesOf } from '../directory/index.ts'
import { collectionTitlesOf } from '../geodata/index.ts'
import { summariesById } from '../services/index.ts'

/** What the things at addresses below /api/v1 are called, by address. */
export type SubjectNames = (addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** The German names of offices, services and collections of geodata, and names of people, that are there now. Whoever asks may write what the addresses are of. */
export const subjectNames =
  (db: Db): SubjectNames =>
  async (addresses) => {
    const [units, people, services, collections] = await Promise.all([
      unitNamesOf(db, idsOf('units', addresses)),
      personNamesOf(db, idsOf('people', addresses)),
      summariesById(db, idsOf('services', addresses), 'de'),
      collectionTitlesOf(
        db,
        addresses.flatMap((address) => collectionIn(address) ?? []),
      ),
    ])
    return new Map(
      addresses.flatMap((address) => {
        const [kind = '', id = ''] = partsOf(address)
        const geodata = collections.get(collectionIn(address) ?? '')
        const name = {
          units: units.get(id),
          people: people.get(id),
          services: services.get(id)?.title,
          geodata,
        }[kind]
        return name ? [[address, name] as const] : []
      }),
    )
  }

const partsOf = (address: string) => address.slice(1).split('/').map(decodeURIComponent)

/** Collections have their id one step deeper than all else. */
const collectionIn = (address: string): string | undefined => {
  const [first, second, id] = partsOf(address)
  return first === 'geodata' && second === 'collections' ? id : undefined
}

const idsOf = (kind: string, addresses: readonly string[]): readonly string[] => [
  ...new Set(
    addresses.flatMap((address) => {
      const [first, id] = partsOf(address)
      return first === kind && id ? [id] : []
    }),
  ),
]
