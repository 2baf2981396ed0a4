import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listAudit, verifyAudit } from './access/index.ts'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { addSchedule, findSchedule } from './import/index.ts'
import { closedPort, httpServer, localClient, shortCaps, socketServer } from './integration/testing.ts'
import { addJob, findJob } from './jobs/index.ts'
import { handClock } from './jobs/testing.ts'
import { jobOf, type RunParts, runSchedule } from './scheduled-import.ts'

const start = '2026-11-30T09:00:00.000Z'
const minute = 60_000
const hour = 60 * minute
const never = new AbortController().signal
const header = 'region_key,level,kind,name,full_name,ags,parent_key,population,seat,seat_postcode,lat,lon'

/** A file of the Land and so many Kreise. */
const areas = (count: number, name = 'Kreis') =>
  [
    header,
    '13,land,land,Mecklenburg-Vorpommern,Mecklenburg-Vorpommern,,,1570817,Schwerin,,53.6,12.4',
    ...Array.from({ length: count }, (_, index) => {
      const key = `13${String(index).padStart(3, '0')}`
      return `${key},kreis,landkreis,${name} ${index},Landkreis ${name} ${index},,13,1000,Ort,,53.6,12.4`
    }),
    '',
  ].join('\n')

type Answer = Parameters<typeof httpServer>[0]

/** A schedule for what a server of this computer answers. */
async function town(answer: Answer | { readonly origin: string; readonly pair?: string }) {
  const server = typeof answer === 'function' ? await httpServer(answer) : undefined
  const origin = server ? `http://127.0.0.1:${server.port}/areas.csv` : (answer as { origin: string }).origin
  const { db, writeIfFree } = await openTestDatabase()
  const clock = handClock(start)
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-schedule-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  await addSchedule(db, { name: 'areas', profile: 'areas', origin, sourceId: 'areas', everySeconds: 86_400 })
  await addJob(db, jobOf('areas'), start)
  const pair = server?.pair ?? (answer as { pair?: string }).pair
  const parts: RunParts = {
    ...{ db, write: writeSoon(writeIfFree), clock, random: () => 0.5, holder: 'a', signal: never },
    ask: localClient(pair ? [pair] : [], { caps: { ...shortCaps, idleTime: 500, bodyBytes: 100_000 } }),
    workFile: join(folder, 'database'),
  }
  return {
    ...{ db, clock, parts, server, folder },
    run: (options = {}, more: Partial<RunParts> = {}) => runSchedule({ ...parts, ...more }, 'areas', options),
    count: async () => (await db.selectFrom('area').select('region_key').execute()).length,
    facts: async () => (await findSchedule(db, 'areas'))!,
    job: async () => (await findJob(db, jobOf('areas')))!,
    trail: async () =>
      (await listAudit(db, { limit: 100 })).map(({ action, subject }) => `${action} ${subject}`).reverse(),
  }
}

const give = (response: ServerResponse, content: string | Buffer, headers: Record<string, string> = {}) =>
  void response.writeHead(200, headers).end(content)

describe('a scheduled import', () => {
  test('takes what is new and says when it comes again', async () => {
    const { run, count, facts, job, trail, db } = await town((_, response) => give(response, areas(3)))
    expect(await run()).toEqual({ kind: 'taken', words: '4 written, 0 deleted' })
    expect(await count()).toBe(4)
    expect(await facts()).toMatchObject({
      ...{ tried_at: start, succeeded_at: start, changed_at: start, error: null, held: 0 },
      ...{ sources: 'areas', read_count: 4, written_count: 4, deleted_count: 0, rejected_count: 0 },
    })
    expect(await job()).toMatchObject({ due_at: '2026-12-01T09:00:00.000Z', holder: null, failures: 0 })
    expect(await trail()).toEqual(['schedule.areas areas (4 read, 4 written, 0 deleted, 0 rejected)'])
    const [entry] = await listAudit(db, { limit: 1 })
    expect(entry).toMatchObject({
      token: null,
      authority: null,
      before: null,
      after: (await facts()).checksum,
    })
    expect(await verifyAudit(db)).toMatchObject({ seq: 1 })
  })

  test('asks whether there is another file, and does nothing where there is none', async () => {
    const { run, server, facts, clock, trail } = await town((request, response) =>
      request.headers['if-none-match'] === '"v1"'
        ? response.writeHead(304).end()
        : give(response, areas(3), { etag: '"v1"', 'last-modified': 'Mon, 30 Nov 2026 08:00:00 GMT' }),
    )
    await run()
    await clock.turn(24 * hour)
    expect(await run()).toEqual({ kind: 'unchanged', words: 'nothing new' })
    expect(server?.asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Mon, 30 Nov 2026 08:00:00 GMT',
    })
    expect(await facts()).toMatchObject({ succeeded_at: '2026-12-01T09:00:00.000Z', changed_at: start })
    expect(await trail()).toHaveLength(1)
  })

  test('imports nothing twice where the server cannot tell, packed or not', async () => {
    let content: string | Buffer = areas(3)
    const { run, clock } = await town((_, response) => give(response, content))
    await run()
    await clock.turn(24 * hour)
    content = gzipSync(content)
    expect(await run()).toMatchObject({ kind: 'unchanged' })
  })

  test('comes again where its data were taken away', async () => {
    const { run, db } = await town((request, response) =>
      request.headers['if-none-match']
        ? response.writeHead(304).end()
        : give(response, areas(3), { etag: '"1"' }),
    )
    await run()
    for (const table of ['area', 'source'] as const) await db.deleteFrom(table).execute()
    expect(await run()).toMatchObject({ kind: 'taken' })
  })

  test('is not done before it is due, unless somebody wants it now', async () => {
    const { run, clock, server } = await town((_, response) => give(response, areas(3)))
    await run({ onlyDue: true })
    await clock.turn(24 * hour - 1)
    expect(await run({ onlyDue: true })).toEqual({ kind: 'busy' })
    expect(server?.asked).toHaveLength(1)
    expect(await run()).toMatchObject({ kind: 'unchanged' })
  })

  test('leaves nothing beside the database', async () => {
    const { run, folder } = await town((_, response) => give(response, areas(3)))
    await run()
    expect(readdirSync(folder)).toEqual([])
  })
})

