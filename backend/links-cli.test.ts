import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from './database/database.ts'
import { openTestDatabase } from './database/testing.ts'
import { type WriteSoon, writeSoon } from './database/write-soon.ts'
import { addJob, underLease } from './jobs/index.ts'
import { linkJobName } from './link-job.ts'
import { linksCommand } from './links-cli.ts'
import type { Visit } from './services/index.ts'
import { leapingClock } from './services/testing.ts'

const start = '2026-11-23T09:00:00.000Z'
const never = new AbortController().signal
const missing = 'https://www.amt.de/weg'
const fine = 'https://stadt.de/'

let db: Db
let write: WriteSoon
beforeEach(async () => {
  const database = await openTestDatabase()
  ;({ db } = database)
  write = writeSoon(database.writeIfFree)
  const link = (url: string, host: string) => ({ url, host, verdict: 'new' as const, due_at: start })
  const use = (url: string, section: string) => ({
    owner: 'service' as const,
    owner_id: 'pass',
    owner_name: '=Pass',
    url,
    section,
    layer: 'text' as const,
    region_key: '13',
    lang: 'de',
  })
  await db
    .insertInto('link')
    .values([link(missing, 'amt.de'), link(fine, 'stadt.de')])
    .execute()
  await db
    .insertInto('link_use')
    .values([use(missing, '06'), use(missing, '08'), use(fine, '06')])
    .execute()
})

function shell(answer: (url: string) => Visit = standard) {
  const lines: string[] = []
  const clock = leapingClock(start)
  const place = {
    db,
    write,
    clock,
    say: (line: string) => void lines.push(line),
    signal: never,
    parts: {
      db,
      write,
      clock,
      settings: { days: 7, hostSeconds: 1, perMinute: 600 },
      visitorFor: () => ({ visit: async (url: string) => answer(url) }),
    },
  }
  return { lines, clock, run: (...args: readonly string[]) => linksCommand(args, place) }
}

const standard = (url: string): Visit => ({
  kind: 'answered',
  status: url === fine ? 200 : 404,
  url,
  hops: [],
})

describe('amtsweg links check', () => {
  test('looks at what is due, until nothing is', async () => {
    const { run, lines } = shell()
    await run('check')
    await run('check')
    expect(lines).toEqual([
      '2 links looked at, 0 put off',
      'Links: 1 alive, 1 failing',
      'Links: 1 alive, 1 failing',
    ])
  })

  test('looks at all of a host at once where that is wanted; being asked twice in a row kills no page', async () => {
    const { run, lines } = shell()
    await run('check')
    await run('check', '--now', '--host', 'www.amt.de')
    expect(lines.slice(2)).toEqual(['1 links looked at, 0 put off', 'Links: 1 alive, 1 failing'])
  })

  test('leaves the work to a process that is at it already', async () => {
    const { run, clock } = shell()
    await addJob(db, linkJobName, start)
    const lease = { write, clock, holder: 'server', name: linkJobName, signal: never }
    await underLease(lease, async () => {
      await expect(run('check')).rejects.toThrow(/Another process/)
      return {}
    })
  })

  test('says so where nobody answers, and gives the lease back', async () => {
    const { run } = shell(() => ({ kind: 'failed', cause: 'no-network' }))
    await expect(run('check')).rejects.toThrow(/way from here to the internet/)
    expect(await db.selectFrom('job').select('holder').execute()).toEqual([{ holder: null }])
  })
})

describe('amtsweg links report', () => {
  const twoDays = async () => {
    const { run, clock, lines } = shell()
    await run('check')
    await clock.wait(86_400_000, never)
    await run('check')
    lines.length = 0
    return { run, lines }
  }

  test('tells what leads nowhere, since when, where it stands and what to do', async () => {
    const { run, lines } = await twoDays()
    await run('report')
    expect(lines).toEqual([
      `${missing}\n  dead, 404, since 2026-11-23, readers are told\n  The page does not exist any more: look for its new address.`,
      '  in service pass (=Pass), text 06 de 13',
      '  in service pass (=Pass), text 08 de 13',
      'Links: 1 alive, 1 dead',
    ])
  })

  test('comes as JSON, and as a table that no spreadsheet takes for formulas', async () => {
    const { run, lines } = await twoDays()
    await run('report', '--json')
    await run('report', '--csv')
    expect(JSON.parse(lines[0]!)).toMatchObject([
      { url: missing, section: '06', marked: true },
      { section: '08' },
    ])
    const rows = parse(lines[1]!, { columns: true }) as Record<string, string>[]
    expect(rows.map((row) => [row['section'], row['ownerName']])).toEqual([
      ['06', "'=Pass"],
      ['08', "'=Pass"],
    ])
  })
})

test.each([
  [[], /What about links/],
  [['ask'], /no command "links ask"/],
  [['report', '--csv', '--json'], /Either/],
  [['check', '--x'], /--x/],
  [['report', '--csv', 'dead.csv'], /takes no "dead\.csv"/],
])('%j is not understood', async (args, words) => {
  await expect(shell().run(...args)).rejects.toThrow(words)
})
