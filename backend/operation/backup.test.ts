import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { readKey, writeNewKey } from './backup-key.ts'
import { restoreBackup, withBackup } from './restore.ts'
import {
  backUp,
  inventedSource,
  minuteClock,
  restoreOrder,
  sourcesOf,
  testFolder,
  townDatabase,
} from './testing.ts'

/** Moves money between two accounts as fast as the disk allows, until it is stopped: their sum is always 1,000. */
function moveMoney(path: string): { readonly moving: Promise<void> } {
  const worker = new Worker(
    `const { parentPort, workerData } = require('node:worker_threads')
     const database = new (require(workerData.library))(workerData.path, { timeout: 20000 })
     database.pragma('journal_mode = WAL')
     const move = database.transaction((amount) => {
       database.prepare('update account set amount = amount - ? where id = 1').run(amount)
       database.prepare('update account set amount = amount + ? where id = 2').run(amount)
       database.prepare('insert into movement (amount) values (?)').run(amount)
     })
     let count = 0
     const turn = () => { for (let i = 0; i < 50; i += 1) move((count += 1) % 7); parentPort.postMessage(count); setImmediate(turn) }
     turn()`,
    {
      eval: true,
      workerData: { path, library: import.meta.resolve('better-sqlite3').replace('file://', '') },
    },
  )
  onTestFinished(async () => void (await worker.terminate()))
  return {
    moving: new Promise(
      (resolve, reject) => void worker.once('message', () => resolve()).once('error', reject),
    ),
  }
}

describe('a backup', () => {
  test('gives back what was there when it was made', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path } = await backUp(database, folder)
    const live = openDatabase(`sqlite:${database}`)
    await live.db.deleteFrom('source').execute()
    await live.db.insertInto('source').values(inventedSource('later')).execute()
    await live.close()
    const { kept } = await restoreBackup(restoreOrder(path, database))
    expect(await sourcesOf(database)).toEqual(['source-0', 'source-1', 'source-2'])
    expect(await sourcesOf(kept!)).toEqual(['later'])
  })

  test('tells the schema and the rows of every table', async () => {
    const folder = testFolder()
    const { manifest } = await backUp(await townDatabase(folder, { sources: 5 }), folder)
    expect(manifest).toMatchObject({ program: '1.2.3', kind: 'manual', tables: { source: 5, service: 0 } })
    expect(manifest.migrations[0]).toBe('0001-sources-and-places')
  })

  test('leaves nothing but itself behind, for its owner only', async () => {
    const folder = testFolder()
    const { path } = await backUp(await townDatabase(folder), folder)
    expect(readdirSync(folder).sort()).toEqual(['backups', 'town.sqlite'])
    expect(readdirSync(join(folder, 'backups'))).toEqual([path.split('/').at(-1)])
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('takes what a killed one has left for a day with it, and nothing that is being written', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path } = await backUp(database, folder)
    const names = ['0a1b2c3d', '4e5f6a7b'].map((id) => `${path}.${id}.part`)
    for (const name of names) writeFileSync(name, 'half')
    const dayBefore = new Date(Date.parse('2026-11-25T03:00:00.000Z') - 25 * 60 * 60_000)
    utimesSync(names[0]!, dayBefore, dayBefore)
    const hourBefore = new Date(Date.parse('2026-11-25T02:00:00.000Z'))
    utimesSync(names[1]!, hourBefore, hourBefore)
    const { removed } = await backUp(database, folder, { now: minuteClock('2026-11-25T03:05:00.000Z') })
    expect(removed).toEqual([names[0]])
    expect(existsSync(names[0]!)).toBe(false)
    expect(existsSync(names[1]!)).toBe(true)
  })

  test('is one moment of a database that is written meanwhile', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const sqlite = new SQLite(database)
    sqlite.exec(`create table account (id integer primary key, amount integer not null);
      create table movement (id integer primary key, amount integer not null);
      insert into account values (1, 500), (2, 500)`)
    sqlite.close()
    await moveMoney(database).moving
    const counts: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const { path } = await backUp(database, folder, { now: minuteClock(`2026-11-25T0${round}:00:00.000Z`) })
      await withBackup(restoreOrder(path, database), async ({ unpacked }) => {
        const copy = new SQLite(unpacked)
        expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(copy.prepare('select sum(amount) from account').pluck().get()).toBe(1_000)
        const moved = copy.prepare('select 500 - amount from account where id = 1').pluck().get()
        expect(copy.prepare('select sum(amount) from movement').pluck().get()).toBe(moved)
        counts.push(copy.prepare('select count(*) from movement').pluck().get() as number)
        copy.close()
      })
    }
    // The writer was not kept waiting: between any two backups it has written.
    expect(new Set(counts).size).toBe(5)
  }, 60_000)

  test('lets older ones go once it is proven, where only some are kept', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const now = minuteClock()
    for (let day = 0; day < 4; day += 1) await backUp(database, folder, { keep: 2, now })
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2)
  })

  test('does not get in the way of another that is made in the same second', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const now = () => new Date('2026-11-25T02:30:00Z')
    const made = await Promise.all([0, 1, 2].map(() => backUp(database, folder, { now })))
    for (const { path } of made)
      expect((await withBackup(restoreOrder(path, database), async ({ manifest }) => manifest)).kind).toBe(
        'manual',
      )
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  })

  test('is not made of a database that is damaged, and no older one goes', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path } = await backUp(database, folder)
    const size = statSync(database).size
    writeFileSync(database, Buffer.alloc(size / 2, 7), { flag: 'r+' })
    await expect(backUp(database, folder, { keep: 1 })).rejects.toThrow(/damaged|not a database/)
    expect(existsSync(path)).toBe(true)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  })

  test('needs a database', async () => {
    const folder = testFolder()
    await expect(backUp(join(folder, 'none.sqlite'), folder)).rejects.toThrow(/no database at/)
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false)
  })

  test('says so where its folder cannot be written', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    await expect(backUp(database, folder, { folder: join(database, 'backups') })).rejects.toThrow(
      /file where a folder should be/,
    )
  })
})

