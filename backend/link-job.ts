import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import { createLinkVisitor } from './integration/link-visitor.ts'
import type { Clock, Job } from './jobs/index.ts'
import type { LinkSettings } from './link-settings.ts'
import { checkLinks, isWithin, type LinkCheckParts, type RoundReport } from './services/index.ts'

/** Name of the job, and of the lease that lets one process alone do it. */
export const linkJobName = 'link-check'

/** Milliseconds between two rounds; each takes a few minutes where many links are due. */
const pause = 5 * 60_000

/** Everything a round of looks needs. */
export function linkCheckParts(
  own: { readonly db: Db; readonly write: WriteSoon; readonly clock: Clock },
  settings: LinkSettings,
): LinkCheckParts {
  const { contactUrl, ownHosts, allow } = settings
  const userAgent = `Amtsweg-LinkCheck${contactUrl ? ` (+${contactUrl})` : ''}`
  return {
    ...own,
    settings,
    visitorFor: (turn) => createLinkVisitor(createGuardedClient({ userAgent, ownHosts, allow, turn })),
  }
}

/** Looks at the links that are due, every few minutes, at the hours the operator allows. */
export const linkJob = (
  parts: LinkCheckParts,
  { hours }: Pick<LinkSettings, 'hours'>,
  onRound: (report: RoundReport) => void,
): Job => ({
  name: linkJobName,
  every: pause,
  async run(signal) {
    if (isWithin(hours, parts.clock.now())) onRound(await checkLinks(parts, { signal }))
  },
})
