import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { migrationsAt } from '../database/dialect.ts'
import { examine, type Patient } from './doctor.ts'
import { backUp, testFolder, townDatabase } from './testing.ts'

const now = new Date('2026-11-25T12:00:00Z')

async function patient(more: Partial<Patient> = {}): Promise<Patient & { readonly folder: string }> {
  const folder = testFolder()
  const file = await townDatabase(folder)
  chmodSync(file, 0o640)
  const releaseFolder = join(folder, 'releases')
  mkdirSync(join(releaseFolder, '1.0.0'), { recursive: true })
  writeFileSync(join(releaseFolder, '1.0.0', 'integrity.json'), '{}')
  return {
    releaseFolder,
    ...{ folder, file, databaseUrl: `sqlite:${file}`, backupFolder: join(folder, 'backups') },
    ...{ poolSize: 8, processes: 1 },
    ...{
      publicUrl: undefined,
      linksOn: false,
      localAccounts: true,
      known: Object.keys(migrationsAt('sqlite:')),
      sourceDays: 100,
    },
    ...{ clockUrl: undefined, now: () => now },
    seeCertificate: () => Promise.reject(new Error('nobody is asked')),
    compareClock: () => Promise.reject(new Error('nobody answers')),
    ...more,
  }
}

const levels = async (of: Patient) =>
  Object.fromEntries((await examine(of)).map(({ check, level }) => [check, level]))

test('a town that is looked after has one thing to do: to say where it is reached', async () => {
  const town = await patient()
  await backUp(town.file ?? '', town.folder, { now: () => now })
  const found = await levels(town)
  expect(Object.keys(found).filter((check) => found[check] !== 'ok')).toEqual(['public-url'])
  expect(Object.keys(found)).toEqual([
    ...[
      'disk',
      'log',
      'rights',
      'backup',
      'releases',
      'integrity',
      'schema',
      'search-index',
      'clock',
      'sources',
    ],
    ...['demo', 'desk', 'links', 'jobs', 'schedules', 'public-url'],
  ])
})

test('failures of scheduled work and dead links are found where they are recorded', async () => {
  const town = await patient()
  const { db, close } = openDatabase(town.databaseUrl)
  await db.insertInto('job').values({ name: 'link-check', due_at: now.toISOString(), failures: 4 }).execute()
  await db.insertInto('link').values({ url: 'https://amt.de/', host: 'amt.de', verdict: 'dead' }).execute()
  await close()
  expect(await levels(town)).toMatchObject({ jobs: 'warning', links: 'warning', backup: 'problem' })
})

test('the certificate of the public address is looked at, and the clock compared where that is wanted', async () => {
  const asked: string[] = []
  const town = await patient({
    publicUrl: 'https://dienste.amt.de:8443',
    clockUrl: 'https://zeit.amt.de',
    seeCertificate: async (host, port) => {
      asked.push(`${host}:${port}`)
      return { validTo: now, refusal: undefined }
    },
    compareClock: async (url) => {
      asked.push(url)
      return -120_000
    },
  })
  const findings = await examine(town)
  expect(asked).toEqual(['dienste.amt.de:8443', 'https://zeit.amt.de'])
  expect(findings.filter(({ level }) => level === 'problem').map(({ check }) => check)).toEqual([
    ...['backup', 'certificate', 'clock'],
  ])
})

test('a clock that cannot be compared is told, not thrown', async () => {
  const findings = await examine(await patient({ clockUrl: 'https://zeit.amt.de' }))
  expect(findings.at(-1)).toMatchObject({ check: 'clock', level: 'problem' })
  expect(findings.at(-1)?.what).toMatch(/nobody answers/)
})

test('a database of another version is not asked the questions of this one', async () => {
  const found = await levels(await patient({ known: Object.keys(migrationsAt('sqlite:')).slice(1) }))
  expect(found['schema']).toBe('problem')
  expect(found).not.toHaveProperty('sources')
})

test('a file that is no database is called damaged', async () => {
  const town = await patient()
  writeFileSync(town.file ?? '', 'Sehr geehrte Damen und Herren, '.repeat(400))
  const found = await levels(town)
  expect(found).toMatchObject({ integrity: 'problem' })
  expect(found).not.toHaveProperty('schema')
})

test('a database that may not be opened is not called damaged', async () => {
  const file = testFolder()
  const findings = await examine(await patient({ file, databaseUrl: `sqlite:${file}` }))
  expect(findings).toMatchObject([{ check: 'database', level: 'problem' }])
  expect(findings[0]?.what).toMatch(/rights/)
})

test('a database that is not there is not made by looking', async () => {
  const file = join(testFolder(), 'none.sqlite')
  const findings = await examine(await patient({ file, databaseUrl: `sqlite:${file}` }))
  expect(findings).toMatchObject([{ check: 'database', level: 'problem' }])
})
