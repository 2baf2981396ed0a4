import { beforeAll, expect, test } from 'vitest'
import {
  addAuthority,
  addTestClerk,
  addTestToken,
  editing,
  type TestClerk,
  testStart,
} from '@amtsweg/backend/access/testing.ts'
import { type ClerkRole, clerkRoles } from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'
import { administering, personal } from './isolation-routes.ts'

const towns = { wismar: '130740087', grevesmuehlen: '130740026' } as const
type Town = keyof typeof towns
const names = Object.keys(towns) as Town[]
const otherOf = (town: Town): Town => (town === 'wismar' ? 'grevesmuehlen' : 'wismar')

let demo: Awaited<ReturnType<typeof openDemoApp>>
/** Of each town, somebody to be administered, and a token. */
const subjects = {} as Record<Town, { readonly clerk: TestClerk; readonly token: string }>
beforeAll(async () => {
  demo = await openDemoApp()
  const { db } = demo.database
  for (const town of names) {
    await addAuthority(db, town, towns[town])
    await subject(town)
  }
}, 60_000)

async function subject(town: Town): Promise<void> {
  const clerk = await clerkOf(town, ['editor'])
  subjects[town] = { clerk, token: await addTestToken(demo.database.db, town) }
}

const clerkOf = (town: Town, roles: readonly ClerkRole[], now = testStart) =>
  addTestClerk(demo.database.db, { grants: [{ authority: town, roles }], now })

const tokenIdOf = (town: Town) => subjects[town].token.slice(4, 16)
/** What a route is asked for, of which town it is. */
const addressOf = (route: string, town: Town): string => {
  const id = /^\/api\/v1\/(\w+)/.exec(route)?.[1]
  const ids: Readonly<Record<string, string>> = {
    authorities: town,
    clerks: subjects[town].clerk.id,
    tokens: tokenIdOf(town),
    sessions: subjects[town].clerk.session,
    account: 'x'.repeat(22),
  }
  return route.replace(':id', ids[id ?? ''] ?? '')
}
const bodies: Readonly<Record<string, (town: Town) => object>> = {
  'POST /api/v1/authorities': () => ({
    regionKey: '130740002',
    id: 'eindringling',
    names: { de: 'Eindringling' },
  }),
  'PUT /api/v1/authorities/:id/settings': () => ({
    ...{ names: { de: 'Eindringling' }, languages: ['de'], holidaysLand: '13' },
    ...{ fourEyes: false, origins: [] },
  }),
  'POST /api/v1/clerks': (town) => ({
    ...{ name: 'Eindringling', email: 'eindringling@example.org' },
    grants: [{ authority: town, roles: ['administrator'] }],
  }),
  'PUT /api/v1/clerks/:id': (town) => ({
    ...{ name: 'Eindringling', email: 'anderer@example.org', isSuspended: true },
    grants: [{ authority: town, roles: ['administrator'] }],
  }),
  'POST /api/v1/tokens': () => ({ name: 'Eindringling', scopes: ['units:write'], days: 30 }),
}

async function ask(route: string, town: Town, headers: Readonly<Record<string, string>>) {
  const [method = '', path = ''] = route.split(' ')
  const body = bodies[route]?.(town) ?? (/^(PUT|POST)/.test(route) ? {} : undefined)
  const response = await demo.app.request(
    addressOf(path, town),
    editing(method as 'GET', { headers, match: method === 'GET' ? null : '*', body }),
  )
  // What was asked for is said again in a refusal.
  return { response, text: (await response.text()).replace(/"instance":"[^"]*"/, '') }
}

/** All of persons, rights and authorities that is stored. */
async function stored(): Promise<string> {
  const { db } = demo.database
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter(ofPersons)
  const rows = await Promise.all(
    tables.sort().map((table) =>
      db
        .selectFrom(table as 'clerk')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(rows)
}
const ofPersons = (table: string) =>
  /^(authority|audit|clerk|access_token|invitation|passkey|recovery)/.test(table)

/** `answers` are statuses that tell nothing; what a stranger is told names nobody of the other town. */
async function refuses(
  route: string,
  town: Town,
  who: string,
  headers: Readonly<Record<string, string>>,
  answers: readonly number[],
): Promise<void> {
  const { response, text } = await ask(route, town, headers)
  expect(answers, `${who} ${route} of ${town}: ${text}`).toContain(response.status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(text).not.toContain(subjects[town].clerk.email)
  expect(text).not.toMatch(/Erika|Eindringling|Verwaltung /)
}

test.each(administering)('%s is for administrators of the authority', { timeout: 60_000 }, async (route) => {
  const before = await demo.database.db.selectFrom('clerk').selectAll().execute()
  expect(before.length).toBeGreaterThan(1)
  for (const town of names) {
    const away = otherOf(town)
    const others = clerkRoles.filter((role) => role !== 'administrator')
    const visitors: (readonly [string, Readonly<Record<string, string>>, readonly number[]])[] = [
      ['nobody', {}, [401]],
      [
        'a token of the town with all scopes',
        { authorization: `Bearer ${subjects[town].token}` },
        [401, 403],
      ],
      [
        'a clerk whose session is over',
        (await clerkOf(town, ['administrator'], new Date(testStart.getTime() - 31 * 60_000))).headers,
        [401],
      ],
      ['an administrator of another town', (await clerkOf(away, ['administrator'])).headers, [403, 404]],
      [
        'an administrator of another town in the name of this one',
        { ...(await clerkOf(away, ['administrator'])).headers, 'amtsweg-authority': town },
        [403],
      ],
      ['somebody with every other role', (await clerkOf(town, others)).headers, [403]],
    ]
    const untouched = await stored()
    // A list of one's own town is no list of another's.
    const isList = !route.includes(':id') && route !== 'POST /api/v1/authorities'
    const strangers = visitors.filter(([who]) => !isList || who !== 'an administrator of another town')
    for (const [who, headers, answers] of strangers) await refuses(route, town, who, headers, answers)
    expect(await stored()).toBe(untouched)
  }
})

test.each(administering.filter((route) => route !== 'POST /api/v1/authorities'))(
  '%s opens for an administrator of it, and shows nothing of another town',
  async (route) => {
    await subject('wismar')
    const { headers } = await clerkOf('wismar', ['administrator'])
    const { response, text } = await ask(route, 'wismar', headers)
    expect([200, 204], text).toContain(response.status)
    expect(text).not.toContain(subjects.grevesmuehlen.clerk.email)
  },
)

test.each(personal)('%s is for whoever is signed in, about themselves', async (route) => {
  const { token, clerk } = subjects.grevesmuehlen
  const untouched = await stored()
  await refuses(route, 'grevesmuehlen', 'nobody', {}, [401])
  await refuses(route, 'grevesmuehlen', 'a token', { authorization: `Bearer ${token}` }, [401])
  expect(await stored()).toBe(untouched)
  const stranger = await clerkOf('wismar', ['administrator'])
  const { text } = await ask(route, 'grevesmuehlen', stranger.headers)
  expect(text).not.toContain(clerk.email)
  expect(text).not.toContain(clerk.session)
  const session = demo.database.db.selectFrom('clerk_session').selectAll().where('id', '=', clerk.session)
  expect(await session.execute()).toHaveLength(1)
})

test('nothing failed on our side', () => expect(demo.failures).toEqual([]))
