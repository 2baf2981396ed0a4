import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type WriteSoon, writeSoon } from '../database/write-soon.ts'
import { linkAddress } from '../import/index.ts'
import { checkLinks, hurryLinks } from './check-links.ts'
import type { LinkVisitor, Visit } from './link-visitor.ts'
import { leapingClock } from './testing.ts'

const start = '2026-11-23T09:00:00.000Z'
const never = new AbortController().signal
const settings = { days: 7, hostSeconds: 10, perMinute: 60 }
const ok = (url: string): Visit => ({ kind: 'answered', status: 200, url, hops: [] })
const timeout: Visit = { kind: 'failed', cause: 'timeout' }

let db: Db
let write: WriteSoon
beforeEach(async () => {
  const database = await openTestDatabase()
  ;({ db } = database)
  write = writeSoon(database.writeIfFree)
})

const addLinks = (...urls: readonly string[]) =>
  db
    .insertInto('link')
    .values(
      urls.map((url) => ({
        url,
        host: linkAddress(url)?.host ?? '',
        verdict: 'new' as const,
        due_at: '1970-01-01T00:00:00.000Z',
      })),
    )
    .execute()

/** Answers as the test says; remembers who was asked when. */
function checker(answer: (url: string) => Visit, clock = leapingClock(start)) {
  const asked: { url: string; at: string }[] = []
  const visitorFor: (turn: Parameters<Parameters<typeof checkLinks>[0]['visitorFor']>[0]) => LinkVisitor = (
    turn,
  ) => ({
    visit: (url) =>
      turn(new URL(url).hostname, async () => {
        asked.push({ url, at: clock.now().toISOString() })
        return answer(url)
      }),
  })
  const parts = { db, write, clock, settings, visitorFor }
  return {
    asked,
    clock,
    parts,
    round: (host?: string, signal = never) => checkLinks(parts, { signal, host }),
    later: (days: number) => clock.wait(days * 86_400_000, never),
  }
}

const verdictOf = async (url: string) =>
  db
    .selectFrom('link')
    .select(['verdict', 'failures', 'due_at', 'unreachable_on'])
    .where('url', '=', url)
    .executeTakeFirst()

