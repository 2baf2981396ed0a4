import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { proveSeal } from './archive.ts'
import { readKey, writeNewKey } from './backup-key.ts'
import { OperationError } from './operation-error.ts'
import { restoreBackup } from './restore.ts'
import { backUp, restoreOrder, sourcesOf, testFolder, townDatabase } from './testing.ts'

async function damagedBackup() {
  const folder = testFolder()
  const database = await townDatabase(folder)
  const { path } = await backUp(database, folder)
  const copy = join(folder, 'damaged.tar')
  const sound = readFileSync(path)
  const flip = (position: number, bit: number) => {
    const bytes = Buffer.from(sound)
    bytes[position]! ^= 1 << bit
    writeFileSync(copy, bytes)
  }
  return { folder, database, path, copy, sound, flip }
}

describe('a damaged backup', () => {
  test('is refused wherever a single bit has changed', async () => {
    const { copy, sound, flip } = await damagedBackup()
    const position = fc.oneof(
      fc.nat(sound.length - 1),
      // Heads of the entries and the end of the archive, where a reader of tar would not mind.
      fc.nat(1_535),
      fc.nat(2_047).map((fromEnd) => sound.length - 1 - fromEnd),
    )
    await fc.assert(
      fc.asyncProperty(position, fc.nat(7), async (at, bit) => {
        flip(at, bit)
        await expect(proveSeal(copy)).rejects.toThrow(OperationError)
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  test('is refused as a whole, and the database stays as it is', async () => {
    const { folder, database, copy, sound, flip } = await damagedBackup()
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (at, bit) => {
        flip(at, bit)
        await expect(restoreBackup(restoreOrder(copy, database))).rejects.toThrow(OperationError)
      }),
      { numRuns: 40 },
    )
    expect(await sourcesOf(database)).toHaveLength(3)
    expect(readdirSync(folder).filter((name) => /work|before/.test(name))).toEqual([])
  }, 60_000)

  test('is refused where something is missing at its end or was added', async () => {
    const { database, copy, path, sound } = await damagedBackup()
    for (const size of [0, 1, 2_048, sound.length - 1, sound.length - 512]) {
      copyFileSync(path, copy)
      truncateSync(copy, size)
      await expect(restoreBackup(restoreOrder(copy, database))).rejects.toThrow(/damaged/)
    }
    writeFileSync(copy, Buffer.concat([sound, Buffer.alloc(512)]))
    await expect(restoreBackup(restoreOrder(copy, database))).rejects.toThrow(/damaged/)
  })

  test('is refused too where it is encrypted', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    await writeNewKey(join(folder, 'key.txt'), new Date('2026-11-25'))
    const key = await readKey(join(folder, 'key.txt'))
    const { path } = await backUp(database, folder, { key })
    const sound = readFileSync(path)
    const copy = join(folder, 'damaged.age')
    const position = fc.oneof(fc.nat(sound.length - 1), fc.nat(250))
    await fc.assert(
      fc.asyncProperty(position, fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(sound)
        bytes[at]! ^= 1 << bit
        writeFileSync(copy, bytes)
        await expect(restoreBackup(restoreOrder(copy, database, { key }))).rejects.toThrow(OperationError)
      }),
      { numRuns: 80 },
    )
  }, 60_000)
})

describe('a restore', () => {
  test('is refused while somebody has the database open', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path } = await backUp(database, folder)
    const server = openDatabase(`sqlite:${database}`)
    await server.db.selectFrom('source').selectAll().execute()
    await expect(restoreBackup(restoreOrder(path, database))).rejects.toThrow(/stop it/)
    expect(await server.db.selectFrom('source').selectAll().execute()).toHaveLength(3)
    await server.close()
    await restoreBackup(restoreOrder(path, database))
  })

  test('is refused where a newer program made the backup', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path, manifest } = await backUp(database, folder)
    const known = manifest.migrations.slice(0, -1)
    await expect(restoreBackup(restoreOrder(path, database, { known }))).rejects.toThrow(
      /newer Amtsweg \(1\.2\.3/,
    )
  })

  test('works where there is no database yet', async () => {
    const folder = testFolder()
    const { path } = await backUp(await townDatabase(folder), folder)
    const elsewhere = join(folder, 'new', 'town.sqlite')
    const { kept } = await restoreBackup(restoreOrder(path, elsewhere))
    expect(kept).toBeUndefined()
    expect(await sourcesOf(elsewhere)).toHaveLength(3)
  })

  test('puts a damaged database right, and no log of it stays beside the new one', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const { path } = await backUp(database, folder)
    writeFileSync(database, 'Sehr geehrte Damen und Herren, '.repeat(400))
    writeFileSync(`${database}-wal`, 'the rest of a log')
    const { kept } = await restoreBackup(restoreOrder(path, database))
    expect(existsSync(`${database}-wal`)).toBe(false)
    expect(await sourcesOf(database)).toHaveLength(3)
    expect(readFileSync(kept!, 'utf8')).toMatch(/^Sehr geehrte/)
  })

  test('takes no other file for a backup', async () => {
    const folder = testFolder()
    const database = await townDatabase(folder)
    const letter = join(folder, 'letter.tar')
    writeFileSync(letter, 'Sehr geehrte Damen und Herren, '.repeat(400))
    await expect(restoreBackup(restoreOrder(letter, database))).rejects.toThrow(/damaged/)
    await expect(restoreBackup(restoreOrder(join(folder, 'none'), database))).rejects.toThrow(/no backup/)
    await expect(restoreBackup(restoreOrder(folder, database))).rejects.toThrow(/is a folder|damaged/)
    expect(existsSync(`${database}-wal`)).toBe(false)
  })
})
