import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database/database.ts'
import { loot, testDatabaseUrl, versionOf } from '../database/testing.ts'
import { importTestPlaces } from '../places/testing.ts'
import { createAskers } from '../wayfinding/index.ts'
import type { Embedding } from './embedding.ts'
import { createEmbeddingCounter, type EmbeddingCounter } from './embedding-counter.ts'
import { listEmbeddings } from './repository-embeddings.ts'
import { addAuthority } from './testing.ts'

let url: string
let database: OpenDatabase
let counter: EmbeddingCounter
let today: string

beforeEach(async () => {
  url = await testDatabaseUrl()
  database = openDatabase(url)
  await importTestPlaces(database)
  await addAuthority(database.db, 'land', '13')
  await addAuthority(database.db, 'hagenow', '130760060')
  today = '2026-11-25'
  counter = await startCounter()
})
afterEach(async () => {
  await database.close()
})

/** A server's counter; another one is a server that was started anew, or another process. */
async function startCounter() {
  const askers = createAskers({ random: randomBytes })
  const started = createEmbeddingCounter({ database, askers, today: () => today })
  await started.write()
  return started
}

const ask = (host: string, network: string, more: Partial<Embedding> = {}, by = counter) =>
  by.count({ host, widget: 'amt-wayfinder', area: '13', ...more }, () => network)
const askFrom = (count: number, host: string, more: Partial<Embedding> = {}) => {
  for (let index = 0; index < count; index += 1) ask(host, `198.51.${index}`, more)
}
const stored = async () =>
  (await listEmbeddings(database.db)).map(({ period, host, regionKey, requests }) => [
    period,
    host,
    regionKey,
    requests,
  ])

const files = () => loot(url, /^embedding_/)

describe('no website is in the files before five networks have asked from it', () => {
  test('however often, for whatever area and at whatever moment few ask', { timeout: 60_000 }, async () => {
    const question = fc.tuple(
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('amt-wayfinder' as const, 'amt-responsibility-finder' as const),
      fc.constantFrom('13', '130760060060', '13076060', undefined),
      fc.boolean(),
    )
    const host = fc.stringMatching(/^[b-df-hj-np-tv-xz]{12,20}\.example$/)
    await fc.assert(
      fc.asyncProperty(host, fc.array(question, { maxLength: 30 }), async (canary, questions) => {
        for (const [network, widget, area, write] of questions) {
          ask(canary, `203.0.${network}`, { widget, area })
          if (write) await counter.write()
        }
        await counter.write()
        expect(await files()).not.toContain(canary.slice(0, 12))
      }),
      { numRuns: 40 },
    )
  })

  test('with the fifth it is, with all that was asked until then', async () => {
    askFrom(4, 'xylqvwzkrtmp.example')
    ask('xylqvwzkrtmp.example', '198.51.0')
    await counter.write()
    expect(await files()).not.toContain('xylqvwzkrtmp')
    ask('xylqvwzkrtmp.example', '198.51.9')
    await counter.write()
    expect(await stored()).toEqual([['2026-11', 'xylqvwzkrtmp.example', '13', 6]])
  })

  test('a network is nowhere in them', async () => {
    askFrom(9, 'a.example')
    await counter.write()
    expect(await files()).not.toContain('198.51')
  })

  test('five networks for five towns are enough for none', async () => {
    for (const [index, area] of ['13', '130760060', undefined, '13076060', '09'].entries())
      ask('a.example', `198.51.${index}`, { area })
    await counter.write()
    expect(await stored()).toEqual([])
  })
})

describe('what is counted', () => {
  test('is every question, for the authority of the area it is about', async () => {
    askFrom(5, 'a.example', { area: '130760060060' })
    askFrom(6, 'a.example', { area: '13076060' })
    askFrom(7, 'a.example', { area: '130725254111' })
    askFrom(8, 'a.example', { area: undefined })
    askFrom(5, 'a.example', { area: '09' })
    await counter.write()
    expect(await stored()).toEqual([
      ['2026-11', 'a.example', null, 13],
      ['2026-11', 'a.example', '130760060', 11],
      ['2026-11', 'a.example', '13', 7],
    ])
  })

  test('goes on over writings and starts without new proof', async () => {
    askFrom(5, 'a.example')
    await counter.write()
    ask('a.example', '198.51.0')
    await counter.write()
    const other = await startCounter()
    ask('a.example', '198.51.0', {}, other)
    await other.write()
    expect(await stored()).toEqual([['2026-11', 'a.example', '13', 7]])
  })

  test('waits where an import holds the database, and nothing is lost', async () => {
    const importing = openDatabase(url)
    askFrom(5, 'a.example')
    await importing.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('embedding_count').execute()
      await counter.write()
    })
    expect(await stored()).toEqual([])
    ask('a.example', '198.51.0')
    await counter.write()
    expect(await stored()).toEqual([['2026-11', 'a.example', '13', 6]])
    await importing.close()
  })

  test('does not touch the database where nothing was', async () => {
    askFrom(4, 'a.example')
    const version = await versionOf(database)
    await counter.write()
    expect(await versionOf(database)).toBe(version)
  })
})

describe('a month', () => {
  test('ends: what is proven is kept under it, the rest is forgotten', async () => {
    askFrom(5, 'a.example')
    askFrom(4, 'b.example')
    today = '2026-12-01'
    await counter.write()
    ask('b.example', '203.0.113')
    ask('a.example', '203.0.113')
    await counter.write()
    expect(await stored()).toEqual([['2026-11', 'a.example', '13', 5]])
  })

  test('is kept for a year', async () => {
    askFrom(5, 'a.example')
    await counter.write()
    today = '2027-11-30'
    await counter.write()
    expect(await stored()).toHaveLength(1)
    today = '2027-12-01'
    await counter.write()
    expect(await stored()).toEqual([])
  })
})

describe('a flood', () => {
  test('of invented websites by one network leaves nothing, and costs it its share', async () => {
    for (let index = 0; index < 2_000; index += 1) ask(`a${index}.example`, '203.0.113')
    askFrom(5, 'b.example')
    await counter.write()
    expect(await stored()).toEqual([['2026-11', 'b.example', '13', 5]])
  })

  test('by many makes those wait anew that wait for proof, and takes no place from the proven', async () => {
    askFrom(5, 'a.example')
    for (let index = 0; index < 6_000; index += 1) ask(`x${index}.example`, `203.${index % 100}.113`)
    ask('a.example', '198.51.0')
    askFrom(5, 'b.example')
    await counter.write()
    expect(await stored()).toEqual([
      ['2026-11', 'a.example', '13', 6],
      ['2026-11', 'b.example', '13', 5],
    ])
  })
})
