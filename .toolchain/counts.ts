/** What a runner has to say at its end. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 }

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    none,
  )

/** The sentence that CI reads from the last line. */
export const sentence = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

/** One thing that either works or does not. */
export const single = (works: boolean): Counts => ({ ...none, passed: Number(works), failed: Number(!works) })

/** A runner that ends badly without naming a failed test, or that has run nothing, has failed itself. */
export function honest(counts: Counts, exitCode: number): Counts {
  const ran = counts.passed + counts.failed
  if (counts.failed || (ran && exitCode === 0)) return counts
  return { ...counts, failed: 1 }
}
