/** The version of the data as everything in this process sees it. */
export interface VersionWatch {
  /** As it was when somebody last looked, at most a fifth of a second ago. */
  readonly dataVersion: () => string
  /** Looks now: what this process has changed itself is noticed at once. */
  readonly look: () => Promise<void>
}

interface Options {
  /** Changes with every committed change of the data. */
  readonly dataVersion: () => string
  /** Milliseconds for which a version may be taken for the present one; 0 where it is always at hand. */
  readonly versionHolds: number
  /** Asks the engine, where `dataVersion` only tells what is known. */
  readonly look: () => Promise<void>
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
}

/**
 * One for all that remembers: if each looked at a time of its own, one could make an answer of what another has not yet forgotten,
 * and keep it as new.
 */
export function watchVersion({
  dataVersion,
  versionHolds,
  look,
  clock = () => performance.now(),
}: Options): VersionWatch {
  let version = dataVersion()
  let checked = clock()
  const take = (now: number) => {
    checked = now
    version = dataVersion()
  }
  return {
    dataVersion() {
      const now = clock()
      if (now - checked >= versionHolds) take(now)
      return version
    },
    async look() {
      await look()
      take(clock())
    },
  }
}
