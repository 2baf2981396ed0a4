/** Where somebody has read a feed up to. */
export interface FeedCursor {
  readonly epoch: string
  /** Head of the feed when this reading began: deletions before it are of no interest. */
  readonly from: number
  /** Number of the last change that was read. */
  readonly at: number
}

/** As an opaque text. */
export const writeFeedCursor = ({ epoch, from, at }: FeedCursor): string =>
  Buffer.from(`${epoch}.${from}.${at}`).toString('base64url')

/** Undefined for what none of ours ever was. */
export function readFeedCursor(text: string): FeedCursor | undefined {
  const [, epoch, from, at] =
    /^([0-9a-f]{12})\.(\d{1,16})\.(\d{1,16})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  if (epoch === undefined) return undefined
  return { epoch, from: Number(from), at: Number(at) }
}

/** Whether whoever has read up to there can go on: the past is still the same, and no deletion behind it was forgotten. */
export const canGoOn = (
  { epoch, from, at }: FeedCursor,
  feed: { readonly epoch: string; readonly head: number; readonly pruned: number },
): boolean => epoch === feed.epoch && from >= feed.pruned && from <= feed.head && at <= feed.head
