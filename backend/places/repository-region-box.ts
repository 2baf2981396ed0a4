import type { Db } from '../database/database.ts'
import type { Box } from '../geometry/geometry.ts'
import { endOfRange } from './region-key.ts'

/** The box around the outlines of an area and of all within it (WGS 84); undefined where no map has them. */
export async function boxOfRegion(db: Db, regionKey: string): Promise<Box | undefined> {
  const { minX, minY, maxX, maxY } = await db
    .selectFrom('boundary')
    .where('region_key', '>=', regionKey)
    .where('region_key', '<', endOfRange(regionKey))
    .select(({ fn }) => [
      fn.min<number | null>('min_lon').as('minX'),
      fn.min<number | null>('min_lat').as('minY'),
      fn.max<number | null>('max_lon').as('maxX'),
      fn.max<number | null>('max_lat').as('maxY'),
    ])
    .executeTakeFirstOrThrow()
  if (minX === null || minY === null || maxX === null || maxY === null) return undefined
  return { minX, minY, maxX, maxY }
}
