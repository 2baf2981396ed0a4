import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openDatabase } from '@amtsweg/backend/database/database.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { systemClock } from '@amtsweg/backend/jobs/index.ts'
import { derivations, profileNamed } from '@amtsweg/backend/profiles.ts'
import { recordedImport } from '@amtsweg/backend/recorded-import.ts'
import { sparing } from '@amtsweg/backend/sparing.ts'
import { catalogueOf } from '@amtsweg/backend/testing.ts'
import { type Program, runProgram, startServer, temporaryFolder } from '../end-to-end/server.ts'
import { type CatalogueSize, writeCatalogue } from './catalogue.ts'

/** An installation on this computer: a real server and the commands of its operator. */
export interface RealNode {
  readonly name: string
  readonly origin: string
  readonly databaseUrl: string
  /** Starts a command and does not wait. */
  readonly command: (...args: readonly string[]) => Program
  /** Does a command; rejects with what it said unless it ended well. */
  readonly done: (...args: readonly string[]) => Promise<string>
  readonly write: (size: CatalogueSize, generation: number) => Promise<void>
  readonly catalogue: () => Promise<Readonly<Record<string, unknown>>>
  readonly sum: () => Promise<string>
  /** As if the lease of whoever was killed had run out. */
  readonly expire: () => Promise<void>
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
}

/** Starts a node with an empty catalogue, in SQLite unless `emptyDatabase` is one. It may ask `allow`, pairs of address and port. */
export async function startNode(
  name: string,
  port: number,
  allow: readonly string[],
  emptyDatabase?: string,
): Promise<RealNode> {
  const folder = temporaryFolder()
  const databaseUrl = emptyDatabase ?? `sqlite:${join(folder, 'amtsweg.sqlite')}`
  const env = {
    DATABASE_URL: databaseUrl,
    AMTSWEG_DEMO: 'off',
    AMTSWEG_OUTGOING_ALLOW: allow.join(','),
    // Syncs are begun, and killed, by hand.
    AMTSWEG_SCHEDULED_IMPORTS: 'off',
  }
  const start = () => startServer({ databaseUrl, port, env })
  let server = await start()
  // As the server has it done.
  const command = (...args: readonly string[]) => runProgram('cli', args, env, sparing)
  const done = async (...args: readonly string[]) => {
    const program = command(...args)
    if ((await program.ended) !== 0) throw new Error(`amtsweg ${args.join(' ')}: ${program.output()}`)
    return program.output()
  }
  const inDatabase = async <Result>(work: (database: ReturnType<typeof openDatabase>) => Promise<Result>) => {
    const database = openDatabase(databaseUrl)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  }
  const catalogue = () => inDatabase((database) => catalogueOf({ app: createApp({ database }) }))
  return {
    ...{
      name,
      origin: server.origin.replace('localhost', '127.0.0.1'),
      databaseUrl,
      command,
      done,
      catalogue,
    },
    write: (size, generation) =>
      inDatabase(async ({ db }) => {
        const steps = writeCatalogue(folder, name, size, generation).map(([profile, path]) => ({
          profile: profileNamed(profile),
          path,
          source: { id: `${name}-${profile}`, name },
        }))
        await recordedImport(db, steps, { by: 'import', clock: systemClock, derivations, force: true })
      }),
    sum: async () =>
      createHash('sha256')
        .update(JSON.stringify(await catalogue()))
        .digest('hex'),
    expire: () =>
      inDatabase(async ({ db }) => {
        await db
          .updateTable('job')
          .set({ lease_until: '2020-01-01T00:00:00.000Z' })
          .where('holder', 'is not', null)
          .execute()
      }),
    async kill() {
      server.signal('SIGKILL')
      await server.ended
    },
    async restart() {
      server = await start()
    },
  }
}
