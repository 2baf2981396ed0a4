import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listAudit } from './access/index.ts'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { localClient } from './integration/testing.ts'
import { addJob, findJob, listJobs } from './jobs/index.ts'
import { handClock } from './jobs/testing.ts'
import { testFolder } from './operation/testing.ts'
import { scheduleCommand } from './schedule-cli.ts'
import { runDue } from './schedule-runner.ts'
import { jobOf, runSchedule } from './scheduled-import.ts'

const start = '2026-11-30T09:00:00.000Z'
const minute = 60_000
const never = new AbortController().signal
const file = `region_key,level,kind,name,full_name,ags,parent_key,population,seat,seat_postcode,lat,lon
13,land,land,Mecklenburg-Vorpommern,Mecklenburg-Vorpommern,,,1570817,Schwerin,,53.6,12.4
`

async function shell() {
  const { db, writeIfFree } = await openTestDatabase()
  const clock = handClock(start)
  const folder = testFolder()
  const path = join(folder, 'areas.csv')
  writeFileSync(path, file)
  const lines: string[] = []
  const write = writeSoon(writeIfFree)
  const parts = {
    ...{ db, write, clock, random: () => 0.5, holder: 'cli', signal: never },
    ...{ ask: localClient([]), workFile: join(folder, 'database') },
  }
  const place = {
    ...{ db, parts, now: clock.now, allow: ['127.0.0.1:8080'] },
    say: (line: string) => void lines.push(line),
  }
  const run = async (...args: readonly string[]) => {
    lines.length = 0
    return { code: await scheduleCommand(args, place), lines: [...lines] }
  }
  return { db, clock, path, folder, parts, write, run }
}

describe('amtsweg schedule', () => {
  test('notes what is to be imported, shows it, and leaves that in the trail', async () => {
    const { run, db, path } = await shell()
    expect((await run('list')).lines).toEqual(['Nothing is imported by itself yet.'])
    const added = await run('add', 'gebiete', 'areas', path, '--every', '12h', '--source', 'stadt-gebiete')
    expect(added).toEqual({
      code: 0,
      lines: [`gebiete is imported from ${path} every 12h, first within a minute`],
    })
    expect((await run('list')).lines).toEqual([
      `gebiete\twaiting\tevery 12h\tnext ${start}\t${path}`,
      '  last success never, last change never',
    ])
    expect(await listAudit(db, { limit: 1 })).toMatchObject([{ action: 'schedule.add', subject: 'gebiete' }])
  })

  test('tells programs all it knows', async () => {
    const { run, path } = await shell()
    await run('add', 'gebiete', 'areas', path)
    await run('run', 'gebiete')
    expect(JSON.parse((await run('list', '--json')).lines[0]!)).toEqual([
      {
        ...{ name: 'gebiete', state: 'waiting', profile: 'areas', origin: path, every: '1d' },
        ...{ sources: ['amtsweg-areas'], lastTry: start, lastSuccess: start, lastChange: start },
        counts: { read: 1, written: 1, deleted: 0, rejected: 0 },
        ...{ nextDue: '2026-12-01T09:00:00.000Z', failures: 0, error: null },
      },
    ])
  })

  test('imports at once where that is wanted, and ends with 1 where it fails', async () => {
    const { run, path, folder } = await shell()
    await run('add', 'gebiete', 'areas', path)
    await run('add', 'fehlt', 'areas', join(folder, 'nichts.csv'))
    expect(await run('run', 'gebiete')).toEqual({ code: 0, lines: ['gebiete: 1 written, 0 deleted'] })
    expect(await run('run', 'gebiete')).toEqual({ code: 0, lines: ['gebiete: nothing new'] })
    expect((await run('run', 'fehlt')).code).toBe(1)
    expect((await run('list')).lines).toContain(`  There is no ${join(folder, 'nichts.csv')}.`)
  })

  test('pauses, goes on at once, and forgets', async () => {
    const { run, path, db, clock } = await shell()
    await run('add', 'gebiete', 'areas', path)
    await run('run', 'gebiete')
    await run('pause', 'gebiete')
    expect((await run('list')).lines[0]).toMatch(/^gebiete\tpaused\t/)
    await clock.turn(minute)
    await run('resume', 'gebiete')
    expect((await findJob(db, jobOf('gebiete')))?.due_at).toBe('2026-11-30T09:01:00.000Z')
    await run('remove', 'gebiete')
    expect(await listJobs(db)).toEqual([])
    await expect(run('run', 'gebiete')).rejects.toThrow('There is no schedule gebiete')
  })

  test('takes a whole folder', async () => {
    const { run, folder } = await shell()
    await run('add', 'alles', '--all', folder)
    expect((await run('run', 'alles')).lines).toEqual(['alles: 1 written, 0 deleted'])
    expect((await run('run', 'alles')).lines).toEqual(['alles: nothing new'])
  })

  test.each([
    [['add'], 'small letters'],
    [['add', 'Gebiete', 'areas', 'x.csv'], 'small letters'],
    [['add', 'a'], 'Which profile'],
    [['add', 'a', 'nichts', 'x.csv'], 'no profile "nichts"'],
    [['add', 'a', 'areas'], 'Which file'],
    [['add', 'a', 'areas', 'http://stadt.example/x.csv'], 'must begin with https'],
    [['add', 'a', 'areas', 'https://nutzer:geheim@stadt.example/x.csv'], 'no user name'],
    [['add', 'a', 'areas', 'ftp://stadt.example/x.csv'], 'begins with https://'],
    [['add', 'a', 'areas', 'x.csv', '--every', '1s'], '5m to 90d'],
    [['add', 'a', 'areas', 'x.csv', '--every', '91d'], '5m to 90d'],
    [['add', 'a', 'areas', 'x.csv', '--source', 'Stadt!'], 'small letters'],
    [['add', 'a', 'areas', '--all', 'x'], 'neither a profile'],
    [['run', 'nichts'], 'no schedule nichts'],
    [['run'], 'Which schedule'],
    [['sell'], 'no command'],
    [[], 'What about schedules'],
  ])('%j is refused', async (args, words) => {
    await expect((await shell()).run(...args)).rejects.toThrow(words)
  })

  test('a name is given once', async () => {
    const { run, path } = await shell()
    await run('add', 'a', 'areas', path)
    await expect(run('add', 'a', 'areas', path)).rejects.toThrow('There is a schedule a already')
  })
})

