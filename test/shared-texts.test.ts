import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addAuthority, addTestToken, editing } from '@amtsweg/backend/access/testing.ts'
import { type OpenDatabase, openDatabase } from '@amtsweg/backend/database/database.ts'
import { testDatabaseUrl } from '@amtsweg/backend/database/testing.ts'
import { watchVersion } from '@amtsweg/backend/database/version-watch.ts'
import { answerKey, createAnswerCache } from '@amtsweg/backend/http/answer-cache.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { runImport } from '@amtsweg/backend/import/index.ts'
import { derivations, planFolder } from '@amtsweg/backend/profiles.ts'

const demoData = join(import.meta.dirname, '..', 'demo-site', 'data')

/** Two processes on one database: at one an editor of the Land writes, at the other the towns' readers read. */
let own: OpenDatabase
let other: OpenDatabase
let areas: readonly string[]
let token: string
beforeAll(async () => {
  const url = await testDatabaseUrl()
  own = openDatabase(url)
  await runImport(own.db, planFolder(demoData).steps, { derivations })
  await addAuthority(own.db, 'land', '13')
  token = await addTestToken(own.db, 'land')
  const rows = await own.db
    .selectFrom('area')
    .select('region_key')
    .where('level', '=', 'verband')
    .where('region_key', 'like', '13%')
    .where('ended_by', 'is', null)
    .execute()
  areas = rows.map((row) => row.region_key)
  for (const [index, area] of areas.entries()) await addAuthority(own.db, `amt-${index}`, area)
  other = openDatabase(url)
  await other.look()
}, 60_000)
afterAll(async () => {
  await own.close()
  await other.close()
})

test('a change of a text of the Land is read in every authority at once, and within a fifth of a second by every other process', async () => {
  const clock = { time: 0 }
  const watch = watchVersion({ ...other, clock: () => clock.time })
  const cache = createAnswerCache({ dataVersion: watch.dataVersion, clock: () => clock.time })
  const [writing, reading] = [createApp({ database: own }), createApp({ database: other, watch, cache })]
  const page = (area: string) => `/api/v1/services/mv-hundesteuer?area=${area}`
  const told = 'Seit heute gilt eine neue Satzung.'
  const toldBy = async (app: typeof reading) => {
    const texts = areas.map(async (area) => (await app.request(page(area))).text())
    return (await Promise.all(texts)).filter((text) => text.includes(told)).length
  }

  expect(areas.length).toBeGreaterThan(30)
  expect(await toldBy(reading)).toBe(0)
  expect(areas.filter((area) => cache.get(answerKey(page(area), undefined, undefined)))).toEqual(areas)

  const address = '/api/v1/services/mv-hundesteuer/supplements/13'
  const body = { items: [{ code: '06', html: told }] }
  expect((await writing.request(address, editing('PUT', { token, match: 'new', body }))).status).toBe(200)
  expect(await toldBy(writing)).toBe(areas.length)

  clock.time = 200
  await vi.waitFor(() =>
    expect(areas.filter((area) => cache.get(answerKey(page(area), undefined, undefined)))).toEqual([]),
  )
  expect(await toldBy(reading)).toBe(areas.length)
})
