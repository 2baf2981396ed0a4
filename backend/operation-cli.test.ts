import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { minuteClock, sourcesOf, testFolder, townDatabase } from './operation/testing.ts'
import { backupCommand, restoreCommand, upgradeCommand } from './operation-cli.ts'

async function shell(databaseUrl?: string) {
  const folder = testFolder()
  const database = await townDatabase(folder)
  const lines: string[] = []
  const place = {
    configuration: {
      databaseUrl: databaseUrl ?? `sqlite:${database}`,
      backupFolder: join(folder, 'backups'),
    },
    environment: {},
    now: minuteClock(),
    say: (line: string) => void lines.push(line),
  }
  return {
    ...{ folder, database, lines },
    backup: (...args: readonly string[]) => backupCommand(args, place),
    restore: (...args: readonly string[]) => restoreCommand(args, place),
    upgrade: (...args: readonly string[]) => upgradeCommand(args, place),
    backups: () => readdirSync(join(folder, 'backups')),
  }
}

describe('amtsweg backup', () => {
  test('tells what is in it and where it lies', async () => {
    const { backup, lines, folder } = await shell()
    await backup()
    expect(lines.join('\n')).toMatch(/Rows: source 3\n/)
    expect(lines.at(-1)).toMatch(
      new RegExp(`^Backup: ${folder}/backups/amtsweg-\\S+\\.backup\\.tar \\(1 MB\\)$`),
    )
  })

  test('goes to another folder, and keeps as many as are wanted there', async () => {
    const { backup, folder, lines } = await shell()
    const other = join(folder, 'nas')
    await backup('--to', other, '--keep', '1')
    await backup('--to', other, '--keep', '1')
    expect(readdirSync(other)).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('Removed: '))).toHaveLength(1)
  })

  test('is encrypted with a key that it makes itself', async () => {
    const { backup, restore, folder, lines, backups } = await shell()
    const key = join(folder, 'key.txt')
    await backup('--new-key', key)
    expect(lines[0]).toMatch(/Public key: age1[a-z0-9]{58}\nKeep the file at another place/)
    await backup('--encrypt-with', key)
    await restore(join(folder, 'backups', backups()[0]!), '--key', key)
    expect(lines.at(-1)).toMatch(/^Restored: /)
  })

  test.each([[['--keep', '0']], [['--keep', 'all']], [['elsewhere']], [['--fast']]])(
    'does not take %j',
    async (args) => {
      await expect((await shell()).backup(...args)).rejects.toThrow(/--keep is a whole number|takes no/)
    },
  )

  test('leaves PostgreSQL to its own tools', async () => {
    const { backup } = await shell('postgres://localhost/amtsweg')
    await expect(backup()).rejects.toThrow(/PostgreSQL has tools of its own/)
  })
})

describe('amtsweg restore', () => {
  test('tells what it has brought back and where the old database is', async () => {
    const { backup, restore, folder, lines, backups, database } = await shell()
    await backup()
    lines.length = 0
    await restore(join(folder, 'backups', backups()[0]!))
    expect(lines.join('\n')).toMatch(/Rows: source 3[^]*kept: \S+before-restore[^]*Restored: /)
    expect(await sourcesOf(database)).toHaveLength(3)
  })

  test('wants to know which backup', async () => {
    await expect((await shell()).restore()).rejects.toThrow(/Which backup/)
  })

  test('has nothing to drill with where there is no backup', async () => {
    await expect((await shell()).restore('--drill')).rejects.toThrow(/There is no backup in/)
  })
})

describe('amtsweg upgrade', () => {
  test('has nothing to do where the schema is the latest', async () => {
    const { upgrade, lines } = await shell()
    await upgrade()
    expect(lines).toEqual(['The database is up to date.'])
  })

  test('only looks where that is wanted', async () => {
    const folder = testFolder()
    const { upgrade, lines } = await shell(`sqlite:${join(folder, 'new.sqlite')}`)
    await upgrade('--check')
    expect(lines[0]).toMatch(/^Pending: 0001-sources-and-places, .* Nothing was changed\.$/)
    await upgrade()
    expect(lines.at(-1)).toBe('The database is up to date now.')
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })
})