const failures: readonly (readonly [string, RegExp, Answer])[] = [
  ['answers 500', /answers 500/, (_, response) => response.writeHead(500).end()],
  ['answers 404', /not there any more \(404\)/, (_, response) => response.writeHead(404).end()],
  ['keeps silent', /takes too long/, () => {}],
  [
    'begins and goes no further',
    /takes too long/,
    (_, response) => void response.writeHead(200, { 'content-length': '5000' }).write(areas(3)),
  ],
  [
    'drips',
    /takes too long/,
    (_, response) => {
      const drip = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(drip))
    },
  ],
  [
    'is cut off in the middle',
    /broke before the file was complete/,
    (_, response) => {
      response.writeHead(200, { 'content-length': '5000' }).write(areas(3))
      setTimeout(() => response.socket?.destroy(), 50)
    },
  ],
  [
    'gives too much',
    /larger than AMTSWEG_DOWNLOAD_MAX_MB/,
    (_, response) => give(response, 'x'.repeat(200_000)),
  ],
  [
    'gives a page in place of the file',
    /column|region_key/,
    (_, response) => give(response, '<!doctype html><title>Wartung</title>\n<p>Bitte später\n'),
  ],
  [
    'gives half a packed file',
    /cut off|cannot be read/,
    (_, response) => give(response, gzipSync(areas(300)).subarray(0, 500)),
  ],
  [
    'sends on to an internal address',
    /internal network/,
    (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  ],
  [
    'sends round in a circle',
    /round in a circle/,
    (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
  ],
]

describe('a server that', () => {
  test.each(failures)('%s changes nothing and is asked again later', async (_, words, answer) => {
    let sick = false
    const { run, count, facts, job, clock, trail } = await town((request, response) =>
      sick ? answer(request, response) : give(response, areas(20)),
    )
    await run()
    sick = true
    await clock.turn(24 * hour)
    const result = await run()
    expect(result).toMatchObject({ kind: 'failed', words: expect.stringMatching(words) as string })
    expect(await facts()).toMatchObject({ error: (result as { words: string }).words, changed_at: start })
    expect(await job()).toMatchObject({ due_at: '2026-12-01T09:01:00.000Z', failures: 1, holder: null })
    expect([await count(), (await trail()).length]).toEqual([21, 1])
    sick = false
    expect(await run()).toMatchObject({ kind: 'unchanged' })
    expect(await facts()).toMatchObject({ error: null })
    expect(await job()).toMatchObject({ failures: 0 })
  })

  test('is not there is asked again, later each time, but not later than it would be anyway', async () => {
    const port = await closedPort()
    const { run, job, clock } = await town({
      origin: `http://127.0.0.1:${port}/areas.csv`,
      pair: `127.0.0.1:${port}`,
    })
    const waits: number[] = []
    for (let round = 0; round < 14; round += 1) {
      await run()
      waits.push((Date.parse((await job()).due_at) - clock.now().getTime()) / minute)
    }
    expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8])
    expect(waits.at(-1)).toBe(360)
  })

  test('speaks no HTTP is a failure as well', async () => {
    const { port, pair } = await socketServer((socket) => socket.once('data', () => socket.end('hallo')))
    const { run } = await town({ origin: `http://127.0.0.1:${port}/areas.csv`, pair })
    expect(await run()).toMatchObject({ kind: 'failed', words: expect.stringMatching(/broke/) as string })
  })
})

