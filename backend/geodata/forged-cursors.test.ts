import { beforeEach, expect, test } from 'vitest'
import { addAuthority, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { createApp } from '../http/app.ts'
import { writeItemCursor } from './item-cursor.ts'
import { discardVersion, publishVersion } from './repository-versions.ts'
import { addTestCollection, inTransactions, point, publishTestVersion, writeTestVersion } from './testing.ts'

let database: OpenDatabase
let watch: VersionWatch
let now: Date
beforeEach(async () => {
  database = await openTestDatabase()
  watch = watchVersion(database)
  now = testStart
  await addAuthority(database.db, 'musterstadt', '130769901')
  await addTestCollection(database.db, { id: 'open', authority_id: 'musterstadt' })
  await addTestCollection(database.db, { id: 'secret', authority_id: 'musterstadt', audience: 'authority' })
})

const ask = async (path: string) => {
  await watch.look()
  const answer = await createApp({ database, watch, now: () => now }).request(`/ogc${path}`)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const cursorInto = (versionId: number) =>
  writeItemCursor({ versionId, id: 0, direction: 'after' }, 'open\n[]')
const publicIn = (cursor: string) => ask(`/collections/open/items?cursor=${cursor}`)

test('whoever makes up a cursor reads no version of another collection, and none that nobody has published', async () => {
  const [shown] = [await publishTestVersion(database, 'open', [point('a', 11, 53)])]
  const secret = await publishTestVersion(database, 'secret', [point('s', 11, 53)])
  const draft = await writeTestVersion(database, 'open', [point('d', 11, 53)])
  expect((await publicIn(cursorInto(shown))).status).toBe(200)
  for (const version of [secret, draft, 999_999])
    expect((await publicIn(cursorInto(version))).status).toBe(400)

  const { body } = await ask('/collections/open/changes?limit=1')
  const epoch = String(body['next']).split('.')[0]
  for (const version of [secret, draft, 999_999_999_999_999])
    expect((await ask(`/collections/open/changes?since=${epoch}.w.${version}.0.0`)).status).toBeGreaterThan(
      399,
    )
})

test('what was taken back can be read for an hour by who had begun, and not afterwards', async () => {
  const mistake = await publishTestVersion(database, 'open', [point('a', 11, 53), point('mistake', 11, 53)])
  await publishTestVersion(database, 'open', [point('a', 11, 53)])
  expect((await publicIn(cursorInto(mistake))).status).toBe(200)
  now = new Date(testStart.getTime() + 61 * 60_000)
  expect((await publicIn(cursorInto(mistake))).status).toBe(400)
})

test('two questions that look alike when they are written one behind the other get an answer each', async () => {
  const fields = [
    { name: 'name', type: 'string' },
    { name: 'zone', type: 'string' },
  ] as const
  await publishTestVersion(database, 'open', [point('a', 11, 53, { zone: '1' })], { fields })
  await watch.look()
  const app = createApp({ database, watch, now: () => now })
  const matched = async (query: string) =>
    ((await (await app.request(`/ogc/collections/open/items?${query}`)).json()) as { numberMatched: number })
      .numberMatched
  expect(await matched('name=a%22%5D%2C%5B%22zone%22%2C%221')).toBe(0)
  expect(await matched('name=a%0Azone%3D1')).toBe(0)
  expect(await matched('name=a&zone=1')).toBe(1)
})

test('what readers see is never thrown away, and what is thrown away is never published', async () => {
  const first = await publishTestVersion(database, 'open', [point('a', 11, 53)])
  await discardVersion(inTransactions(database.db), first)
  expect((await publicIn('')).status).toBe(400)
  expect((await ask('/collections/open/items')).body['numberMatched']).toBe(1)
  const second = await writeTestVersion(database, 'open', [point('b', 11, 53)])
  await database.db.updateTable('geo_version').set({ state: 'discarding' }).where('id', '=', second).execute()
  const publishing = database.db
    .transaction()
    .execute((trx) => publishVersion(trx, second, testStart.toISOString()))
  await expect(publishing).rejects.toThrow('not whole')
})

test('a number is given once, even where its version is gone', async () => {
  await publishTestVersion(database, 'open', [point('a', 11, 53)])
  const gone = await writeTestVersion(database, 'open', [point('b', 11, 53)])
  await discardVersion(inTransactions(database.db), gone)
  const next = await writeTestVersion(database, 'open', [point('c', 11, 53)])
  const { number } = await database.db
    .selectFrom('geo_version')
    .select('number')
    .where('id', '=', next)
    .executeTakeFirstOrThrow()
  expect(number).toBe(3)
})
