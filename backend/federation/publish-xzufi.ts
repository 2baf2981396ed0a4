import { randomUUID } from 'node:crypto'
import { waiting } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { XzufiVersion } from '../import/index.ts'
import { writeXzufiFile } from '../responsibility/index.ts'
import { newNodeId } from './node-id.ts'
import { ensureFeedState } from './repository-feed.ts'

interface Order {
  readonly version: XzufiVersion
  readonly path: string
  readonly now: Date
  /** Told of every object, and of what the version has no place for. */
  readonly note?: (what: string) => void
}

/** Writes what this node keeps itself into a file, as anybody may have it. */
export async function publishXzufi(db: Db, { version, path, now, note }: Order): Promise<void> {
  const { node } = await waiting(db)((trx) => ensureFeedState(trx, newNodeId))
  await writeXzufiFile(db, path, {
    ...{ version, now: now.toISOString(), messageId: randomUUID(), publishedBy: node, note },
  })
}