describe('a file from which most has vanished', () => {
  const shrinking = async () => {
    let left = 40
    const made = await town((_, response) => give(response, areas(left), { etag: `"${left}"` }))
    await made.run()
    left = 20
    return { ...made, shrink: (to: number) => (left = to) }
  }

  test('is held back, and stays so until somebody accepts it', async () => {
    const { run, count, facts, job } = await shrinking()
    expect(await run()).toMatchObject({ kind: 'held', words: expect.stringMatching(/20 of 41/) as string })
    expect(await facts()).toMatchObject({ held: 1, etag: '"40"', succeeded_at: start })
    expect(await job()).toMatchObject({ due_at: '2026-12-01T09:00:00.000Z', failures: 1 })
    expect(await run()).toMatchObject({ kind: 'held' })
    expect(await count()).toBe(41)

    expect(await run({ accept: true })).toEqual({ kind: 'taken', words: '0 written, 20 deleted' })
    expect(await facts()).toMatchObject({ held: 0, error: null, etag: '"20"' })
    expect(await count()).toBe(21)
  })

  test('is forgotten where the next one is whole again', async () => {
    const { run, facts, shrink } = await shrinking()
    await run()
    shrink(39)
    expect(await run()).toMatchObject({ kind: 'taken' })
    expect(await facts()).toMatchObject({ held: 0, error: null })
  })
})

describe('a file of this computer', () => {
  const local = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amtsweg-local-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'areas.csv')
    return { path, made: await town({ origin: path }) }
  }

  test('is imported where it has changed', async () => {
    const { path, made } = await local()
    expect(await made.run()).toMatchObject({ kind: 'failed', words: `There is no ${path}.` })
    writeFileSync(path, areas(2))
    expect(await made.run()).toMatchObject({ kind: 'taken' })
    expect(await made.run()).toMatchObject({ kind: 'unchanged' })
    writeFileSync(path, areas(2, 'Anders'))
    expect(await made.run()).toEqual({ kind: 'taken', words: '2 written, 0 deleted' })
  })

  test('that is written while it is read counts for nothing', async () => {
    const { path, made } = await local()
    writeFileSync(path, areas(2))
    const onProgress = () => writeFileSync(path, areas(3))
    expect(await made.run({}, { onProgress })).toMatchObject({
      kind: 'failed',
      words: 'The file was changed while it was read.',
    })
    expect(await made.count()).toBe(0)
    expect(await made.run()).toMatchObject({ kind: 'taken' })
  })
})

describe('two processes at one schedule', () => {
  test('only one of them asks', async () => {
    const { run, server } = await town((_, response) => give(response, areas(3)))
    const due = { onlyDue: true }
    const both = await Promise.all([run(due, { holder: 'a' }), run(due, { holder: 'b' })])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['busy', 'taken'])
    expect(server?.asked).toHaveLength(1)
  })

  test('who was stopped for too long and goes on writes nothing', async () => {
    let go: (() => void) | undefined
    let version = 'Alt'
    const { run, db, trail, facts, clock } = await town((_, response) => {
      const content = areas(3, version)
      if (version !== 'Alt') return give(response, content)
      go = () => give(response, content)
    })
    const first = run({}, { holder: 'a' })
    while (!go) await new Promise((resolve) => setTimeout(resolve, 5))
    // As if it had slept: nobody renewed the lease, and another process took it.
    await db.updateTable('job').set({ lease_until: start }).execute()
    version = 'Neu'
    expect(await run({}, { holder: 'b' })).toMatchObject({ kind: 'taken' })
    go()
    expect(await first).toEqual({ kind: 'lost' })
    expect(await trail()).toHaveLength(1)
    expect(
      (await db.selectFrom('area').select('name').where('region_key', '=', '13000').execute())[0]?.name,
    ).toBe('Neu 0')
    expect(await facts()).toMatchObject({ tried_at: clock.now().toISOString(), error: null })
  })

  test('who is told to stop gives the lease back and changes nothing', async () => {
    const stop = new AbortController()
    const { run, job, facts } = await town(() => setTimeout(() => stop.abort(), 20))
    expect(await run({}, { signal: stop.signal })).toEqual({ kind: 'stopped' })
    expect(await job()).toMatchObject({ holder: null, due_at: start, failures: 0 })
    expect(await facts()).toMatchObject({ tried_at: null })
  })
})
