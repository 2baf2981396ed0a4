import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '@amtsweg/backend/access/index.ts'
import {
  addAuthority,
  addTestClerk,
  addTestToken,
  editing,
  testStart,
} from '@amtsweg/backend/access/testing.ts'
import { orderSubscription } from '@amtsweg/backend/federation/index.ts'
import { orderHarvest } from '@amtsweg/backend/geodata/index.ts'
import { writeTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { addTestUpload } from '@amtsweg/backend/intake/testing.ts'
import {
  type ClerkRole,
  clerkRoles,
  type Scope,
  scopesOfRole,
  tokenScopes as scopes,
} from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'
import { open } from './isolation-open-routes.ts'
import { administering, entrance, guarded, importIdOf, personal } from './isolation-routes.ts'

let demo: Awaited<ReturnType<typeof openDemoApp>>
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)

/** Everything that is routed, as "GET /path", but for what looks at every request and answers none. */
const running = () =>
  [
    ...new Set(
      demo.app.routes
        .filter(({ method, path }) => method !== 'ALL' || !path.endsWith('*'))
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ].sort()

test('every route is listed as open to all or as guarded, and no other', () =>
  expect(running()).toEqual(
    [...open, ...entrance, ...personal, ...administering, ...Object.keys(guarded)].sort(),
  ))

/** Two towns of the demo data, and what they write. */
const towns = { wismar: '130740087', grevesmuehlen: '130740026' } as const
type Town = keyof typeof towns
const other: Record<Town, Town> = { wismar: 'grevesmuehlen', grevesmuehlen: 'wismar' }
const names = Object.keys(towns) as Town[]

/**
 * Who may come: nobody, what opens nothing, of each town one token for each scope, for all others, and for all; and clerks of each town,
 * one for each role.
 */
interface Visitor {
  readonly name: string
  readonly token?: string
  /** Header fields of a clerk who is signed in. */
  readonly headers?: Readonly<Record<string, string>>
  readonly town?: Town
  readonly scopes: readonly Scope[]
}

async function visitors(): Promise<readonly Visitor[]> {
  const { db } = demo.database
  const ofTown = async (town: Town) => {
    const sets = [...scopes.flatMap((scope) => [[scope], scopes.filter((one) => one !== scope)]), [...scopes]]
    return Promise.all(
      sets.map(async (set) => ({
        name: `${town} with ${set.join(' ')}`,
        token: await addTestToken(db, town, set),
        town,
        scopes: set,
      })),
    )
  }
  const past = await addTestToken(db, 'wismar', scopes, testStart.toISOString())
  const revoked = await addTestToken(db, 'wismar')
  await db
    .updateTable('access_token')
    .set({ revoked_at: testStart.toISOString() })
    .where('id', '=', revoked.slice(4, 16))
    .execute()
  const clerksOf = (town: Town) =>
    Promise.all(
      clerkRoles.map(async (role) => {
        const { headers } = await addTestClerk(db, { grants: [{ authority: town, roles: [role] }] })
        return { name: `${role} of ${town}`, headers, town, scopes: scopesOfRole[role] }
      }),
    )
  const roles: ClerkRole[] = ['administrator']
  const elsewhere = await addTestClerk(db, {
    grants: [{ authority: 'wismar', roles }],
    authority: 'grevesmuehlen',
  })
  const late = await addTestClerk(db, {
    grants: [{ authority: 'wismar', roles }],
    now: new Date(testStart.getTime() - 31 * 60_000),
  })
  const gone = await addTestClerk(db, { grants: [{ authority: 'wismar', roles }] })
  await db
    .updateTable('clerk')
    .set({ suspended_at: testStart.toISOString() })
    .where('id', '=', gone.id)
    .execute()
  const without = await addTestClerk(db, { grants: [] })
  return [
    { name: 'nobody', scopes: [] },
    { name: 'a clerk who is late', headers: late.headers, scopes: [] },
    { name: 'a clerk who is suspended', headers: gone.headers, scopes: [] },
    {
      name: 'a clerk of Wismar for another town',
      headers: elsewhere.headers,
      town: 'grevesmuehlen',
      scopes: [],
    },
    {
      name: 'a clerk without any role',
      headers: { ...without.headers, 'amtsweg-authority': 'wismar' },
      town: 'wismar',
      scopes: [],
    },
    ...(await Promise.all(names.map(clerksOf))).flat(),
    { name: 'an invented token', token: `amt_0123456789ab_${'a'.repeat(43)}`, scopes: [] },
    { name: 'an expired token', token: past, scopes: [] },
    { name: 'a revoked token', token: revoked, scopes: [] },
    ...(await Promise.all(names.map(ofTown))).flat(),
  ]
}

describe('of what is guarded', () => {
  let everybody: readonly Visitor[]
  beforeAll(async () => {
    const { db } = demo.database
    await Promise.all(names.map((town) => addAuthority(db, town, towns[town])))
    everybody = await visitors()
    for (const town of names) {
      await addTestUpload(db, importIdOf(town), town, 'checked')
      // Its parts come from whoever announced it alone.
      const announcer = { token: fillerOf(town).slice(4, 16), clerk: null }
      await addTestUpload(db, importIdOf(`${town}-open`), town, 'receiving', announcer)
    }
    for (const town of names) {
      const order = { id: `harvest-${town}`, authority: town, collection: `copy-${town}`, everySeconds: 900 }
      const rest = { token: null, audience: null, licence: null, provider: null }
      const url = `https://${town}.example/ogc/collections/kitas`
      await db
        .transaction()
        .execute((trx) => orderHarvest(trx, { ...order, ...rest, url }, testStart.toISOString()))
    }
    for (const town of names) await fill(town)
    for (const town of names) await writeTestVersion(demo.database, `geo-${town}`, [])
    for (const town of names)
      await db.transaction().execute((trx) =>
        orderSubscription(
          trx,
          {
            ...{ id: `sub-${town}`, kind: 'amtsweg', url: `https://${town}.example/`, areas: [towns[town]] },
            ...{ everySeconds: 900, authority: town },
          },
          testStart.toISOString(),
        ),
      )
  }, 60_000)

  const entries = Object.entries(guarded).map(([route, guard]) => ({
    route,
    method: route.split(' ')[0] as 'GET' | 'PUT' | 'POST' | 'DELETE',
    ...guard,
  }))
  const addressOf = (entry: (typeof entries)[number], town: Town) => entry.address(town, towns[town])
  const bodyOf = (entry: (typeof entries)[number], town: Town, words: string) =>
    entry.body?.(words, town, towns[town])
  const mark = (town: Town) => `Bestand-${town}`

  const fillerOf = (town: Town) =>
    everybody.find((one) => one.town === town && one.scopes.length === scopes.length)?.token ?? ''

  /** Lets a town write one of everything, so that there is something to be taken. */
  async function fill(town: Town) {
    const token = fillerOf(town)
    for (const entry of entries.filter(({ method }) => method === 'PUT')) {
      const address = addressOf(entry, town)
      const body = bodyOf(entry, town, mark(town))
      const match = (await demo.app.request(address)).headers.get('etag') ?? 'new'
      const response = await demo.app.request(address, editing('PUT', { token, body, match }))
      expect(response.status, `${entry.route} ${await response.text()}`).toBe(200)
    }
  }

  /** All that is stored, but for the days on which tokens were used. */
  async function stored(): Promise<string> {
    const { db } = demo.database
    const tables = (await db.introspection.getTables())
      .map(({ name }) => name)
      .filter(isData)
      .sort()
    const hash = createHash('sha256')
    for (const table of tables)
      hash.update(
        JSON.stringify(
          await db
            .selectFrom(table as 'unit')
            .selectAll()
            .execute(),
        ),
      )
    return hash.digest('hex')
  }
  const isData = (table: string) =>
    /^(authority|audit|edit|unit|person|service|responsibility|source|executing|subscription)/.test(table)
  test.each(entries)(
    '$route is for the own authority with the scope only',
    { timeout: 60_000 },
    async (entry) => {
      const { method, scope } = entry
      const before = await stored()
      const counts = { refused: 0, allowed: 0 }
      const pairs = everybody.flatMap((visitor) =>
        names.map((town) => ({
          visitor,
          town,
          mayAsk:
            [scope].flat().some((one) => visitor.scopes.includes(one)) &&
            (entry.isOwn === true || visitor.town === town),
        })),
      )
      // What is allowed to write has written when everything was filled; now only readers of their own may succeed.
      for (const { visitor, town, mayAsk } of pairs.filter((pair) => !pair.mayAsk || method === 'GET')) {
        const { token, headers } = visitor
        const body = bodyOf(entry, town, 'Eindringling')
        const ask = editing(method, {
          ...(token ? { token } : {}),
          ...(headers ? { headers } : {}),
          body,
          ...(method === 'GET' ? {} : { match: '*' }),
        })
        const response = await demo.app.request(addressOf(entry, town), ask)
        const text = await response.text()
        const who = `${visitor.name} to ${addressOf(entry, town)}: ${text.slice(0, 200)}`
        if (mayAsk) {
          counts.allowed += 1
          expect(response.status, who).toBe(200)
          if (visitor.town) expect(text).not.toContain(other[visitor.town])
        } else {
          counts.refused += 1
          expect(visitor.town ? [403, 404] : [401], who).toContain(response.status)
          expect(response.headers.get('content-type')).toContain('application/problem+json')
          expect(text).not.toMatch(/Bestand|Eindringling|Verwaltung /)
        }
      }
      expect(counts.refused).toBeGreaterThan(scopes.length * names.length)
      if (method === 'GET') expect(counts.allowed).toBeGreaterThan(0)
      expect(await stored()).toBe(before)
    },
  )

  test('what was allowed was done, and the trail of it is unbroken', async () => {
    // A part of a file changes nothing that the trail speaks of.
    const writes = entries.filter(
      ({ method, route }) => method === 'PUT' && !route.includes('/parts/:part'),
    ).length
    expect(await verifyAudit(demo.database.db)).toMatchObject({ seq: writes * names.length })
  })

  test('no token is any use at what is open to all: the answer is the same', async () => {
    expect(open.length).toBeGreaterThan(40)
    const [{ token = '' } = {}] = everybody.filter((one) => one.town === 'wismar')
    for (const route of open.filter((one) => /^GET \/api\/v1\/[^:*]+$/.test(one))) {
      const address = `${route.slice(4)}?q=Hund&service=mv-personalausweis&postcode=23966`
      const bare = await demo.app.request(address)
      const withToken = await demo.app.request(address, editing('GET', { token }))
      const text = (response: Response) =>
        response.text().then((body) => body.replace(/"requestId":"[^"]*"/, ''))
      expect(await text(withToken), route).toBe(await text(bare))
    }
  })
})

test('nothing failed on our side', () => expect(demo.failures).toEqual([]))
