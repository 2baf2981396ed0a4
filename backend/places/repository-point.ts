import type { Db } from '../database/database.ts'
import type { PlaceMatch } from './repository.ts'

/** The Gemeinde at a point (WGS 84), by the sharpest outline there is; undefined outside all of them. */
export async function areaAtPoint(_db: Db, _lon: number, _lat: number): Promise<PlaceMatch | undefined> {
  return undefined
}