describe('a server with schedules', () => {
  const serving = async () => {
    const { db, clock, write, run, path, parts } = await shell()
    const ran: string[] = []
    const server = (work: (name: string, holder: string) => Promise<string>) => ({
      ...{ db, clock, write, report: (error: unknown) => void ran.push(String(error)) },
      run: (name: string, holder: string) => (ran.push(name), work(name, holder)),
    })
    await run('add', 'eins', 'areas', path)
    return { db, clock, run, path, parts, ran, server }
  }

  test('does what is due and not paused, once', async () => {
    const { server, ran, run, path, parts } = await serving()
    await run('add', 'zwei', 'areas', path)
    await run('pause', 'zwei')
    const own = server(async (name, holder) => {
      await runSchedule({ ...parts, holder }, name, { onlyDue: true })
      return 'exit code 0'
    })
    await runDue(own, never)
    await runDue(own, never)
    expect(ran).toEqual(['eins'])
  })

  test('counts a run that was killed as a failure, and waits before the next', async () => {
    const { server, ran, db, clock, run } = await serving()
    const own = server(async (name, holder) => {
      await db
        .updateTable('job')
        .set({ holder, lease_until: '2026-11-30T09:05:00.000Z' })
        .where('name', '=', jobOf(name))
        .execute()
      return 'SIGKILL'
    })
    await runDue(own, never)
    await runDue(own, never)
    expect(ran).toEqual(['eins'])
    expect((await run('list')).lines.at(-1)).toMatch(/ended from outside \(SIGKILL\)/)
    await clock.turn(minute)
    await runDue(own, never)
    expect(await findJob(db, jobOf('eins'))).toMatchObject({
      failures: 2,
      due_at: '2026-11-30T09:03:00.000Z',
    })
  })

  test('leaves alone what another one works on', async () => {
    const { server, ran, db } = await serving()
    await addJob(db, jobOf('eins'), start)
    await db.updateTable('job').set({ holder: 'b', lease_until: '2026-11-30T09:05:00.000Z' }).execute()
    await runDue(
      server(async () => 'exit code 0'),
      never,
    )
    expect(ran).toEqual([])
  })
})
