import {
  atOneMoment,
  copiedTables,
  copyTable,
  filledTables,
  settleCounters,
  sumTable,
  type TableSum,
} from '../database/copy-rows.ts'
import { type Db, migrate, type OpenDatabase, type Trx } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { appliedMigrations, compareSchema } from '../database/schema-state.ts'
import { demandServer, explainServer } from './database-server.ts'
import { OperationError } from './operation-error.ts'

/** Two databases, and what is made anew of the data once they are there. */
export interface CopyOrder {
  readonly from: OpenDatabase
  readonly to: OpenDatabase
  readonly rebuild: (trx: Trx) => Promise<void>
  readonly say: (line: string) => void
}

/**
 * Copies everything into an empty database of any engine, in one transaction, and reads it back; answers what is in each table. Throws
 * OperationError, and then nothing was written, where source or target will not do or a table reads otherwise than it was.
 */
export async function copyDatabase({ from, to, rebuild, say }: CopyOrder): Promise<readonly TableSum[]> {
  await demandServer(from.db)
  await demandServer(to.db)
  await demandPresentSchema(from.db)
  await demandEmpty(to.db)
  await migrate(to.db)
  return atOneMoment(from.db, (source) =>
    to.db.transaction().execute(async (target) => {
      const tables = await copiedTables(source)
      const sums: TableSum[] = []
      for (const table of tables) {
        say(`Copying ${table.name}`)
        const read = await copyTable(source, target, table).catch((error: unknown) => {
          throw explain(error, table.name)
        })
        sums.push(read)
      }
      await settleCounters(target)
      for (const [index, table] of tables.entries()) demandEqual(sums[index]!, await sumTable(target, table))
      say('All tables were read back and are equal; making the search index')
      await rebuild(target)
      await dialectOf(target).takeStock(target)
      return sums
    }),
  )
}

async function demandPresentSchema(db: Db): Promise<void> {
  const applied = await appliedMigrations(db)
  const { pending, unknown } = compareSchema(applied, Object.keys(dialectOf(db).migrations))
  if (applied.length === 0)
    throw new OperationError('There are no data of Amtsweg in the database to copy from: check --from.')
  if (unknown.length > 0)
    throw new OperationError(
      'The database to copy from was written by a newer Amtsweg: copy it with that version. Nothing was changed.',
    )
  if (pending.length > 0)
    throw new OperationError(
      'The database to copy from is of an older version: run "amtsweg upgrade" with it as DATABASE_URL first. Nothing was changed.',
    )
}

async function demandEmpty(db: Db): Promise<void> {
  const { unknown } = compareSchema(await appliedMigrations(db), Object.keys(dialectOf(db).migrations))
  if (unknown.length > 0)
    throw new OperationError(
      'The database to copy to was written by a newer Amtsweg: name an empty one. Nothing was changed.',
    )
  const filled = await filledTables(db)
  if (filled.length === 0) return
  throw new OperationError(
    `The database to copy to is not empty (${filled.slice(0, 5).join(', ')}): name a new one. Nothing was changed.`,
  )
}

function demandEqual(read: TableSum, written: TableSum): void {
  if (read.rows === written.rows && read.sha256 === written.sha256) return
  throw new OperationError(
    `The table ${read.table} reads otherwise than it was (${read.rows} rows, then ${written.rows}): nothing was copied. Please report this.`,
  )
}

const explain = (error: unknown, table: string): Error =>
  explainServer(error) ??
  new OperationError(
    `The table ${table} could not be copied (${(error as Error).message}): nothing was copied.`,
    { cause: error },
  )
