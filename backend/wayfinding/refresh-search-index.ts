import type { Db } from '../database/database.ts'
import { indexForm } from './index-form.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'
import { hasServices, indexFormOf } from './repository.ts'
import { hasSearchChanges } from './search-changes.ts'

/**
 * Makes the search index anew where an older program or an older list made it, or services were changed since; tells whether it
 * did.
 */
export async function refreshSearchIndex(db: Db): Promise<boolean> {
  if (await isSearchIndexCurrent(db)) return false
  await db.transaction().execute(rebuildSearchIndex)
  return true
}

/** Whether this program would make the same index of what there is. */
export const isSearchIndexCurrent = async (db: Db): Promise<boolean> =>
  !(await hasSearchChanges(db)) && ((await indexFormOf(db)) === indexForm() || !(await hasServices(db)))
