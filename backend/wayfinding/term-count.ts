import { createHmac } from 'node:crypto'

/** How a search can end: nothing was found, nothing of it was opened, or something was. */
export type Outcome = 'none' | 'unopened' | 'opened'

/** How often searches ended which way. */
export type Ends = Readonly<Record<Outcome, number>>

/** So many different askers must have typed a term before its text is kept. */
export const enoughAskers = 5

/** What has been counted of one term on the pages of one area since the last writing. */
export interface FreshTerm extends Ends {
  readonly regionKey: string
  readonly folded: string
  /** As the last of those whose search led nowhere typed it. */
  readonly text: string | undefined
}

/** What is stored of it. */
export interface StoredTerm extends Ends {
  readonly text: string | null
}

/**
 * Adds fresh counts to what is stored. The text comes with the asker who makes it enough; undefined where nothing is to be stored,
 * because searches that ended well are only counted beside others that did not.
 */
export function grown(stored: StoredTerm | undefined, fresh: FreshTerm): StoredTerm | undefined {
  const none = (stored?.none ?? 0) + fresh.none
  const unopened = (stored?.unopened ?? 0) + fresh.unopened
  if (none + unopened === 0) return undefined
  const isEnough = none + unopened >= enoughAskers
  const text = stored?.text ?? (isEnough ? (fresh.text ?? null) : null)
  return { text, none, unopened, opened: (stored?.opened ?? 0) + fresh.opened }
}

/** Under which hash a term of an area is stored: without the key of the period nobody can compute it. */
export const termId = (key: string, { regionKey, folded }: Pick<FreshTerm, 'regionKey' | 'folded'>): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`${regionKey}\n${folded}`).digest('base64url')