describe('an encrypted backup', () => {
  async function encryptedBackup() {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const keyFile = join(folder, 'key.txt')
    const recipient = await writeNewKey(keyFile, new Date('2026-11-25'))
    return { folder, database, keyFile, recipient, key: await readKey(keyFile) }
  }

  test('is read with its key', async () => {
    const { folder, database, key } = await encryptedBackup()
    const { path } = await backUp(database, folder, { key })
    expect(path).toMatch(/\.tar\.age$/)
    await restoreBackup(restoreOrder(path, database, { key }))
    expect(await sourcesOf(database)).toHaveLength(3)
  })

  test('is made on a server that knows the public key only, and read where the secret one is', async () => {
    const { folder, database, key, recipient } = await encryptedBackup()
    writeFileSync(join(folder, 'public.txt'), `# of the town\n${recipient}\n`)
    const publicKey = await readKey(join(folder, 'public.txt'))
    const { path } = await backUp(database, folder, { key: publicKey })
    await expect(restoreBackup(restoreOrder(path, database, { key: publicKey }))).rejects.toThrow(
      /secret key/,
    )
    await restoreBackup(restoreOrder(path, database, { key }))
  })

  test('is of no use without its key, or with another', async () => {
    const { folder, database, key } = await encryptedBackup()
    const { path } = await backUp(database, folder, { key })
    await writeNewKey(join(folder, 'other.txt'), new Date('2026-11-25'))
    const other = await readKey(join(folder, 'other.txt'))
    await expect(restoreBackup(restoreOrder(path, database))).rejects.toThrow(/is encrypted/)
    await expect(restoreBackup(restoreOrder(path, database, { key: other }))).rejects.toThrow(
      /another key, or it is damaged/,
    )
  })

  test('has a key that is never overwritten and that nobody else may read', async () => {
    const { keyFile } = await encryptedBackup()
    expect(statSync(keyFile).mode & 0o077).toBe(0)
    await expect(writeNewKey(keyFile, new Date())).rejects.toThrow(/exists already/)
  })

  test.each(['', 'Geheimnis123', 'age1xyz', 'AGE-SECRET-KEY-1XYZ'])('no key file is %j', async (text) => {
    const path = join(testFolder(), 'key.txt')
    writeFileSync(path, text)
    await expect(readKey(path)).rejects.toThrow(/no key file of age/)
  })
})
