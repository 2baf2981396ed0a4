import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/database.ts'
import { doctorCommand } from './doctor-cli.ts'
import { backUp, inventedSource, testFolder, townDatabase } from './operation/testing.ts'

const now = () => new Date('2026-11-25T12:00:00Z')

async function shell() {
  const folder = testFolder()
  const file = await townDatabase(folder)
  const lines: string[] = []
  const configuration = readConfiguration({ DATABASE_URL: `sqlite:${file}` })
  return {
    ...{ folder, file, lines },
    doctor: (...args: readonly string[]) =>
      doctorCommand(args, { configuration, now, say: (line) => void lines.push(line) }),
  }
}

describe('amtsweg doctor', () => {
  test('ends with 2 where there is a problem, and says what to do about it', async () => {
    const { doctor, lines, folder } = await shell()
    expect(await doctor()).toBe(2)
    const at = lines.findIndex(
      (line) => line === `PROBLEM backup: There is no backup in ${join(folder, 'backups')}`,
    )
    expect(lines[at + 1]).toMatch(/^ {8}Run "amtsweg backup --keep 14"/)
  })

  test('ends with 1 where there are warnings only', async () => {
    const { doctor, file, folder } = await shell()
    await backUp(file, folder, { now })
    expect(await doctor()).toBe(1)
  })

  test('tells programs the same', async () => {
    const { doctor, lines } = await shell()
    await doctor('--json')
    const { level, findings } = JSON.parse(lines.join('\n')) as {
      level: string
      findings: { check: string }[]
    }
    expect(level).toBe('problem')
    expect(findings.find(({ check }) => check === 'integrity')).toEqual({
      ...{ check: 'integrity', level: 'ok', what: 'The database is sound' },
    })
  })

  test.each([
    [
      '20',
      /WARNING sources: 1 of 1 sources are older than 20 days or their own interval: real \(2026-11-01\)/,
    ],
    ['30', /ok {5} sources: 1 sources, none older than 30 days or its own interval/],
  ])('calls a source of 24 days old after %s days accordingly', async (days, words) => {
    const { doctor, lines, file } = await shell()
    const { db, close } = openDatabase(`sqlite:${file}`)
    await db
      .insertInto('source')
      .values({ ...inventedSource('real'), invented: 0 })
      .execute()
    await close()
    await doctor('--source-days', days)
    expect(lines.join('\n')).toMatch(words)
  })

  test.each([[['--clock', 'gestern']], [['--source-days', '0']], [['now']], [['--fix']]])(
    'does not take %j',
    async (args) => {
      await expect((await shell()).doctor(...args)).rejects.toThrow(/--clock|--source-days|takes no/)
    },
  )
})
