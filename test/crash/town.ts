import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addAuthority, addTestToken } from '@amtsweg/backend/access/testing.ts'
import { openDatabase } from '@amtsweg/backend/database/database.ts'
import { addJob } from '@amtsweg/backend/jobs/index.ts'
import { tokenScopes } from '@amtsweg/contract'
import { runProgram } from '../end-to-end/server.ts'
import { atEnd } from '../temporary-folder.ts'

/** A publisher of offices and servers that answer to nobody, on this computer; and a database with a schedule and links. */
export interface Town {
  readonly url: string
  readonly token: string
  readonly env: Readonly<Record<string, string>>
  /** Number of the file the publisher gives. */
  readonly version: () => number
  /** SHA-256 of the file of a number. */
  readonly checksum: (version: number) => string
  readonly publish: () => void
}

const units = 40
const past = '2020-01-01T00:00:00.000Z'
/** Loopback addresses of their own, so that the check asks them side by side. */
const silentHosts = ['127.0.0.2', '127.0.0.3', '127.0.0.4']

const fileOf = (version: number, sickPort: number): string =>
  JSON.stringify(
    Array.from({ length: units }, (_, index) => ({
      ...{ id: `scheduled-${index}`, tier: 'municipal', regionKey: '13074' },
      names: { de: `Amt ${index}, Fassung ${version}` },
      contacts: [
        { kind: 'website', value: `http://${silentHosts[index % silentHosts.length]}:${sickPort}/` },
      ],
    })),
  )

/** Prepares a database that holds the demo data. */
export async function openTown(url: string): Promise<Town> {
  let version = 1
  const publisher = createServer((request, response) => {
    const etag = `"${version}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    response.writeHead(200, { etag }).end(fileOf(version, sickPort))
  })
  const sick = createServer((_, response) => response.writeHead(500).end())
  const port = await listening(publisher, '127.0.0.1')
  const sickPort = await listening(sick, '0.0.0.0')
  const pairs = [`127.0.0.1:${port}`, ...silentHosts.map((host) => `${host}:${sickPort}`)]
  const env = {
    DATABASE_URL: url,
    AMTSWEG_DEMO: 'off',
    AMTSWEG_OUTGOING_ALLOW: pairs.join(','),
    AMTSWEG_LINK_CHECK: 'on',
    AMTSWEG_CONTACT_URL: 'https://stadt.example/',
    AMTSWEG_LINK_CHECK_HOST_SECONDS: '1',
    AMTSWEG_LINK_CHECK_PER_MINUTE: '600',
    AMTSWEG_SUBMISSIONS_PER_MINUTE: '0',
  }
  const add = runProgram(
    'cli',
    ['schedule', 'add', 'units', 'units', `http://127.0.0.1:${port}/units.json`, '--source', 'scheduled'],
    env,
  )
  if ((await add.ended) !== 0) throw new Error(add.output())
  const first = runProgram('cli', ['schedule', 'run', 'units'], env)
  if ((await first.ended) !== 0) throw new Error(first.output())
  const { db, close } = openDatabase(url)
  try {
    await addAuthority(db, 'wismar', '130740087')
    const token = await addTestToken(db, 'wismar', tokenScopes, '2099-01-01T00:00:00.000Z')
    await addJob(db, 'link-check', past)
    return {
      ...{ url, token, env },
      version: () => version,
      checksum: (of) => createHash('sha256').update(fileOf(of, sickPort)).digest('hex'),
      publish: () => void (version += 1),
    }
  } finally {
    await close()
  }
}

async function listening(server: ReturnType<typeof createServer>, host: string): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  atEnd(() => void server.close().closeAllConnections())
  return (server.address() as AddressInfo).port
}

/** As if so much time had passed that all leases have ended and all work is due. */
export async function passTime({ url }: Pick<Town, 'url'>): Promise<void> {
  const { db, close } = openDatabase(url)
  try {
    await db.updateTable('job').set({ due_at: past }).execute()
    await db.updateTable('job').set({ lease_until: past }).where('holder', 'is not', null).execute()
    // Only servers that are here: nobody outside is asked.
    await db.updateTable('link').set({ due_at: null }).execute()
    await db.updateTable('link').set({ due_at: past }).where('host', 'in', silentHosts).execute()
    await db.deleteFrom('link_host').execute()
  } finally {
    await close()
  }
}
