import { createHash, randomUUID } from 'node:crypto'
import type { FeedItem } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing } from './access/testing.ts'
import type { Db, OpenDatabase, Trx } from './database/database.ts'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { orderSubscription, type SubscriptionOrder } from './federation/subscriptions.ts'
import { createApp } from './http/app.ts'
import type { GuardedClient } from './integration/guarded-client.ts'
import { addJob, systemClock } from './jobs/index.ts'
import { runSync, type SyncParts, type SyncResult } from './subscription-sync.ts'
import { noteSearchChange } from './wayfinding/index.ts'

type App = ReturnType<typeof createApp>

/** An installation of Amtsweg that others can ask. */
export interface Node {
  readonly name: string
  readonly db: Db
  readonly database: OpenDatabase
  readonly app: App
  /** Node id, as its feed tells it. */
  readonly id: () => Promise<string>
  readonly put: (path: string, body: unknown) => Promise<number>
  readonly remove: (path: string) => Promise<number>
  readonly get: (path: string) => Promise<Response>
  readonly subscribe: (to: Node | string, order?: Partial<SubscriptionOrder>) => Promise<string>
  readonly sync: (id: string, more?: Partial<SyncParts>) => Promise<SyncResult>
}

/** A network of nodes that find each other by name: `https://<name>.example`. */
export function createNetwork() {
  const nodes = new Map<string, (path: string, headers: Record<string, string>) => Promise<Response>>()
  const asked: string[] = []

  const ask: GuardedClient = async ({ url, headers = {} }) => {
    const { host, pathname, search } = new URL(url)
    asked.push(`${host}${pathname}`)
    const answer = nodes.get(host)
    if (!answer) return { kind: 'failed', cause: 'no-such-host', url, hops: [] }
    const response = await answer(pathname + search, { ...headers })
    return {
      ...{ kind: 'answered', url, hops: [], status: response.status, truncated: false },
      body: Buffer.from(await response.arrayBuffer()),
      headers: Object.fromEntries(response.headers),
    }
  }

  /** A server that is none of ours. */
  const place = (host: string, answer: (path: string) => unknown) =>
    nodes.set(host, async (path) => {
      const body = answer(path)
      return body instanceof Response ? body : Response.json(body)
    })

  const open = async (name: string, area: string): Promise<Node> => {
    const database = await openTestDatabase()
    const { db } = database
    await addAreas(db)
    await addAuthority(db, name, area)
    const token = await addTestToken(db, name)
    const app = createApp({ database, reindex: noteSearchChange })
    const write = writeSoon(database.writeIfFree)
    nodes.set(`${name}.example`, async (path, headers) => app.request(path, { headers }))
    const parts: SyncParts = {
      ...{ db, write, clock: systemClock, random: () => 0.5, ask, askNode: ask, workFile: '/nowhere/file' },
      ...{ holder: `test-${name}`, signal: new AbortController().signal, longest: 100_000_000 },
      importXzufi: async () => 'unchanged',
    }
    const send = async (method: 'PUT' | 'DELETE', path: string, body?: unknown) => {
      const before = await app.request(path)
      const match = before.headers.get('etag')
      const isThere = before.status === 200 && match !== null
      const response = await app.request(
        path,
        editing(method, { token, match: isThere ? match : 'new', ...(body === undefined ? {} : { body }) }),
      )
      return response.status
    }
    return {
      ...{ name, db, database, app },
      id: async () =>
        ((await (await app.request('/api/v1/changes?limit=1')).json()) as { node: string }).node,
      put: (path, body) => send('PUT', path, body),
      remove: (path) => send('DELETE', path),
      get: async (path) => app.request(path),
      async subscribe(to, order = {}) {
        const at = new Date().toISOString()
        const url = typeof to === 'string' ? to : `https://${to.name}.example/`
        const whole = {
          id: randomUUID(),
          kind: 'amtsweg',
          url,
          areas: [],
          everySeconds: 900,
          authority: null,
        }
        return write(async (trx) => {
          const id = await orderSubscription(trx as Trx, { ...whole, ...order } as SubscriptionOrder, at)
          await addJob(trx, `subscription:${id}`, at)
          return id
        })
      },
      sync: (id, more = {}) => runSync({ ...parts, ...more }, id),
    }
  }
  return { open, place, ask, asked }
}

/** Areas of the tests: a Land, a Kreis, a town and a village. */
async function addAreas(db: Db): Promise<void> {
  await db
    .insertInto('source')
    .values({ id: 'areas', name: 'Gebiete', invented: 1, imported_at: '2026-11-30T08:00:00.000Z' })
    .execute()
  const area = (region_key: string, level: 'land' | 'kreis' | 'gemeinde', name: string) => ({
    ...{ region_key, level, kind: level, name, full_name: name, ags: null, parent_key: null, population: 1 },
    ...{ seat: null, seat_postcode: null, lat: null, lon: null, source_id: 'areas', uninhabited: 0 },
  })
  await db
    .insertInto('area')
    .values([
      area('13', 'land', 'Musterland'),
      area('13004', 'kreis', 'Musterstadt'),
      area('130040000000', 'gemeinde', 'Musterstadt'),
      area('13076', 'kreis', 'Musterkreis'),
      area('130765655001', 'gemeinde', 'Musterdorf'),
    ] as never)
    .execute()
}

/** Everything a node has, as any node would tell it: the same wherever it is kept. */
export async function catalogueOf(node: Pick<Node, 'app'>): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  let next = ''
  for (;;) {
    const answer = await node.app.request(`/api/v1/changes?limit=1000${next && `&since=${next}`}`)
    if (answer.status !== 200) throw new Error(await answer.text())
    const page = (await answer.json()) as { items: FeedItem[]; next: string; complete: boolean }
    for (const { kind, id, origin, source, deleted, record } of page.items)
      if (kind !== 'source' && !deleted) found[`${kind} ${id} ${origin} ${source}`] = record
    if (page.complete) return Object.fromEntries(Object.entries(found).sort())
    next = page.next
  }
}

/** The same, short. */
export const sumOf = async (node: Pick<Node, 'app'>): Promise<string> =>
  createHash('sha256')
    .update(JSON.stringify(await catalogueOf(node)))
    .digest('hex')

/** What towns write. */
export const unit = (regionKey: string, name = 'Bürgeramt Musterstadt', more: object = {}) => ({
  ...{ tier: 'municipal', regionKey, general: true, names: { de: name }, ...more },
})
export const service = (regionKey: string, title = 'Hund anmelden', html = '<p>Kommen Sie vorbei.</p>') => ({
  ...{ regionKey, audience: ['citizen'], titles: { de: title }, keywords: { de: ['Hund'] } },
  modules: [{ code: '06', lang: 'de', html }],
  fees: [{ kind: 'fixed', amountCents: 1200, currency: 'EUR', advancePayment: false }],
})
