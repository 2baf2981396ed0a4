import type { SchemaState } from '../../database/schema-state.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** What SQLite says about the soundness of the file. */
export function integrityFinding(integrity: string): Finding {
  if (integrity === 'ok') return fine('integrity', 'The database is sound')
  return problem(
    'integrity',
    `The database is damaged: ${integrity}`,
    'Stop the server, restore the newest backup with "amtsweg restore", and have the disk looked at.',
  )
}

/** Whether database and program belong together. */
export function schemaFinding({ pending, unknown }: SchemaState): Finding {
  if (unknown.length > 0)
    return problem(
      'schema',
      `A newer Amtsweg has written the database (${unknown.at(-1)})`,
      'Install that version again, or restore the backup made before its upgrade.',
    )
  if (pending.length > 0)
    return warning(
      'schema',
      `${pending.length} changes of the schema are pending`,
      'Run "amtsweg upgrade", or restart the server: both make a backup first.',
    )
  return fine('schema', 'The schema is the latest')
}

/** Whether the search index was made by this version's lists of words. */
export function searchIndexFinding(isCurrent: boolean): Finding {
  if (isCurrent) return fine('search-index', 'The search index was made by this version')
  return warning(
    'search-index',
    'The search index was made by another version: some words find nothing',
    'Restart the server: it makes the index anew.',
  )
}
