import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HarvestVisitor } from './geodata/index.ts'
import { fetchGeoPage, geoCaps } from './integration/geo-page.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import type { LinkSettings } from './link-settings.ts'
import { inWorkFolder } from './operation/work-folder.ts'

/** Bytes of a list of collections. */
const longest = 4 * 1024 * 1024

/** Asks other servers what they have to copy, through the one way out. A person waits: seconds, not minutes. */
export function harvestVisitor({ allow, ownHosts, contactUrl }: LinkSettings): HarvestVisitor {
  const ask = createGuardedClient({
    userAgent: `Amtsweg-Harvest${contactUrl ? ` (+${contactUrl})` : ''}`,
    ...{ ownHosts, allow, caps: { ...geoCaps(longest), headersTime: 8_000, totalTime: 10_000 } },
  })
  return {
    mayBeOpen: (url) => allow.includes(url.host),
    ask: (url, token) =>
      inWorkFolder(join(tmpdir(), 'amtsweg'), new Date(), async (folder) => {
        const saveAs = join(folder, 'answer.json')
        const answer = await fetchGeoPage(ask, { url, token, saveAs, signal: AbortSignal.timeout(12_000) })
        if (answer.kind === 'gone') return 'no-collection'
        if (answer.kind === 'failed') return answer.code
        try {
          return { url: answer.url, body: JSON.parse(readFileSync(saveAs, 'utf8')) as unknown }
        } catch {
          return 'malformed'
        }
      }),
  }
}
