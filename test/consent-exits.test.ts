import { beforeAll, expect, test } from 'vitest'
import { addAuthority, addTestToken, editing } from '@amtsweg/backend/access/testing.ts'
import { addTestUpload } from '@amtsweg/backend/intake/testing.ts'
import { tokenScopes } from '@amtsweg/contract'
import { openDemoApp } from './demo-app.ts'
import { open } from './isolation-open-routes.ts'
import { guarded } from './isolation-routes.ts'

const unit = 'demo-wismar-wohngeld'
const service = 'mv-personalausweis'
const area = '130740087'
const upload = 'people'.padEnd(22, '-')
const idOf = (number: number) => `p-${String(number).padStart(32, '0')}`
const subjectOf = (number: number) => `/people/${idOf(number)}/record`

/** Nobody else is called so. */
const secret = {
  honorific: 'Dr. canarius',
  givenName: 'Xaverïne',
  familyName: 'Quäkenbrößt-Zimbelstern',
  contacts: [
    { kind: 'phone', value: '+49 3841 471199' },
    { kind: 'email', value: 'x.quaekenbroesst@wismar.example' },
  ],
  room: 'K-4711',
}
/** What nobody may be told of it, however it is folded. */
const told = /verine|verïne|k(?:ä|ae|a)kenbr|kenbr(?:ö|oe|o)(?:ß|ss)t|zimbelst|canarius|4711/i
/** Somebody else, in the same places. */
const other = { familyName: 'Abel', contacts: [{ kind: 'phone', value: '+49 3841 1' }] }
/** Beginnings of the name, where an answer may repeat the question, and what brings up everybody. */
const words = ['quäk', 'Quaek', 'QUÄK', 'zimb', 'xave', 'dr. can', 'x.quaek', '471', 'Wohngeld', 'Wismar']

const naming = { basis: 'consent', since: '2026-11-01' }
const job = {
  functions: [{ unitId: unit, names: { de: 'Sachbearbeitung Wohngeld' } }],
  topics: ['Wohngeld'],
  services: [service],
}

let demo: Awaited<ReturnType<typeof openDemoApp>>
let token: string
let without: string
beforeAll(async () => {
  demo = await openDemoApp()
  const { db } = demo.database
  await addAuthority(db, 'wismar', area)
  token = await addTestToken(db, 'wismar')
  without = await addTestToken(
    db,
    'wismar',
    tokenScopes.filter((scope) => scope !== 'people:write'),
  )
  await hide(secret)
  await addTestUpload(db, upload, 'wismar', 'checked')
  await db.updateTable('upload').set({ kind: 'people', file_name: secret.familyName }).execute()
}, 60_000)

const write = async (method: 'PUT' | 'DELETE', number: number, body?: object) => {
  const address = `/api/v1${subjectOf(number)}`
  const there = (await demo.app.request(address, editing('GET', { token }))).headers.get('etag')
  const answer = await demo.app.request(address, editing(method, { token, body, match: there ?? 'new' }))
  expect(answer.status, await answer.text()).toBeLessThan(300)
}

/** Who never agreed, who agreed no more, who has gone at the source, who was deleted, and whoever stands in for all of them. */
async function hide(who: object): Promise<void> {
  const hidden = { ...job, ...who }
  await write('PUT', 1, hidden)
  await write('PUT', 2, { ...hidden, naming })
  await write('PUT', 2, hidden)
  await write('PUT', 3, { ...hidden, naming })
  await demo.database.db
    .updateTable('person')
    .set({ withdrawn_on: '2026-11-20' })
    .where('id', '=', idOf(3))
    .execute()
  await write('PUT', 4, { ...hidden, naming })
  await write('DELETE', 4)
  for (const number of [1, 2])
    await write('PUT', number + 4, {
      familyName: 'Sichtbar',
      ...job,
      naming,
      substitute: { id: idOf(number) },
    })
}

/** Every address that anybody may ask for, about where those people work, what they do, and what they are called. */
function addresses(): readonly string[] {
  const ids: Readonly<Record<string, string>> = { regionKey: area, area, code: 'person-unknown' }
  return open
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => {
      const path = route
        .slice('GET '.length)
        .replace(/:file\{sitemap.*\}/, 'sitemap-1.xml')
        .replace(/:file\{.*md\}/, `${service}.md`)
      const things = thingsAt(path)
      const bare = things.map((id) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? id))
      const about = `unit=${unit}&service=${service}&area=${area}`
      const searches = /directory|suggest|services$|units$|keywords$|areas$|^\/embed/.test(path) ? words : []
      return bare.flatMap((address) => [
        address,
        ...(path === '/api/v1/people' || path === '/api/v1/responsibilities' ? [`${address}?${about}`] : []),
        ...searches.map((q) => `${address}?q=${encodeURIComponent(q)}&area=${area}`),
      ])
    })
}

/** Whom or what an address is about. */
function thingsAt(path: string): readonly string[] {
  if (path.includes('/people/:id')) return [1, 2, 3, 4, 5, 6].map(idOf)
  return [path.includes('/units/') ? unit : service]
}

/** An answer as whoever watches closely sees it, but for what is different each time. */
async function seen(address: string, as?: string) {
  const answer = await demo.app.request(address, editing('GET', as ? { token: as } : {}))
  const headers = Object.fromEntries(answer.headers)
  delete headers['x-request-id']
  // A hash of the trail may hold any number.
  const text = (await answer.text()).replaceAll(/"requestId":"[^"]*"|\b[0-9a-f]{64}\b/g, '')
  // How often something was written counts the feed of changes in its cursor.
  const counts = address === '/api/v1/changes'
  if (counts) delete headers['etag']
  const body = counts ? text.replace(/"next":"[^"]*"/, '') : text
  return { status: answer.status, headers, body }
}

test('who has not agreed is named at no address that anybody may ask for, and makes no answer another one', async () => {
  const all = addresses()
  const before = []
  for (const address of all) before.push(await seen(address))
  for (const [index, answer] of before.entries()) expect(JSON.stringify(answer), all[index]).not.toMatch(told)
  expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(170)
  expect(JSON.stringify(before)).toContain('Sichtbar')
  await hide(other)
  for (const [index, address] of all.entries()) expect(await seen(address), address).toEqual(before[index])
}, 60_000)

test('nor to who works for the authority, but not with its people', async () => {
  await hide(secret)
  const body = { subject: subjectOf(1), wanted: { ...job, ...secret }, basedOn: null }
  const drafted = editing('PUT', { token, match: 'new', body })
  expect((await demo.app.request('/api/v1/drafts/draft-0001', drafted)).status).toBe(200)
  for (const route of Object.keys(guarded).filter((one) => one.startsWith('GET '))) {
    const path = route
      .slice('GET '.length)
      .replace('/history/:id', '/history/1')
      .replace('/drafts/:id', '/drafts/draft-0001')
      .replace('/people/:id', `/people/${idOf(1)}`)
      .replace('/imports/:id', `/imports/${upload}`)
    const answer = await seen(`${path}?area=${area}&unit=${unit}&service=${service}`, without)
    expect(JSON.stringify(answer), path).not.toMatch(told)
  }
}, 60_000)
