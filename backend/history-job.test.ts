import { expect, test } from 'vitest'
import { editing } from './access/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { erika, openTown, personId } from './directory/testing.ts'
import { historyJob } from './history-job.ts'
import { handClock } from './jobs/testing.ts'

test('a published draft goes when its days are over, also where the history has lost its entry before', async () => {
  const { database, db, app, token } = await openTown()
  const path = '/api/v1/drafts/draft-0001'
  const body = { subject: `/people/${personId(1)}/record`, wanted: erika, basedOn: null }
  const kept = await app.request(path, editing('PUT', { token, body, match: 'new' }))
  await app.request(`${path}/publish`, editing('POST', { token, match: kept.headers.get('etag') }))
  await db.deleteFrom('edit_history').execute()
  const drafts = async () => (await db.selectFrom('edit_draft').select('state').execute()).length
  const runAt = (at: string) =>
    historyJob({ db, write: writeSoon(database.writeIfFree), clock: handClock(at) }, 30).run(
      new AbortController().signal,
    )
  await runAt('2026-12-23T08:00:00Z')
  expect(await drafts()).toBe(1)
  await runAt('2026-12-23T10:00:00Z')
  expect(await drafts()).toBe(0)
})
