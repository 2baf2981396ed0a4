import type { AreaRef } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import {
  areaAtPoint,
  areasOfPlaceName,
  areasOfPostcode,
  areasOfStreet,
  areasWithStreets,
  type PlaceMatch,
  resolveArea,
} from '../places/index.ts'
import type { Where } from './where.ts'

/** The areas that what a reader said can mean; undefined when nobody knows it. */
export async function candidatesOf(db: Db, where: Where): Promise<PlaceMatch | undefined> {
  if (where.by === 'area') return resolveArea(db, where.area)
  const match =
    where.by === 'point' ? await areaAtPoint(db, where.lon, where.lat) : await ofAddress(db, where)
  return match?.areas.length ? match : undefined
}

type Address = Where & { by: 'address' }

/**
 * A village our data lack does not make the postcode beside it unknown, nor the other way round: then what is known
 * answers, or asks.
 */
async function ofAddress(db: Db, { postcode, place, street }: Address): Promise<PlaceMatch> {
  if (!place)
    return narrow(db, { areas: postcode ? await areasOfPostcode(db, postcode) : [] }, postcode, street)
  const both = await areasOfPlaceName(db, place, postcode)
  if (both.areas.length > 0 || !postcode) return narrow(db, both, postcode, street)
  const areas: readonly AreaRef[] = await areasOfPostcode(db, postcode)
  return areas.length > 0 ? narrow(db, { areas }, postcode, street) : areasOfPlaceName(db, place)
}

/** Leaves out the Gemeinden that have no such street; those whose streets we do not know stay in question. */
async function narrow(
  db: Db,
  match: PlaceMatch,
  postcode: string | undefined,
  street: string | undefined,
): Promise<PlaceMatch> {
  if (!street || match.areas.length < 2) return match
  const found = new Set((await areasOfStreet(db, { street, postcode })).map((area) => area.regionKey))
  const covered = await areasWithStreets(
    db,
    match.areas.map((area) => area.regionKey),
  )
  const areas = match.areas.filter(({ regionKey }) => found.has(regionKey) || !covered.has(regionKey))
  return areas.length > 0 ? { ...match, areas } : match
}
