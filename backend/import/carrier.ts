import type { z } from 'zod'
import type { Db, Trx } from '../database/database.ts'

/** A record and what tells it from an earlier one. */
export interface Mark {
  readonly id: string
  readonly fingerprint: string
  readonly sourceId: string
}

/** A record that came from another node, as it is called here. */
export interface Carried<Content> {
  readonly id: string
  readonly sourceId: string
  readonly content: Content
}

/** Where a record holds, null for everywhere; `unknown` where that depends on something that is not here yet. */
export type Hold<Content> = Content | 'outside' | 'unknown'

/** Whether an area, or everywhere, is one that is wanted. */
export type IsWanted = (regionKey: string | null) => boolean

/**
 * How records of one kind go from node to node: each domain knows it of its own. Ids are those of this node's database; where the source
 * is a part of one (`localId`), it is called differently at each node.
 */
export interface Carrier<Content = unknown> {
  readonly kind: string
  /** What may come from another node; it makes nothing safe. */
  readonly schema: z.ZodType<Content>
  /** All records, some at a time, in any order. */
  readonly marks: (db: Db) => AsyncIterable<readonly Mark[]>
  readonly marksOf: (db: Db, ids: readonly string[]) => Promise<readonly Mark[]>
  /** Records by id; what is not there is left out. */
  readonly read: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>
  readonly localId: (id: string, sourceId: string) => string
  readonly feedId: (localId: string, sourceId: string) => string
  /** As much of a record as holds where it is wanted. */
  readonly within: (db: Db, content: Content, isWanted: IsWanted) => Promise<Hold<Content>>
  /** Which of these cannot be taken as things are, and why: `taken` by another source, or `incomplete` without another record. */
  readonly clashes: (db: Db, records: readonly Carried<Content>[]) => Promise<ReadonlyMap<string, string>>
  /** Writes records that clash with nothing. `at` is RFC 3339 UTC. */
  readonly write: (trx: Trx, records: readonly Carried<Content>[], at: string) => Promise<void>
  readonly remove: (trx: Trx, ids: readonly string[]) => Promise<void>
}

/** As one of many. A carrier is only ever given contents that its own schema has let through. */
export const asCarrier = <Content>(carrier: Carrier<Content>): Carrier => carrier as unknown as Carrier

/** Most ids of one question. */
export const idsAtOnce = 400

export function* someOf<Item>(items: readonly Item[], size = idsAtOnce): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}

/** Ids that mean the same at every node. */
export const sameEverywhere = {
  localId: (id: string) => id,
  feedId: (id: string) => id,
} as const

export const nothingClashes = async (): Promise<ReadonlyMap<string, string>> => new Map()
