/** Where somebody has read a feed up to. */
export interface FeedCursor {
  readonly epoch: string
  /** Head of the feed when this reading began: deletions before it are of no interest. */
  readonly from: number
  /** Number of the last change that was read. */
  readonly at: number
  /** Where the trail of changes had come to, and the beginning of its hash there; left out where there was none yet. */
  readonly trail?: { readonly seq: number; readonly hash: string } | undefined
}

/** As an opaque text. */
export const writeFeedCursor = ({ epoch, from, at, trail }: FeedCursor): string =>
  Buffer.from(`${epoch}.${from}.${at}${trail ? `.${trail.seq}.${trail.hash}` : ''}`).toString('base64url')

/** Undefined for what none of ours ever was. */
export function readFeedCursor(text: string): FeedCursor | undefined {
  const [, epoch, from, at, seq, hash] =
    /^([0-9a-f]{12})\.(\d{1,16})\.(\d{1,16})(?:\.(\d{1,9})\.([0-9a-f]{12}))?$/.exec(
      Buffer.from(text, 'base64url').toString(),
    ) ?? []
  if (epoch === undefined) return undefined
  const trail = seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash }
  return { epoch, from: Number(from), at: Number(at), trail }
}

/** Whether whoever has read up to there can go on: the past is still the same, and no deletion behind it was forgotten. */
export const canGoOn = (
  { epoch, from, at }: FeedCursor,
  feed: { readonly epoch: string; readonly head: number; readonly pruned: number },
): boolean => epoch === feed.epoch && from >= feed.pruned && from <= feed.head && at <= feed.head
