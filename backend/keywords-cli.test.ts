import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from './database/database.ts'
import { importContent } from './import/testing.ts'
import { keywordsCommand } from './keywords-cli.ts'
import { gv100ad } from './places/import-gv100ad.ts'
import { registerText } from './places/testing.ts'
import { listLocalKeywords } from './services/index.ts'
import { searchServices } from './wayfinding/index.ts'
import { openSearchDatabase } from './wayfinding/testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'amtsweg-keywords-'))
afterAll(() => rmSync(folder, { recursive: true }))

let db: Db
beforeEach(async () => {
  db = await openSearchDatabase(
    { id: 'hund', title: 'Hundesteuer', keys: ['99102013000000'] },
    { id: 'umzug', title: 'Wohnsitz anmelden' },
  )
})

/** What the command says, line by line. */
async function run(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  await keywordsCommand(args, {
    db,
    say: (line) => lines.push(line),
    now: () => new Date('2026-11-25T09:00:00Z'),
  })
  return lines
}

const found = async (q: string) =>
  (await searchServices(db, { q, lang: 'de', day: '2026-11-25', limit: 5 }))?.items.map(({ id }) => id)

const csv = (text: string) => {
  const path = join(folder, 'keywords.csv')
  writeFileSync(path, text)
  return path
}

describe('amtsweg keywords add', () => {
  test('lets the search find the service at once', async () => {
    expect(await found('Blechplakette')).toEqual([])
    expect(await run('add', 'Blechplakette', '--service', 'hund')).toEqual([
      'Blechplakette now leads to hund',
    ])
    expect(await found('Blechplakette')).toEqual(['hund'])
  })

  test('takes a Leistungsschluessel', async () => {
    await run('add', 'Blechplakette', '--service', '99102013000000')
    expect(await found('Blechplakette')).toEqual(['hund'])
  })

  test('takes a file, and leaves out lines without a service', async () => {
    const path = csv('keyword,service,none\nBlechplakette,hund,7\nZuzug,umzug,9\nKirmes,,5\n')
    await run('add', '--file', path)
    expect(await found('Blechplakette')).toEqual(['hund'])
    expect((await listLocalKeywords(db)).map(({ keyword }) => keyword)).toEqual(['Blechplakette', 'Zuzug'])
  })

  test('names every line that is wrong, and then changes nothing', async () => {
    const path = csv('keyword,service\nBlechplakette,hund\nZuzug,umzog\n???,hund\n')
    await expect(run('add', '--file', path)).rejects.toThrow(
      'Line 3: There is no service umzog.\nLine 4: "???" cannot be a keyword.',
    )
    expect(await listLocalKeywords(db)).toEqual([])
  })

  test.each([[['add']], [['add', 'Wort']], [['add', '--service', 'hund']], [['nonsense']], [[]]])(
    '%j is not understood',
    async (args) => {
      await expect(run(...args)).rejects.toMatchObject({ name: 'UsageError' })
    },
  )
})

describe('amtsweg keywords suggest', () => {
  const count = (text: string, none: number, region_key = '13074') =>
    db
      .insertInto('counted_term')
      .values({
        id: `${text} ${region_key}`,
        period: '2026-11',
        region_key,
        text,
        none,
        unopened: 0,
        opened: 0,
      })
      .execute()

  test('offers what readers miss, with services that it could lead to', async () => {
    await count('Hundeplakette', 7)
    expect(await run('suggest')).toEqual([
      'keyword,service,title,none,unopened,opened,periods,others',
      expect.stringMatching(/^Hundeplakette,hund,Hundesteuer,7,0,0,2026-11: 7,/),
    ])
  })

  test('becomes a file that can be added, and then offers it no more', async () => {
    await count('Hundeplakette', 7)
    await run('add', '--file', csv(`${(await run('suggest')).join('\n')}\n`))
    expect(await found('Hundeplakette')).toContain('hund')
    expect(await run('suggest')).toHaveLength(1)
  })

  test('stays within an area, and at or above a number of askers', async () => {
    await count('Hundeplakette', 7)
    await count('Kirmes', 9, '09')
    const words = async (...args: readonly string[]) =>
      (JSON.parse((await run('suggest', '--json', ...args))[0] ?? '') as { text: string }[]).map(
        ({ text }) => text,
      )
    expect(await words()).toEqual(['Kirmes', 'Hundeplakette'])
    await importContent(db, { profile: gv100ad, content: registerText(), name: 'GV100AD.txt' })
    expect(await words('--area', '13')).toEqual(['Hundeplakette'])
    expect(await words('--min', '8')).toEqual(['Kirmes'])
  })

  test.each([
    ['--min', 'x'],
    ['--area', 'Wismar'],
  ])('%s %s is not understood', async (...args) => {
    await expect(run('suggest', ...args)).rejects.toMatchObject({ name: 'UsageError' })
  })

  test('refuses an area that is not there, instead of finding nothing in it', async () => {
    const refusal = /^There is no area 99 \(area-unknown\): --area takes the region key/
    await expect(run('suggest', '--area', '99')).rejects.toThrow(refusal)
  })
})

describe('amtsweg keywords', () => {
  test.each([
    [['add', 'Blechplakette', '--service', 'hund', '--area', '99'], 'keywords add takes no --area'],
    [['add', 'Blechplakette', 'Marke', '--service', 'hund'], 'keywords add takes no "Marke"'],
    [['list', 'alle'], 'keywords list takes no "alle"'],
    [['list', '--area', '13'], 'keywords list takes no --area'],
    [['suggest', '--service', 'hund'], 'keywords suggest takes no --service'],
    [['remove', 'Blechplakette', '--json'], 'keywords remove takes no --json'],
    [['add', 'x', '--service'], /argument missing/],
  ])('%j is refused rather than half understood', async (args, words) => {
    await expect(run(...args)).rejects.toThrow(words)
    await expect(run(...args)).rejects.toMatchObject({ name: 'UsageError' })
    expect(await listLocalKeywords(db)).toEqual([])
  })
})

describe('amtsweg keywords list', () => {
  test('tells keyword, service, language, day and authority', async () => {
    await run('add', 'Zuzug', '--service', 'umzug', '--authority', 'Musterstadt')
    await run('add', 'Ärger mit Hunden', '--service', 'hund')
    expect(await run('list')).toEqual([
      'Ärger mit Hunden\thund\tde\t2026-11-25',
      'Zuzug\tumzug\tde\t2026-11-25\tMusterstadt',
    ])
  })

  test('says so when there are none', async () => {
    expect(await run('list')).toEqual(['No authority has added a keyword yet.'])
    expect(await run('list', '--json')).toEqual(['[]'])
  })
})

describe('amtsweg keywords remove', () => {
  test('lets the search forget it', async () => {
    await run('add', 'Blechplakette', '--service', 'hund')
    expect(await run('remove', 'blechplakette')).toEqual(['blechplakette no longer leads to 1 service'])
    expect(await found('Blechplakette')).toEqual([])
  })

  test('refuses what no authority has added', async () => {
    await expect(run('remove', 'Hundesteuer')).rejects.toThrow('No authority has added "Hundesteuer"')
  })
})
