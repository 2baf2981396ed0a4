import type { AreaRef } from '@amtsweg/contract'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { type BoundaryCandidate } from '../database/spatial.ts'
import { keepLast } from './keep-last.ts'
import type { Polygon } from './outline.ts'
import { isInside } from './point-in-polygon.ts'
import { type PlaceMatch, resolveArea } from './repository.ts'

const geometryById = compiled((db: Db, id: number) =>
  db.selectFrom('boundary').select('geometry').where('id', '=', id),
)

/** Reads the outline of a candidate. */
export type OutlineReader = (db: Db, id: number) => Promise<readonly Polygon[]>

const readOutline: OutlineReader = async (db, id) => {
  const [row] = await geometryById(db, id)
  return row ? (JSON.parse(row.geometry) as { coordinates: readonly Polygon[] }).coordinates : []
}

/** A reader that keeps the last few hundred outlines, for many points one after another. */
export function keepOutlines(limit = 400): OutlineReader {
  const kept = keepLast<number, readonly Polygon[]>(limit)
  return (db, id) => kept(id, () => readOutline(db, id))
}

/**
 * The Gemeinde at a point (WGS 84), by the sharpest outline there is; undefined outside all of them, several where an old outline
 * is all we know of a Gemeinde that was divided. Where a sharp outline says no, a coarse one of the same area is not believed.
 */
export async function areaAtPoint(
  db: Db,
  lon: number,
  lat: number,
  read: OutlineReader = readOutline,
): Promise<PlaceMatch | undefined> {
  const candidates = (await dialectOf(db).spatialIndex.candidates(db, lon, lat)).filter(isGemeinde)
  for (const { id, region_key, scale } of candidates) {
    const holds = isInside([lon, lat], await read(db, id)) && !(await hasSharper(db, region_key, scale))
    const areas = holds ? ((await resolveArea(db, region_key))?.areas ?? []) : []
    if (areas.length > 0)
      return { areas: await narrow(areas, candidates, (one) => read(db, one.id), [lon, lat]) }
  }
  return undefined
}

const sharperOutlines = compiled((db: Db, regionKey: string, scale: number) =>
  db
    .selectFrom('boundary')
    .select('id')
    .where('region_key', '=', regionKey)
    .where('scale', '<', scale)
    .limit(1),
)

/** Whether a sharper outline had its say before. */
const hasSharper = async (db: Db, regionKey: string, scale: number) =>
  (await sharperOutlines(db, regionKey, scale)).length > 0

const isGemeinde = ({ region_key }: BoundaryCandidate): boolean => region_key.length === 12

/** Of several successors the one whose own outline holds the point. */
async function narrow(
  heirs: readonly AreaRef[],
  candidates: readonly BoundaryCandidate[],
  read: (candidate: BoundaryCandidate) => Promise<readonly Polygon[]>,
  point: readonly [number, number],
): Promise<readonly AreaRef[]> {
  if (heirs.length === 1) return heirs
  for (const candidate of candidates) {
    const heir = heirs.find((area) => area.regionKey === candidate.region_key)
    if (heir && isInside(point, await read(candidate))) return [heir]
  }
  return heirs
}
