import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../postgres.ts'
import { atEnd, temporaryFolder } from '../temporary-folder.ts'

/** Where Debian keeps the programs of the version that its PostGIS is for. */
const programs = '/usr/lib/postgresql/15/bin'

/** Debian's PostgreSQL 15 on a port of its own, with PostGIS in one database; gives its address. It is gone after the test. */
export async function startPostgis(): Promise<string> {
  const folder = temporaryFolder('postgres')
  const account = accountOfServer(folder)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'amtsweg', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...account, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  const quick = ['fsync', 'synchronous_commit', 'full_page_writes'].flatMap((name) => ['-c', `${name}=off`])
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...quick],
    { ...account, stdio: 'ignore' },
  )
  atEnd(async () => {
    server.kill('SIGINT')
    await new Promise((resolve) => server.once('exit', resolve))
  })
  const url = `postgres://amtsweg@127.0.0.1:${port}/postgres`
  await untilAnswers(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create extension postgis')
  await client.end()
  return url
}

/** PostgreSQL refuses to run as root, which is who CI is: then it runs as Debian's user for it. */
function accountOfServer(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const [uid = 0, gid = 0] = ['-u', '-g'].map((option) =>
    Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout),
  )
  chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  return { uid, gid }
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await pause(100)
    }
  }
  throw new Error('PostgreSQL does not answer')
}
