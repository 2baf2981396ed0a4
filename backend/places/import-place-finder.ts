import type { Trx } from '../database/database.ts'
import { foldName } from './place-name.ts'
import { areaAtPoint, keepOutlines } from './repository-point.ts'

/** A place by name, as a list of postcodes has it. */
export interface NamedPlace {
  readonly name: string
  readonly postcode: string
  readonly lat: number
  readonly lon: number
}

/** The Gemeinde of a place, or why it is left out. */
export type Placing = { readonly regionKey: string } | { readonly reason: string }

/** Tells in which Gemeinde a place lies. */
export interface PlaceFinder {
  /** `kreis`: AGS of the Kreis or Land the place is said to lie in, empty when nobody says. */
  readonly find: (place: NamedPlace, kreis: string) => Promise<Placing>
  /** The same where the list names the Gemeinde itself. */
  readonly check: (place: NamedPlace, regionKey: string) => Promise<Placing>
}

/** A Gemeinde this near, in kilometres, is meant when a place bears its name. */
const near = 12

/**
 * Postcodes of PO boxes, companies and authorities lie in no Gemeinde; names that come with them are no places. A place that
 * bears the name of a Gemeinde nearby is that Gemeinde, if postcode or outline agree; if not, the list names the post office
 * ("12529 Berlin" is Schönefeld) and is not believed. Other places lie where the outline shows, as far as the postcode
 * agrees, or in the only Gemeinde of their postcode. In doubt a place is left out: a wrong Gemeinde sends people to the wrong
 * office.
 */
export async function createPlaceFinder(trx: Trx): Promise<PlaceFinder> {
  const gemeinden = await readGemeinden(trx)
  const byName = Map.groupBy(gemeinden, (gemeinde) => foldName(gemeinde.name))
  const pairs = await trx.selectFrom('postcode_area').select(['postcode', 'region_key']).execute()
  const byPostcode = Map.groupBy(pairs, (pair) => pair.postcode)
  const laender = new Set(pairs.map((pair) => pair.region_key.slice(0, 2)))
  const read = keepOutlines()

  const reaches = (postcode: string, regionKey: string) =>
    byPostcode.get(postcode)?.some((pair) => pair.region_key === regionKey) ?? false
  const isNoPlace = (postcode: string, land: string) =>
    laender.has(land.slice(0, 2)) && !byPostcode.has(postcode)

  /** What the name alone tells, given where the outline says we are. */
  const byNamesake = (place: NamedPlace, here: readonly string[]): Placing | undefined => {
    const namesakes = byName.get(foldName(place.name)) ?? []
    const sharing = namesakes.filter(({ region_key }) => reaches(place.postcode, region_key))
    const [only] =
      sharing.length > 0 ? sharing : namesakes.filter(({ region_key }) => here.includes(region_key))
    if (only && sharing.length <= 1) return { regionKey: only.region_key }
    if (namesakes.some((gemeinde) => distance(place, gemeinde) < near))
      return {
        reason: `The Gemeinde ${place.name} is near, but neither ${place.postcode} nor the outline is its own`,
      }
    return undefined
  }

  return {
    async check(place, regionKey) {
      if (isNoPlace(place.postcode, regionKey)) return { reason: noPlace(place) }
      return byNamesake(place, [regionKey]) ?? { regionKey }
    },
    async find(place, kreis) {
      const { postcode, lat, lon } = place
      const candidates = byPostcode.get(postcode) ?? []
      if (isNoPlace(postcode, kreis)) return { reason: noPlace(place) }
      const here = (await areaAtPoint(trx, lon, lat, read))?.areas.map((area) => area.regionKey) ?? []
      const named = byNamesake(place, here)
      if (named) return named
      const agreeing = candidates.length > 0 ? here.filter((key) => reaches(postcode, key)) : here
      if (agreeing.length === 1 && agreeing[0]) return { regionKey: agreeing[0] }
      if (candidates.length === 1 && candidates[0]) return { regionKey: candidates[0].region_key }
      if (here.length === 0)
        return { reason: `${postcode} lies in ${candidates.length} Gemeinden and no outline tells which` }
      return { reason: `By outline it lies in ${here.join(', ')}, where ${postcode} does not reach` }
    },
  }
}

const noPlace = ({ postcode }: NamedPlace) =>
  `${postcode} lies in no Gemeinde: it belongs to a PO box or a company`

const readGemeinden = (trx: Trx) =>
  trx
    .selectFrom('area')
    .select(['region_key', 'name', 'lat', 'lon'])
    .where('level', '=', 'gemeinde')
    .where('ended_by', 'is', null)
    .where('uninhabited', '=', 0)
    .execute()

/** Kilometres, exact enough within Germany. */
function distance(
  place: NamedPlace,
  { lat, lon }: { readonly lat: number | null; readonly lon: number | null },
): number {
  if (lat === null || lon === null) return Infinity
  return Math.hypot((place.lat - lat) * 111, (place.lon - lon) * 69)
}
