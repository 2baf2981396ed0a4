import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { migrationsAt } from '../database/dialect.ts'
import { testDatabaseUrl } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { demandServer } from './database-server.ts'
import { examine } from './doctor.ts'
import { planUpgrade, upgradeDatabase } from './upgrade.ts'

function open(url: string) {
  const database = openDatabase(url)
  onTestFinished(() => database.close())
  return database
}

const nobody = 'postgres://amtsweg:geheim@127.0.0.1:1/amtsweg'

test('a server that can be used is taken', async () => {
  await expect(demandServer(open(await testDatabaseUrl()).db)).resolves.toBeUndefined()
})

test('a server that does not answer, and a database that is not there, are told in words that name no password', async () => {
  await expect(demandServer(open(nobody).db)).rejects.toThrow(/cannot be reached: is PostgreSQL running/)
  const url = new URL(await testDatabaseUrl())
  url.pathname = '/nowhere'
  await expect(demandServer(open(url.href).db)).rejects.toThrow(/does not exist: create it/)
  await expect(demandServer(open(nobody).db)).rejects.not.toThrow(/geheim/)
})

test('while the server is away readers are asked to come again', async () => {
  const app = createApp({ database: open(nobody) })
  for (const path of ['/readyz', '/api/v1/sources']) {
    const response = await app.request(path)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '5'])
  }
  expect((await app.request('/livez')).status).toBe(200)
})

test('an upgrade that fails is taken back by the server itself', async () => {
  const url = await testDatabaseUrl()
  const database = open(url)
  const broken = {
    async up() {
      throw new Error('on purpose')
    },
  }
  const lines: string[] = []
  const order = {
    ...{ database, file: undefined, backups: '', program: '1', now: () => new Date() },
    ...{
      migrations: { ...migrationsAt(url), '9999-broken': broken },
      say: (line: string) => void lines.push(line),
    },
  }
  await expect(upgradeDatabase(order)).rejects.toThrow(/upgrade failed \(on purpose\) and was taken back/)
  expect(lines).toEqual(['Upgrade: 1 of 1, 9999-broken'])
  expect(await planUpgrade(order)).toEqual(['9999-broken'])
})

test('the doctor looks at the server, its clock and the connections', async () => {
  const databaseUrl = await testDatabaseUrl()
  const patient = {
    ...{
      databaseUrl,
      file: undefined,
      backupFolder: '',
      releaseFolder: '',
      publicUrl: undefined,
      linksOn: false,
      localAccounts: true,
      sourceDays: 100,
    },
    ...{ known: Object.keys(migrationsAt(databaseUrl)), clockUrl: undefined, now: () => new Date() },
    seeCertificate: () => Promise.reject(new Error('nobody is asked')),
    compareClock: () => Promise.reject(new Error('nobody answers')),
  }
  const levels = async (more: { databaseUrl?: string; poolSize: number; processes: number }) =>
    Object.fromEntries((await examine({ ...patient, ...more })).map(({ check, level }) => [check, level]))
  expect(await levels({ poolSize: 8, processes: 2 })).toMatchObject({
    ...{ server: 'ok', 'server-clock': 'ok', connections: 'ok', schema: 'ok' },
  })
  expect(await levels({ poolSize: 500, processes: 2 })).toMatchObject({ connections: 'warning' })
  expect(await levels({ databaseUrl: nobody, poolSize: 8, processes: 1 })).toEqual({
    ...{ server: 'problem', releases: 'warning', 'public-url': 'warning' },
  })
})
