import type { Selectable } from 'kysely'

/** What this node is in the eyes of others; one row. */
export interface FeedStateTable {
  id: number
  /** Twelve hexadecimal digits, made once. */
  node: string
  /** Another one whenever the past was changed, as by a backup that was put back. */
  epoch: string
  /** Number of the newest change. */
  head: number
  /** Deletions up to this number are forgotten. */
  pruned: number
  /** End of the trail of changes when all records were last compared. */
  compared_seq: number
}

/** A record as others were last told of it. */
export interface FeedEntryTable {
  kind: string
  id: string
  /** Number of its last change here: they grow, and become visible in their order. */
  seq: number
  /** Of the content; '' once it is gone. */
  fingerprint: string
  deleted: number
  /** RFC 3339 UTC. */
  changed_at: string
  source_id: string
  /** Node where it is kept; '' = here. */
  origin: string
  /** Number of its last change there. */
  version: number
  /** The subscription that brought it; null = it was written here. */
  via: string | null
}
export type FeedEntryRow = Selectable<FeedEntryTable>

/** Another node whose catalogue comes here. Times are RFC 3339 UTC. */
export interface SubscriptionTable {
  id: string
  /** Who made it; null = the operator. */
  authority_id: string | null
  kind: 'amtsweg' | 'xzufi' | 'xzufi-changes'
  url: string
  /** Region keys with spaces between; '' = all. */
  areas: string
  every_seconds: number
  created_at: string
  /** Id of the other node, from its first answer on. */
  node: string | null
  /** Up to where its feed lies in `feed_staged` or in the catalogue. */
  cursor: string | null
  /** 1 while everything is read anew, and what does not come goes at its end. */
  whole: number
  /** Of the last answer that told nothing new; of the last file of XZuFi. */
  etag: string | null
  last_modified: string | null
  checksum: string | null
  /** End of the trail of changes when what is withheld was last tried. */
  trail_seq: number | null
  tried_at: string | null
  succeeded_at: string | null
  changed_at: string | null
  written_count: number
  deleted_count: number
  /** Code of what went wrong the last time; null = nothing. */
  error: string | null
}
export type SubscriptionRow = Selectable<SubscriptionTable>

/** What has come of another node's feed and is not, or cannot be, taken into the catalogue yet. */
export interface FeedStagedTable {
  subscription_id: string
  kind: string
  /** As it is called here. */
  id: string
  source_id: string
  origin: string
  version: number
  deleted: number
  /** JSON of the record; '' where it is gone. */
  content: string
  /** Why it was not taken; null = it was not tried yet. */
  withheld: string | null
}
export type FeedStagedRow = Selectable<FeedStagedTable>