describe('a round', () => {
  test('looks at what is due and no sooner again than after a week', async () => {
    await addLinks('https://a.de/', 'https://b.de/')
    const { round, asked, later } = checker(ok)
    expect(await round()).toEqual({ looked: 2, postponed: 0, unclear: false })
    await later(6.9)
    expect(await round()).toEqual({ looked: 0, postponed: 0, unclear: false })
    await later(0.2)
    expect(await round()).toMatchObject({ looked: 2 })
    expect(asked).toHaveLength(4)
  })

  test('marks nothing after one failure, and a missing page after two on different days', async () => {
    await addLinks('https://a.de/', 'https://b.de/')
    const { round, later } = checker((url) => ({
      kind: 'answered',
      status: url.includes('a.de') ? 404 : 200,
      url,
      hops: [],
    }))
    await round()
    expect(await verdictOf('https://a.de/')).toMatchObject({
      verdict: 'failing',
      failures: 1,
      unreachable_on: null,
    })
    await later(1)
    await round()
    expect(await verdictOf('https://a.de/')).toMatchObject({ verdict: 'dead', unreachable_on: '2026-11-24' })
  })

  test('takes a mark away as soon as the page is back', async () => {
    await addLinks('https://a.de/', 'https://b.de/')
    let gone = true
    const { round, later } = checker((url) =>
      gone && url.includes('a.de') ? { kind: 'answered', status: 410, url, hops: [] } : ok(url),
    )
    await round()
    await later(1)
    await round()
    gone = false
    await later(2)
    await round()
    expect(await verdictOf('https://a.de/')).toMatchObject({
      verdict: 'alive',
      failures: 0,
      unreachable_on: null,
    })
  })

  test('asks one host slowly, and lets the others not wait for it', async () => {
    await addLinks(
      ...Array.from({ length: 40 }, (_, index) => `https://www.slow.de/${index}`),
      'https://b.de/',
    )
    const { round, asked } = checker(ok)
    await round()
    const slow = asked.filter(({ url }) => url.includes('slow')).map(({ at }) => Date.parse(at))
    expect(slow).toHaveLength(15)
    expect(Math.min(...slow.slice(1).map((at, index) => at - slow[index]!))).toBeGreaterThanOrEqual(10_000)
    expect(asked.some(({ url }) => url === 'https://b.de/')).toBe(true)
  })

  test('goes on with a slow host in the next, the pause kept across both', async () => {
    await addLinks(...Array.from({ length: 20 }, (_, index) => `https://slow.de/${index}`))
    const { round, asked } = checker(ok)
    expect([await round(), await round(), await round()].map(({ looked }) => looked)).toEqual([15, 5, 0])
    const times = asked.map(({ at }) => Date.parse(at))
    expect(Math.min(...times.slice(1).map((at, index) => at - times[index]!))).toBeGreaterThanOrEqual(10_000)
  })

  test('looks at one host alone where that is asked for, due or not', async () => {
    await addLinks('https://www.a.de/', 'https://b.de/')
    const { round, asked, clock } = checker(ok)
    await round()
    await hurryLinks(db, clock.now(), 'a.de')
    expect(await round('www.a.de')).toMatchObject({ looked: 1 })
    expect(asked.map(({ url }) => url).slice(2)).toEqual(['https://www.a.de/'])
  })

  test('that is broken off keeps what it has found out', async () => {
    await addLinks('https://a.de/1', 'https://a.de/2')
    const stop = new AbortController()
    const { round } = checker((url) => {
      stop.abort()
      return ok(url)
    })
    expect(await round(undefined, stop.signal)).toMatchObject({ looked: 1 })
    expect(await verdictOf('https://a.de/2')).toMatchObject({ verdict: 'new' })
  })
})

describe('a host that asks for peace', () => {
  const busy = (url: string): Visit =>
    url.includes('a.de') ? { kind: 'answered', status: 429, url, hops: [], retryAfter: '7200' } : ok(url)

  test('gets it for all its links, and no link of it is called dead', async () => {
    await addLinks('https://a.de/1', 'https://a.de/2', 'https://b.de/')
    const { round, asked, later } = checker(busy)
    expect(await round()).toEqual({ looked: 2, postponed: 1, unclear: false })
    expect(await verdictOf('https://a.de/1')).toMatchObject({ verdict: 'blocked', unreachable_on: null })
    await later(1 / 24)
    expect(await round()).toMatchObject({ looked: 0, postponed: 0 })
    await later(1.1 / 24)
    await round()
    expect(asked.map(({ url }) => url)).toEqual(['https://a.de/1', 'https://b.de/', 'https://a.de/2'])
  })
})

describe('where nobody answers', () => {
  test('and nobody ever did, the fault may be ours: nothing is held against any address', async () => {
    await addLinks('https://a.de/', 'https://b.de/')
    const { round, later } = checker(() => timeout)
    for (let day = 0; day < 10; day += 1) {
      expect(await round()).toEqual({ looked: 0, postponed: 2, unclear: true })
      await later(1)
    }
    expect(await verdictOf('https://a.de/')).toMatchObject({ verdict: 'new', failures: 0 })
  })

  test('an address that answered before is asked, and tells whose fault it is', async () => {
    await addLinks('https://good.de/', 'https://bad.de/')
    let online = true
    const { round, later, asked } = checker((url) => (online && url.includes('good') ? ok(url) : timeout))
    await round()
    await later(1)
    expect(await round()).toEqual({ looked: 1, postponed: 0, unclear: false })
    expect(asked.at(-1)?.url).toBe('https://good.de/')
    online = false
    await later(2)
    expect(await round()).toEqual({ looked: 0, postponed: 1, unclear: true })
    expect(await verdictOf('https://bad.de/')).toMatchObject({ failures: 2 })
  })
})
