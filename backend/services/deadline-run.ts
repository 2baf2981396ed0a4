import type { Deadline, DeadlineRun } from '@amtsweg/contract'

/** A Frist as it is stored: whoever wrote it may say how it runs, or that it is none to be counted. */
export type StoredDeadline = Omit<Deadline, 'runs'> & { readonly runs?: DeadlineRun | 'none' | undefined }

const dated = new Set(['JAHR', 'MONAT', 'WOCHE', 'TAG', 'WERKTAG', 'ARBEITSTAG'])
/** Words of a span that binds nobody to a day: how long a paper is valid, how far a payment reaches back, what comes before. */
const otherSpan =
  /(?<!\p{L})(?:gilt|gültig\p{L}*|rückwirkend|höchstens|frühestens|vor|vorher|bevor|mindestens|valid|before)(?!\p{L})/iu
const afterwards = /(?<!\p{L})(?:nach|ab|seit|binnen|innerhalb|after|within|from)(?!\p{L})/iu

/**
 * Whether a Frist can be counted from a day, and in which direction. If nobody has said so, its words decide: without words
 * a length of time runs from an event on (BGB § 187); words we cannot read mean that nothing is counted.
 */
export function runOf({ value, unit, text, runs }: StoredDeadline): DeadlineRun | undefined {
  if (!value || value < 1 || !unit || !dated.has(unit) || runs === 'none') return undefined
  if (runs) return runs
  if (!text?.trim()) return 'after'
  return !otherSpan.test(text) && afterwards.test(text) ? 'after' : undefined
}
