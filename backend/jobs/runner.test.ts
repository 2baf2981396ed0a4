import { spawn } from 'node:child_process'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { openTestDatabase, testDatabaseUrl } from '../database/testing.ts'
import { writeSoon } from '../database/write-soon.ts'
import { leaseTime, underLease } from './lease.ts'
import { addJob } from './repository.ts'
import { type Job, runIfDue, startJobs } from './runner.ts'
import { handClock } from './testing.ts'

const start = '2026-11-23T09:00:00.000Z'
const minute = 60_000
const never = new AbortController().signal

/** A job that ends when the test says so. */
function slowJob(name = 'work') {
  const ends: (() => void)[] = []
  const signals: AbortSignal[] = []
  const job: Job = {
    name,
    every: 10 * minute,
    run: (signal) =>
      new Promise((resolve) => {
        signals.push(signal)
        ends.push(resolve)
      }),
  }
  return { job, signals, end: () => ends.shift()?.() }
}

const job = (run: Job['run']): Job => ({ name: 'work', every: 10 * minute, run })

async function setUp() {
  const { db, writeIfFree } = await openTestDatabase()
  const write = writeSoon(writeIfFree)
  const clock = handClock(start)
  const failures: unknown[] = []
  await addJob(db, 'work', start)
  const process = (holder: string) => ({
    db,
    write,
    clock,
    holder,
    report: (_: string, error: unknown) => void failures.push(error),
  })
  return { db, write, clock, failures, process }
}

describe('one job and two processes', () => {
  test('only one of them works', async () => {
    const { process } = await setUp()
    const { job, end, signals } = slowJob()
    const runs = [runIfDue(job, process('a'), never), runIfDue(job, process('b'), never)]
    expect(await Promise.race(runs)).toBe(false)
    end()
    expect((await Promise.all(runs)).sort()).toEqual([false, true])
    expect(signals).toHaveLength(1)
  })

  test('what one has done is not due for the other', async () => {
    const { process, clock } = await setUp()
    const work = job(async () => {})
    expect(await runIfDue(work, process('a'), never)).toBe(true)
    await clock.turn(9 * minute)
    expect(await runIfDue(work, process('b'), never)).toBe(false)
    await clock.turn(minute)
    expect(await runIfDue(work, process('b'), never)).toBe(true)
  })

  test('a lease is kept as long as the work takes', async () => {
    const { process, clock } = await setUp()
    const { job, end } = slowJob()
    const long = runIfDue(job, process('a'), never)
    for (let half = 0; half < 6; half += 1) await clock.turn(leaseTime / 2)
    expect(await runIfDue(job, process('b'), never)).toBe(false)
    end()
    expect(await long).toBe(true)
  })

  test('who was away for too long has lost the lease, is told, and changes nothing any more', async () => {
    const { db, process, clock } = await setUp()
    const { job, end, signals } = slowJob()
    const first = runIfDue(job, process('a'), never)
    await clock.turn(0)
    // As if the computer had slept: time has passed, and nobody renewed.
    await db.updateTable('job').set({ lease_until: start }).execute()
    const second = runIfDue(job, process('b'), never)
    await clock.turn(0)
    await clock.turn(leaseTime / 2)
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    end()
    await first
    expect(await db.selectFrom('job').select('holder').execute()).toEqual([{ holder: 'b' }])
    end()
    await second
  })

  test('after kill -9 of one the other takes over, once the lease has ended', async () => {
    const url = await testDatabaseUrl()
    const { db, writeIfFree, close } = openDatabase(url)
    onTestFinished(close)
    await addJob(db, 'work', start)
    await killedWhileWorking(url)

    const clock = handClock(start)
    const process = { db, write: writeSoon(writeIfFree), clock, holder: 'b', report: () => {} }
    const work = job(async () => {})
    expect(await db.selectFrom('job').select('holder').execute()).toEqual([{ holder: 'a' }])
    await clock.turn(leaseTime - 1)
    expect(await runIfDue(work, process, never)).toBe(false)
    await clock.turn(1)
    expect(await runIfDue(work, process, never)).toBe(true)
  })
})

/** Another process takes the job and is killed in the middle of it. */
async function killedWhileWorking(url: string): Promise<void> {
  const address = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    import { openDatabase } from ${address('../database/database.ts')}
    import { underLease } from ${address('./lease.ts')}
    const { db } = openDatabase(${JSON.stringify(url)})
    const clock = { now: () => new Date('${start}'), wait: () => new Promise(() => {}) }
    await underLease(
      { write: (work) => work(db), clock, holder: 'a', name: 'work', signal: new AbortController().signal },
      () => { console.log('working'); return new Promise(() => setInterval(() => {}, 1000)) },
    )`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
}

describe('a job that fails', () => {
  test('is reported and tried again, later each time, until it succeeds', async () => {
    const { process, clock, failures, db } = await setUp()
    let broken = true
    const work = job(async () => {
      if (broken) throw new Error('broken')
    })
    const run = () => runIfDue(work, process('a'), never)
    expect([await run(), await run()]).toEqual([true, false])
    await clock.turn(minute)
    expect([await run(), await run()]).toEqual([true, false])
    await clock.turn(minute)
    expect(await run()).toBe(false)
    await clock.turn(minute)
    broken = false
    expect(await run()).toBe(true)
    expect(failures).toHaveLength(2)
    expect(await db.selectFrom('job').select(['failures', 'due_at']).execute()).toEqual([
      { failures: 0, due_at: '2026-11-23T09:13:00.000Z' },
    ])
  })
})

describe('the runner', () => {
  test('runs what is due, again and again, until it is stopped', async () => {
    const { process, clock } = await setUp()
    let runs = 0
    const jobs = startJobs({ ...process('a'), jobs: [job(async () => void (runs += 1))] })
    for (let turn = 0; turn < 60; turn += 1) await clock.turn(minute / 2)
    expect(runs).toBe(3)
    await jobs.stop()
    for (let turn = 0; turn < 60; turn += 1) await clock.turn(minute / 2)
    expect(runs).toBe(3)
  })

  test('tells work in progress to end, and waits for it', async () => {
    const { process, clock } = await setUp()
    const told: string[] = []
    const work = job(
      (signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            told.push('told')
            setImmediate(() => {
              told.push('ended')
              resolve()
            })
          }),
        ),
    )
    const jobs = startJobs({ ...process('a'), jobs: [work] })
    await clock.turn(minute)
    await jobs.stop()
    expect(told).toEqual(['told', 'ended'])
  })

  test('survives a database that does not answer for a moment', async () => {
    const { db, process, clock, failures } = await setUp()
    await db.schema.alterTable('job').renameTo('gone').execute()
    let runs = 0
    const jobs = startJobs({ ...process('a'), jobs: [job(async () => void (runs += 1))] })
    await clock.turn(minute)
    await db.schema.alterTable('gone').renameTo('job').execute()
    await clock.turn(minute)
    await clock.turn(minute)
    await jobs.stop()
    expect([runs, failures.length > 0]).toEqual([1, true])
  })

  test('a process that asks for the lease by itself waits for nobody to be due', async () => {
    const { write, clock, process } = await setUp()
    await runIfDue(
      job(async () => {}),
      process('a'),
      never,
    )
    const lease = { write, clock, holder: 'cli', name: 'work', signal: never }
    expect(await underLease(lease, async () => ({}))).toBe(true)
    expect(
      await runIfDue(
        job(async () => {}),
        process('a'),
        never,
      ),
    ).toBe(false)
  })
})
