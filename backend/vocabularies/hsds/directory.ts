import type { Source } from '@amtsweg/contract'
import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import { unitNames } from '../../directory/index.ts'
import { listSources } from '../../import/index.ts'
import { holderCounts } from '../../responsibility/index.ts'
import { type CatalogueEntry, lifeSituationTree, readCatalogue, summariesById } from '../../services/index.ts'
import { firstHalf, secondHalf, uuidOf } from './ids.ts'
import { leikaTerm, situationTerms, type Term } from './taxonomy.ts'

/** Everything there is, by UUID: UUIDs of ids cannot be turned back, so that all are made once for each state of the data. */
export interface Directory {
  readonly services: readonly CatalogueEntry[]
  readonly serviceOf: ReadonlyMap<string, CatalogueEntry>
  /** By the half that a service at a location keeps of it. */
  readonly serviceOfHalf: ReadonlyMap<string, CatalogueEntry>
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly unitOf: ReadonlyMap<string, string>
  readonly unitOfHalf: ReadonlyMap<string, string>
  readonly sources: readonly Source[]
  /** Sources that services come from: the organisations that publish them. */
  readonly publishers: readonly Source[]
  readonly publisherOf: ReadonlyMap<string, Source>
  /** How many units answer for a service. */
  readonly holders: ReadonlyMap<string, number>
}

export const directoryOf = (db: Db, day: string, remember: Remember): Promise<Directory> =>
  remember(`hsds ${day}`, async () => {
    const services = await readCatalogue(db, day, remember)
    const units = await unitNames(db)
    const sources = await listSources(db)
    const used = new Set(services.map(({ sourceId }) => sourceId))
    const publishers = sources.filter(({ id }) => used.has(id))
    const serviceIds = services.map((entry) => [uuidOf('service', entry.id), entry] as const)
    const unitUuids = units.map(({ id }) => [uuidOf('unit', id), id] as const)
    return {
      services,
      serviceOf: new Map(serviceIds),
      serviceOfHalf: new Map(serviceIds.map(([uuid, entry]) => [firstHalf(uuid), entry])),
      units,
      unitOf: new Map(unitUuids),
      unitOfHalf: new Map(unitUuids.map(([uuid, id]) => [secondHalf(uuid), id])),
      sources,
      publishers,
      publisherOf: new Map(publishers.map((source) => [uuidOf('publisher', source.id), source])),
      holders: await holderCounts(db),
    }
  })

/** Every term of every taxonomy, Leistungsschluessel by number, then life situations as the tree has them. */
export const termsOf = (db: Db, day: string, remember: Remember): Promise<readonly Term[]> =>
  remember(`hsds terms ${day}`, async () => {
    const services = await readCatalogue(db, day, remember)
    const byKey = new Map<string, string>()
    services.forEach(({ id, keys }) => keys.forEach((key) => byKey.has(key) || byKey.set(key, id)))
    const titles = await titlesOf(db, [...new Set(byKey.values())])
    const leika = [...byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, id]) => leikaTerm(key, titles.get(id) ?? key))
    const { items } = await lifeSituationTree(db, { lang: 'de', day }, remember)
    return [...leika, ...situationTerms(items)]
  })

async function titlesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (let from = 0; from < ids.length; from += 1_000) {
    const summaries = await summariesById(db, ids.slice(from, from + 1_000), 'de')
    summaries.forEach(({ title }, id) => titles.set(id, title))
  }
  return titles
}
