import type { Db } from '../database/database.ts'
import type { JsonPiece } from '../geofiles/json-pieces.ts'
import { findHarvest } from './repository-harvests.ts'
import type { InTransaction } from './repository-versions.ts'
import type { GeoHarvestRow } from './tables.ts'

/** An answer of another server, cut into pieces as it is read. */
export interface ForeignAnswer {
  /** Where it came from in the end. */
  readonly url: string
  readonly bytes: number
  readonly etag: string | null
  /** As the header `Content-Crs` says, without angle brackets. */
  readonly contentCrs: string | undefined
  readonly pieces: () => AsyncIterable<JsonPiece>
}

/** Asks another server; `gone` where it does not know the address any more. Throws HarvestError. */
export type AskForeign = (url: string, token: string | null) => Promise<ForeignAnswer | 'gone'>

/** What a visit to another server works with. */
export interface HarvestParts {
  readonly db: Db
  readonly id: string
  /** In a transaction of its own, unless somebody else has taken over: then it throws. */
  readonly inTransaction: InTransaction
  readonly ask: AskForeign
  /** RFC 3339 UTC. */
  readonly now: () => string
  /** Id of this node. */
  readonly node: string
  /** Bytes of everything that is read for one version. */
  readonly longest: number
  readonly onProgress: (words: string) => void
}

/** The harvest as it is now. Throws where it was removed. */
export async function harvestOf({ db, id }: Pick<HarvestParts, 'db' | 'id'>): Promise<GeoHarvestRow> {
  const harvest = await findHarvest(db, id)
  if (!harvest) throw new HarvestGone()
  return harvest
}

/** Somebody has removed the harvest while it was at work. */
export class HarvestGone extends Error {
  override name = 'HarvestGone'
}
