import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import { unitsById } from '../../directory/index.ts'
import { heldBy, holdersOf } from '../../responsibility/index.ts'
import type { CatalogueEntry } from '../../services/index.ts'
import { searchServices } from '../../wayfinding/index.ts'
import type { Directory } from './directory.ts'
import type { Wanted } from './page.ts'
import { taxonomies, type Term } from './taxonomy.ts'

/** By what a list of services is narrowed. */
export interface ServiceFilter {
  readonly search?: string | undefined
  readonly taxonomy_term_id?: string | undefined
  readonly taxonomy_id?: string | undefined
  readonly organization_id?: string | undefined
  readonly modified_after?: string | undefined
}

/** As many hits as a search has at most. */
const mostHits = 200

/** The services that pass, in the order of ids, with `search` the best match first. */
export async function selectServices(
  db: Db,
  directory: Directory,
  terms: readonly Term[],
  filter: ServiceFilter,
  day: string,
): Promise<readonly CatalogueEntry[]> {
  const held = await heldServices(db, directory, filter.organization_id)
  const passes = (entry: CatalogueEntry) =>
    isModified(entry, filter.modified_after) && isClassified(entry, terms, filter) && held(entry)
  if (!filter.search?.trim()) return directory.services.filter(passes)
  const found = await searchServices(db, { q: filter.search.trim(), lang: 'de', day, limit: mostHits })
  const byId = new Map(directory.services.map((entry) => [entry.id, entry]))
  return (found?.items ?? []).flatMap(({ id }) => byId.get(id) ?? []).filter(passes)
}

const isModified = ({ modified }: CatalogueEntry, after: string | undefined): boolean =>
  after === undefined || (modified !== undefined && Date.parse(modified) >= Date.parse(after))

function isClassified(
  { keys, lifeSituations }: CatalogueEntry,
  terms: readonly Term[],
  { taxonomy_term_id: termId, taxonomy_id: taxonomyId }: ServiceFilter,
): boolean {
  const codesIn = (taxonomy: string) => (taxonomy === taxonomies.leika.id ? keys : lifeSituations)
  const known = Object.values(taxonomies).map(({ id }) => id as string)
  if (taxonomyId !== undefined && !(known.includes(taxonomyId) && codesIn(taxonomyId).length > 0))
    return false
  if (termId === undefined) return true
  const term = terms.find(({ id }) => id === termId)
  return term !== undefined && codesIn(term.taxonomy_detail.id).includes(term.code)
}

/** Services of a publisher, or those that an office answers for; of an organisation nobody knows, none. */
async function heldServices(db: Db, { publisherOf, unitOf }: Directory, organization: string | undefined) {
  if (organization === undefined) return () => true
  const publisher = publisherOf.get(organization)
  if (publisher) return ({ sourceId }: CatalogueEntry) => sourceId === publisher.id
  const unit = unitOf.get(organization)
  const held = new Set(unit ? (await heldBy(db, [unit])).map(({ serviceId }) => serviceId) : [])
  return ({ id }: CatalogueEntry) => held.has(id)
}

/** A service and the unit at whose location it is. */
export interface Pair {
  readonly service: CatalogueEntry
  readonly unit: string
}

/** What a responsibility may be recorded under. */
const keysOf = ({ id, keys }: CatalogueEntry): readonly string[] => [id, ...keys.map((key) => `leika:${key}`)]

/** The units that answer for a service. */
export const unitsOf = (
  db: Db,
  entry: CatalogueEntry,
  limit: number,
  offset = 0,
): Promise<readonly string[]> => holdersOf(db, keysOf(entry), { limit, offset })

/** One page of the services at their locations, and how many there are: only services on the page are looked up. */
export async function pairsOnPage(
  db: Db,
  services: readonly CatalogueEntry[],
  holders: ReadonlyMap<string, number>,
  { page, per_page }: Wanted,
): Promise<{ readonly pairs: readonly Pair[]; readonly total: number }> {
  const from = (page - 1) * per_page
  const pairs: Pair[] = []
  let total = 0
  for (const service of services) {
    const count = holders.get(service.id) ?? 0
    const offset = Math.max(0, from - total)
    const room = per_page - pairs.length
    if (offset < count && room > 0) {
      const units = await unitsOf(db, service, room, offset)
      pairs.push(...units.map((unit) => ({ service, unit })))
    }
    total += count
  }
  return { pairs, total }
}

/** The same for a few units only. */
export async function pairsOfUnits(
  db: Db,
  services: readonly CatalogueEntry[],
  units: readonly string[],
): Promise<readonly Pair[]> {
  const held = Map.groupBy(await heldBy(db, units), ({ serviceId }) => serviceId)
  return services.flatMap((service) =>
    (held.get(service.id) ?? []).map(({ unitId }) => ({ service, unit: unitId })),
  )
}

/** Units by the postcodes of their addresses. */
export const unitsByPostcode = (db: Db, { units }: Directory, now: Date, remember: Remember) =>
  remember('hsds postcodes', async () => {
    const all = await unitsById(
      db,
      units.map(({ id }) => id),
      { lang: 'de', now },
    )
    const byPostcode = new Map<string, Set<string>>()
    for (const { id, addresses } of all.values())
      for (const { postcode } of addresses)
        if (postcode) byPostcode.set(postcode, (byPostcode.get(postcode) ?? new Set()).add(id))
    return byPostcode
  })
