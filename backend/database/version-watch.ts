/** The version of the data as everything in this process sees it. */
export interface VersionWatch {
  /** As it was when somebody last looked, at most a fifth of a second ago. */
  readonly dataVersion: () => string
  /** Looks now: what this process has changed itself is noticed at once. */
  readonly look: () => void
}

interface Options {
  /** Changes with every committed change of the data. */
  readonly dataVersion: () => string
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
}

/** Asking the database for its version at every request would cost as much as an answer from memory. */
const interval = 200

/**
 * One for all that remembers: if each looked at a time of its own, one could make an answer of what another has not yet forgotten,
 * and keep it as new.
 */
export function watchVersion({ dataVersion, clock = () => performance.now() }: Options): VersionWatch {
  let version = dataVersion()
  let checked = clock()
  const look = (now = clock()) => {
    checked = now
    version = dataVersion()
  }
  return {
    dataVersion() {
      const now = clock()
      if (now - checked >= interval) look(now)
      return version
    },
    look: () => look(),
  }
}
