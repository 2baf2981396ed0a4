import { setTimeout as sleep } from 'node:timers/promises'
import { addAuthority, addTestClerk } from '@amtsweg/backend/access/testing.ts'
import { saveDraft } from '@amtsweg/backend/changes/repository-drafts.ts'
import { type Db, openDatabase } from '@amtsweg/backend/database/database.ts'
import { startServer } from '../end-to-end/server.ts'
import { wholeTrail } from './trail.ts'

const past = '2026-11-01T00:00:00.000Z'
const address = (index: number) => `/units/geplant-${index}/record`

/** A database with the demo data and drafts of one town whose time has come while nobody ran. */
export async function openPlannedTown(url: string, drafts: number): Promise<void> {
  const first = await startServer({ databaseUrl: url })
  first.signal('SIGTERM')
  await first.ended
  await within(url, async (db) => {
    await addAuthority(db, 'wismar', '130740087')
    const { id } = await addTestClerk(db, { grants: [{ authority: 'wismar', roles: ['editor'] }] })
    const by = `clerk:${id}`
    await db.transaction().execute(async (trx) => {
      for (let index = 0; index < drafts; index += 1)
        await saveDraft(trx, {
          ...{ id: `geplant-${index}`, authority: 'wismar', kind: 'unit', address: address(index) },
          wanted: { tier: 'municipal', regionKey: '130740087', names: { de: `Amt ${index}` } },
          ...{ basedOn: null, base: undefined, note: null, reason: null, published: null },
          ...{ state: 'scheduled', authors: [by], submittedBy: null, approvedBy: null },
          ...{ releasedBy: by, publishAt: past, createdAt: past, updatedAt: past },
        })
    })
  })
}

/** Kills servers while they publish, then lets one finish; throws unless each draft was published, and once. */
export async function killPublishers({
  url,
  random,
  times,
  drafts,
}: {
  readonly url: string
  readonly random: () => number
  readonly times: number
  readonly drafts: number
}): Promise<{ readonly interrupted: number }> {
  let interrupted = 0
  for (let round = 0; round < times; round += 1) {
    const before = await within(url, waiting)
    const server = await startServer({ databaseUrl: url })
    await within(url, async (db) => {
      while ((await waiting(db)) === before && before > 0) await sleep(5)
    })
    await sleep(random() * 50)
    server.signal('SIGKILL')
    await server.ended
    await within(url, endLeases)
    if ((await within(url, waiting)) > 0) interrupted += 1
  }
  const last = await startServer({ databaseUrl: url })
  while ((await within(url, waiting)) > 0) await sleep(100)
  last.signal('SIGTERM')
  await last.ended
  await within(url, (db) => mustBePublishedOnce(db, drafts))
  return { interrupted }
}

/** As time would: whoever was killed holds its lease for some minutes more. */
const endLeases = (db: Db) => db.updateTable('job').set({ lease_until: past }).execute()

async function mustBePublishedOnce(db: Db, drafts: number): Promise<void> {
  await wholeTrail(db)
  const rows = await db.selectFrom('edit_history').select(['address', 'seq']).execute()
  const states = await db.selectFrom('edit_draft').select(['state', 'published']).execute()
  const changes = new Set(rows.map(({ seq }) => seq))
  if (rows.length !== drafts || new Set(rows.map((row) => row.address)).size !== drafts)
    throw new Error(`${rows.length} changes for ${drafts} drafts`)
  const wrong = states.filter(({ state, published }) => state !== 'published' || !changes.has(published ?? 0))
  if (wrong.length > 0) throw new Error(`${wrong.length} drafts are not what became of them`)
}

const waiting = async (db: Db): Promise<number> =>
  (await db.selectFrom('edit_draft').select('id').where('state', '=', 'scheduled').execute()).length

async function within<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
  const database = openDatabase(url)
  try {
    return await work(database.db)
  } finally {
    await database.close()
  }
}
