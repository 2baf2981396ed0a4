import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyAudit } from './access/index.ts'
import { addAuthority, testStart } from './access/testing.ts'
import type { Db } from './database/database.ts'
import { openTestDatabase } from './database/testing.ts'
import { geodataCommand } from './geodata-cli.ts'

let db: Db
let folder: string
let said: string[]
beforeEach(async () => {
  ;({ db } = await openTestDatabase())
  await addAuthority(db, 'musterstadt', '130769901')
  folder = mkdtempSync(join(tmpdir(), 'amtsweg-cli-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: readonly string[]) =>
  geodataCommand(args, { db, say: (line) => void said.push(line), now: () => testStart })
const file = (name: string, content: object | string) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const record = {
  ...{ title: 'Spielplätze', description: '', keywords: [], theme: null, licence: 'cc0-1.0' },
  ...{ provider: 'Musterstadt', sourceUri: 'https://musterstadt.example/', changed: false },
  ...{ titleProperty: 'name', audience: 'public' },
}
const places = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: 'Am Wall' },
      geometry: { type: 'Point', coordinates: [11.3, 53.4] },
    },
  ],
}
const setUp = () =>
  run('set', 'playgrounds', '--authority', 'musterstadt', '--record', file('record.json', record))

test('a collection is made, filled and published, and the trail tells of it', async () => {
  await setUp()
  await run('import', file('a.geojson', places), '--collection', 'playgrounds')
  expect(said.at(-1)).toContain('readers do not see it yet')
  await run('import', file('a.geojson', places), '--collection', 'playgrounds', '--publish')
  said = []
  await run('list')
  expect(said).toEqual(['playgrounds  musterstadt  public  version 2, 1 features  Spielplätze'])
  const entries = await db.selectFrom('audit_entry').select('action').execute()
  expect(entries.map(({ action }) => action)).toEqual(['geodata.put', 'geodata.put'])
  expect(await verifyAudit(db)).toMatchObject({ seq: 2 })
})

test('what cannot be done is said in a sentence', async () => {
  await expect(run()).rejects.toThrow('What about geodata?')
  await expect(run('drop')).rejects.toThrow('There is no command')
  await expect(run('import', 'nowhere.gpkg', '--collection', 'playgrounds')).rejects.toThrow(
    'There is no file',
  )
  const path = file('a.geojson', places)
  await expect(run('import', path, '--collection', 'playgrounds')).rejects.toThrow('There is no collection')
  await expect(run('set', 'x', '--authority', 'musterstadt', '--record', file('r.json', {}))).rejects.toThrow(
    'title',
  )
  await setUp()
  await addAuthority(db, 'beispielhagen', '130749902')
  await expect(
    run('set', 'playgrounds', '--authority', 'beispielhagen', '--record', join(folder, 'record.json')),
  ).rejects.toThrow('is kept by musterstadt')
  await expect(run('import', file('b.geojson', '{'), '--collection', 'playgrounds')).rejects.toThrow(
    'nothing was kept',
  )
  expect(said.some((line) => line.startsWith('error'))).toBe(true)
})
