import type { Selectable } from 'kysely'

/** Requests of busy clients in windows that are running or just over, shared by all processes; deleted two windows later. */
export interface SharedRateTable {
  policy: string
  /** Keyed hash of a network; the key lives a day. */
  client: string
  /** First moment of the window, RFC 3339 UTC. */
  window_start: string
  requests: number
}
export type SharedRateRow = Selectable<SharedRateTable>

/** The key of today's hashes, so that all processes make the same; yesterday's is deleted. */
export interface RateSaltTable {
  /** ISO date, UTC. */
  day: string
  /** 32 bytes in base64url. */
  salt: string
}
