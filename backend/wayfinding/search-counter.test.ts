import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database/database.ts'
import { loot, testDatabaseUrl, versionOf } from '../database/testing.ts'
import { createAskers } from './askers.ts'
import { createSearchCounter, type SearchCounter, type SearchEnd } from './search-counter.ts'
import { addServices } from './testing.ts'

let url: string
let database: OpenDatabase
let counter: SearchCounter
let now: Date

beforeEach(async () => {
  url = await testDatabaseUrl()
  database = openDatabase(url)
  await addServices(database.db, [{ id: 'hund', title: 'Hundesteuer' }])
  now = new Date('2026-11-25T09:00:00Z')
  counter = startCounter()
})
afterEach(async () => {
  await database.close()
})

/** A server's counter; another one is a server that was started anew. */
const startCounter = (bounds?: object) =>
  createSearchCounter({
    database,
    now: () => now,
    random: randomBytes,
    ...(bounds ? { askers: createAskers({ random: randomBytes, ...bounds }) } : {}),
  })

const ask = (q: string, network: string, more: Partial<SearchEnd> = {}) =>
  counter.count({ outcome: 'none', q, regionKey: '', ...more }, network)
const networks = (count: number) => Array.from({ length: count }, (_, index) => `198.51.${index}`)
const stored = () =>
  database.db
    .selectFrom('counted_term')
    .select(['period', 'region_key', 'text', 'none', 'unopened', 'opened'])
    .orderBy('region_key')
    .execute()
const clicks = () => database.db.selectFrom('counted_click').selectAll().orderBy('period').execute()

const files = () => loot(url, /^counted_|^local_/)

describe('no text is in the files before five different askers have typed it', () => {
  const word = fc.stringMatching(/^[b-df-hj-np-tv-xz]{12,20}$/)

  test('however often, in whatever way and from whichever pages few ask', { timeout: 60_000 }, async () => {
    const question = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('none' as const, 'unopened' as const, 'opened' as const),
      fc.constantFrom('', '13', '130740087087'),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(word, fc.array(question, { maxLength: 30 }), async (canary, questions) => {
        for (const [network, outcome, regionKey, write] of questions) {
          ask(canary, `203.0.${network}`, { outcome, regionKey })
          if (write) await counter.write()
        }
        await counter.write()
        expect(await files()).not.toContain(canary)
        expect((await files()).toLowerCase()).not.toContain(canary.slice(0, 12))
      }),
      { numRuns: 40 },
    )
  })

  test('with the fifth it is, and no sooner', async () => {
    const canary = 'Xylqvwzkrtmp'
    for (const [index, network] of networks(5).entries()) {
      expect(await files(), `after ${index}`).not.toContain(canary)
      ask(canary, network)
      await counter.write()
    }
    expect(await files()).toContain(canary)
  })

  test('what looks like a person never is, even if many ask', async () => {
    for (const text of ['erika.xylqvwz@beispiel.example', 'Frau Xylqvwz', 'Xylqvwz 123456'])
      for (const network of networks(20)) ask(text, network)
    await counter.write()
    expect(await files()).not.toContain('ylqvwz')
    expect(await stored()).toEqual([])
  })

  test('a network is nowhere in them', async () => {
    for (const network of networks(6)) ask('Hundemarke', network)
    await counter.write()
    expect(await files()).not.toContain('198.51')
  })
})

describe('what is counted', () => {
  test('is how searches for a term ended, per area, whatever the spelling', async () => {
    for (const network of networks(5)) ask('Hundemarke', network, { regionKey: '13' })
    ask('hundemarke', 'x1', { regionKey: '13', outcome: 'unopened' })
    ask('HUNDEMARKE!', 'x2', { regionKey: '13', outcome: 'opened', service: 'hund' })
    ask('Hundemarke', 'x3', { regionKey: '09' })
    await counter.write()
    expect(await stored()).toEqual([
      { period: '2026-11', region_key: '09', text: null, none: 1, unopened: 0, opened: 0 },
      { period: '2026-11', region_key: '13', text: 'hundemarke', none: 5, unopened: 1, opened: 1 },
    ])
  })

  test('adds up over writings and starts of the server', async () => {
    for (const network of networks(3)) ask('Hundemarke', network)
    await counter.write()
    counter = startCounter()
    for (const network of networks(5).slice(3)) ask('Hundemarke', network)
    await counter.write()
    expect(await stored()).toMatchObject([{ text: 'Hundemarke', none: 5 }])
  })

  test('is nothing of a search that alone ended well', async () => {
    for (const network of networks(9)) ask('Hundesteuer', network, { outcome: 'opened', service: 'hund' })
    await counter.write()
    expect(await stored()).toEqual([])
  })

  test('is each service that was opened, with or without a search, if it exists', async () => {
    for (const network of networks(3)) ask('', network, { outcome: 'opened', service: 'hund' })
    ask('Hundesteuer', 'x', { outcome: 'opened', service: 'hund' })
    ask('', 'x', { outcome: 'opened', service: 'katze' })
    await counter.write()
    expect(await clicks()).toEqual([{ service_id: 'hund', period: '2026-11', clicks: 4 }])
  })
})

