import { createHash } from 'node:crypto'
import SQLite from 'better-sqlite3'
import { type Db, openDatabase } from '@amtsweg/backend/database/database.ts'
import { quiet } from './postgres.ts'

/** What a database holds: a fingerprint and a number of rows per table, and whether the file is sound. */
export interface Contents {
  readonly integrity: unknown
  readonly tables: Readonly<Record<string, string>>
}

/** Indexes keep tables of their own, and PostgreSQL notes of what has changed; what they stand for is compared where it comes from. */
const ofAnIndex =
  /^sqlite_|_(data|idx|content|docsize|config|node|parent|rowid|rtree)$|^data_change$|^kysely_/
/** Every import leaves an entry: the trail grows where the data are as before. */
const ofTheTrail = /^audit_/
/** Differs from import to import by nature: moments, and numbers that are counted up. */
const differs = ([column, value]: readonly [string, unknown]) =>
  /_at$|^timestamp$/.test(column) || (/^(id|version)$/.test(column) && typeof value === 'number')

/** Reads everything; what a killed process has left is brought in order by whoever opens the database next, here us. */
export async function contentsOf(url: string): Promise<Contents> {
  await quiet(url)
  const { db, close } = openDatabase(url)
  try {
    const names = (await db.introspection.getTables())
      .filter(({ isView }) => !isView)
      .map(({ name }) => name)
      .filter((name) => !ofAnIndex.test(name) && !ofTheTrail.test(name))
    const tables: Record<string, string> = {}
    for (const name of names.sort()) tables[name] = await fingerprint(db, name)
    return { integrity: integrityOf(url), tables }
  } finally {
    await close()
  }
}

async function fingerprint(db: Db, table: string): Promise<string> {
  const rows = (await db
    .selectFrom(table as 'source')
    .selectAll()
    .execute()) as object[]
  const texts = rows.map((row) => JSON.stringify(Object.entries(row).filter((cell) => !differs(cell))))
  const hash = createHash('sha256').update(texts.sort().join('\n')).digest('base64url')
  return `${rows.length} rows ${hash.slice(0, 12)}`
}

/** What SQLite says of its file; PostgreSQL would not have answered. */
export function integrityOf(url: string): unknown {
  if (!url.startsWith('sqlite:')) return 'ok'
  const database = new SQLite(url.replace('sqlite:', ''))
  try {
    return database.pragma('integrity_check', { simple: true })
  } finally {
    database.close()
  }
}
