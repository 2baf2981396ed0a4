import type { AreaRef } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { foldName } from './place-name.ts'
import { endOfRange } from './region-key.ts'
import { areaRefs, type PlaceMatch, toRef } from './repository.ts'
import { foldStreet } from './street-name.ts'

const areasByPostcode = compiled((db: Db, postcode: string) =>
  db
    .selectFrom('postcode_area')
    .innerJoin('area', 'area.region_key', 'postcode_area.region_key')
    .select(['area.region_key', 'area.level', 'area.kind', 'area.name'])
    .where('postcode_area.postcode', '=', postcode)
    .where('area.ended_by', 'is', null)
    .where('area.uninhabited', '=', 0)
    .orderBy('area.population', 'desc')
    .orderBy('area.region_key'),
)

/** The Gemeinden a postcode lies in, the largest first. */
export async function areasOfPostcode(db: Db, postcode: string): Promise<readonly AreaRef[]> {
  return (await areasByPostcode(db, postcode)).map(toRef)
}

const hitsByName = compiled((db: Db, norm: string) =>
  db
    .selectFrom('place_term')
    .innerJoin('place_hit', 'place_hit.id', 'place_term.hit_id')
    .innerJoin('area', 'area.region_key', 'place_hit.region_key')
    .select(['area.region_key', 'area.level', 'area.kind', 'area.name', 'place_hit.former_name'])
    .where('place_term.norm', '=', norm)
    .where('place_term.whole', '=', 1)
    .where('place_hit.kind', 'in', ['gemeinde', 'ort'])
    .orderBy('place_term.weight', 'desc')
    .orderBy('place_hit.id'),
)

/**
 * The Gemeinden that bear this name, hold a village of this name, or succeeded a Gemeinde of this name; with a postcode
 * only those it lies in.
 */
export async function areasOfPlaceName(db: Db, name: string, postcode?: string): Promise<PlaceMatch> {
  const rows = await hitsByName(db, foldName(name))
  const inside = postcode && new Set((await areasOfPostcode(db, postcode)).map((area) => area.regionKey))
  const matching = inside ? rows.filter((row) => inside.has(row.region_key)) : rows
  const areas = new Map(matching.map((row) => [row.region_key, toRef(row)]))
  const former = matching.length === 1 ? matching[0]?.former_name : undefined
  return { areas: [...areas.values()], ...(former ? { movedFrom: former } : {}) }
}

/** What a reader says about a street; without postcode and place it may lie in many Gemeinden. */
export interface StreetQuestion {
  readonly street: string
  readonly postcode?: string | undefined
  readonly place?: string | undefined
}

const streetsByName = compiled((db: Db, norm: string) =>
  db.selectFrom('street').select(['postcode', 'region_key']).where('norm', '=', norm),
)

/** The Gemeinden such a street is known in; none where our street data do not reach. */
export async function areasOfStreet(
  db: Db,
  { street, postcode, place }: StreetQuestion,
): Promise<readonly AreaRef[]> {
  const streets = await streetsByName(db, foldStreet(street))
  const named = place ? (await areasOfPlaceName(db, place)).areas.map((area) => area.regionKey) : undefined
  const keys = streets
    .filter((row) => !postcode || row.postcode === postcode)
    .filter((row) => !named || named.includes(row.region_key))
    .map((row) => row.region_key)
  return [...(await areaRefs(db, [...new Set(keys)])).values()]
}

const collator = new Intl.Collator('de')

const placesBelow = compiled((db: Db, from: string, to: string) =>
  db
    .selectFrom('place')
    .select('name')
    .distinct()
    .where('region_key', '>=', from)
    .where('region_key', '<', to),
)

/** Names of the villages in a region, in German order. */
export async function placesIn(db: Db, regionKey: string): Promise<readonly string[]> {
  const rows = await placesBelow(db, regionKey, endOfRange(regionKey))
  return rows.map((row) => row.name).sort(collator.compare)
}