describe('a flood', () => {
  test('by one network counts once', async () => {
    for (let index = 0; index < 1_000; index += 1) {
      ask('Xylqvwzkrtmp', '203.0.113')
      ask('', '203.0.113', { outcome: 'opened', service: 'hund' })
    }
    await counter.write()
    expect(await stored()).toMatchObject([{ text: null, none: 1 }])
    expect(await clicks()).toMatchObject([{ clicks: 1 }])
  })

  test('of invented words by one network leaves no more rows than its share', async () => {
    counter = startCounter({ mostPerNetwork: 20 })
    for (let index = 0; index < 500; index += 1) ask(`wort ${index}`, '203.0.113')
    await counter.write()
    expect(await stored()).toHaveLength(20)
  })

  test('by many ends where the memory of a day ends', async () => {
    counter = startCounter({ mostPerDay: 250 })
    for (let index = 0; index < 600; index += 1) ask(`wort ${index}`, `203.0.${index}`)
    await counter.write()
    expect(await stored()).toHaveLength(250)
  })

  test('is written bit by bit, so that readers are answered in between', async () => {
    for (let index = 0; index < 500; index += 1) ask(`wort ${index}`, `203.0.${index}`)
    const writing = counter.write()
    const seen: number[] = []
    // A reader comes by the event loop, as requests do.
    while (seen.at(-1) !== 500) {
      await setImmediate()
      seen.push((await stored()).length)
    }
    await writing
    // How many steps a reader sees is for the machine to say; that there are steps is for us.
    expect(seen.filter((count) => count > 0 && count < 500)).not.toEqual([])
  })
})

describe('a period', () => {
  const askMany = async (q: string, count: number) => {
    for (const network of networks(count)) ask(q, network)
    await counter.write()
  }

  test('ends with its month: what too few have asked for is forgotten, what many have stays', async () => {
    await askMany('Hundemarke', 5)
    await askMany('Sperrmüll', 4)
    now = new Date('2026-12-01T00:00:00Z')
    await counter.write()
    expect(await stored()).toEqual([
      { period: '2026-11', region_key: '', text: 'Hundemarke', none: 5, unopened: 0, opened: 0 },
    ])
  })

  test('begins with a new key: counts of the old one do not go on', async () => {
    await askMany('Hundemarke', 4)
    now = new Date('2026-12-01T00:00:00Z')
    await askMany('Hundemarke', 4)
    expect(await stored()).toMatchObject([{ period: '2026-12', text: null, none: 4 }])
  })

  test('takes its key along, so that no hash left in the files can be tried', async () => {
    await askMany('Hundemarke', 4)
    const [open] = await database.db.selectFrom('counted_period').select('term_key').execute()
    expect(await files()).toContain(open?.term_key)
    now = new Date('2026-12-01T00:00:00Z')
    await counter.write()
    await database.close()
    expect(await files()).not.toContain(open?.term_key)
    database = openDatabase(url)
  })

  test('is kept for a year', async () => {
    await askMany('Hundemarke', 5)
    for (const network of networks(6)) ask('', network, { outcome: 'opened', service: 'hund' })
    await counter.write()
    now = new Date('2027-11-30T12:00:00Z')
    await counter.write()
    expect(await stored()).toHaveLength(1)
    expect(await clicks()).toHaveLength(1)
    now = new Date('2027-12-01T12:00:00Z')
    await counter.write()
    expect(await stored()).toEqual([])
    expect(await clicks()).toEqual([])
  })

  test('forgets services that too few have opened', async () => {
    for (const network of networks(4)) ask('', network, { outcome: 'opened', service: 'hund' })
    await counter.write()
    now = new Date('2026-12-01T00:00:00Z')
    await counter.write()
    expect(await clicks()).toEqual([])
  })

  test('is not opened again by a clock that is put back', async () => {
    now = new Date('2026-12-01T00:00:00Z')
    await askMany('Hundemarke', 5)
    now = new Date('2026-11-30T12:00:00Z')
    await askMany('Hundemarke', 1)
    expect(await stored()).toMatchObject([{ period: '2026-12', none: 6 }])
  })
})

describe('the database', () => {
  test('is not touched where nothing was counted', async () => {
    ask('Hundemarke', 'x')
    await counter.write()
    const version = await versionOf(database)
    await counter.write()
    expect(await versionOf(database)).toBe(version)
  })

  test('is written later where an import holds it, and nothing is lost', async () => {
    const importing = openDatabase(url)
    for (const network of networks(5)) ask('Hundemarke', network)
    ask('', 'x', { outcome: 'opened', service: 'hund' })
    await importing.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('counted_click').execute()
      await counter.write()
    })
    expect(await stored()).toEqual([])
    ask('Hundemarke', 'another')
    await counter.write()
    expect(await stored()).toMatchObject([{ none: 6 }])
    expect(await clicks()).toMatchObject([{ clicks: 1 }])
    await importing.close()
  })
})
