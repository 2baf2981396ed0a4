import { beforeEach, describe, expect, test } from 'vitest'
import type { ClerkRole, Draft, MadeToken } from '@amtsweg/contract'
import { listAudit, revokeToken } from '../access/index.ts'
import { addAuthority, addTestClerk, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { writeSoon } from '../database/write-soon.ts'
import { createApp } from '../http/app.ts'
import { editKinds } from '../http/edit-kinds.ts'
import { publishDue } from '../http/publish-draft.ts'
import { openPlaces } from '../places/testing.ts'

const hagenow = '130760060'
const office = { tier: 'municipal', regionKey: hagenow, names: { de: 'Rathaus' } }
const draft = '/drafts/draft-0001'
const due = new Date('2026-12-24T11:00:00Z')

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let now: Date
beforeEach(async () => {
  database = await openPlaces()
  await addAuthority(database.db, 'hagenow', hagenow)
  await addAuthority(database.db, 'landhagen', '130755555')
  now = testStart
  app = createApp({ database, now: () => now })
})
const wantSecondPerson = () =>
  database.db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()

type Way = Readonly<{ token?: string; headers?: Readonly<Record<string, string>> }>
/** Sends something on what is there now, and gives what is answered, perhaps a problem. */
async function send(way: Way, method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object) {
  const seen = await app.request(`/api/v1${draft}`, editing('GET', way))
  const match = seen.headers.get('etag') ?? 'new'
  const response = await app.request(`/api/v1${path}`, editing(method, { ...way, match, body }))
  const text = await response.text()
  return (text ? JSON.parse(text) : {}) as Partial<Draft> & { readonly code?: string }
}
const clerk = (role: ClerkRole = 'editor') =>
  addTestClerk(database.db, { grants: [{ authority: 'hagenow', roles: [role] }], now })
const write = (way: Way) =>
  send(way, 'PUT', draft, { subject: '/units/rathaus/record', wanted: office, basedOn: null })
const act = (way: Way, name: string, body?: object) => send(way, 'POST', `${draft}/${name}`, body)
const isOut = async () => {
  const seen = await app.request(
    '/api/v1/units/rathaus/record',
    editing('GET', { token: await addTestToken(database.db, 'hagenow') }),
  )
  return seen.ok
}

test('a clerk does not approve of what a token of their own making has written, taken back or not', async () => {
  await wantSecondPerson()
  const chief = await clerk('administrator')
  const made = (await send(chief, 'POST', '/tokens', {
    name: 'CMS',
    scopes: ['units:write'],
    days: 9,
  })) as MadeToken
  await write({ token: made.secret })
  await act({ token: made.secret }, 'submit')
  expect(await act(chief, 'approve')).toMatchObject({ code: 'own-draft' })
  await send(chief, 'DELETE', `/tokens/${made.token.id}`)
  expect(await act(chief, 'approve')).toMatchObject({ code: 'own-draft' })
  expect(await act(await clerk(), 'approve')).toMatchObject({ state: 'approved' })
})

test('who may approve of one thing does not approve of another that they may not write', async () => {
  await wantSecondPerson()
  const max = await clerk()
  await write(max)
  await act(max, 'submit')
  for (const name of ['approve', 'reject'])
    expect(await act(await clerk('geodata-officer'), name, { reason: 'Nein' })).toMatchObject({
      code: 'role-missing',
    })
  expect(await act(await clerk('editor'), 'approve')).toMatchObject({ state: 'approved' })
})

test('a clerk who administers the whole installation is one person as everybody is', async () => {
  await wantSecondPerson()
  const grants = [{ authority: null, roles: ['administrator'] }] as const
  const chief = await addTestClerk(database.db, { grants, authority: 'hagenow', now })
  await write(chief)
  await act(chief, 'submit')
  expect(await act(chief, 'approve')).toMatchObject({ code: 'own-draft' })
  expect(await act(chief, 'publish')).toMatchObject({ code: 'draft-not-ready' })
  const direct = editing('PUT', { ...chief, match: 'new', body: office })
  const response = await app.request('/api/v1/units/rathaus/record', direct)
  expect(await response.json()).toMatchObject({ code: 'approval-needed' })
})

describe('a draft whose time has come', () => {
  const publish = () =>
    publishDue(
      {
        db: database.db,
        write: writeSoon(database.writeIfFree),
        now: () => now,
        kinds: editKinds({ now: () => now, reindex: async () => {} }),
      },
      new AbortController().signal,
    )
  const roles = (of: string, to: object) =>
    database.db.updateTable('clerk_grant').set(to).where('clerk_id', '=', of).execute()
  const suspend = (of: string) =>
    database.db.updateTable('clerk').set({ suspended_at: 'x' }).where('id', '=', of).execute()

  test.each<readonly [string, (by: string) => Promise<unknown>]>([
    ['is suspended', suspend],
    ['has another role', (by) => roles(by, { roles: 'statistician' })],
    ['works elsewhere', (by) => roles(by, { authority_id: 'landhagen' })],
    ['is gone', (by) => database.db.deleteFrom('clerk').where('id', '=', by).execute()],
  ])('waits for a second person where who has set it %s', async (_, dismiss) => {
    const max = await clerk()
    await write(max)
    expect(await act(max, 'schedule', { at: due.toISOString() })).toMatchObject({ state: 'scheduled' })
    await dismiss(max.id)
    now = due
    await publish()
    expect(await isOut()).toBe(false)
    const later = await clerk()
    expect(await send(later, 'GET', draft)).toMatchObject({
      state: 'submitted',
      reason: 'role-missing',
      publishAt: due.toISOString(),
      wanted: office,
    })
    const [entry] = await listAudit(database.db, { limit: 1 })
    expect(entry).toMatchObject({ action: 'draft.return', clerk: null, token: null })
    await act(later, 'approve')
    expect(await act(later, 'publish')).toMatchObject({ state: 'published', reason: null })
    expect(await isOut()).toBe(true)
  })

  test('has to be approved of anew, though it was before', async () => {
    await wantSecondPerson()
    const [max, ada] = [await clerk(), await clerk()]
    await write(max)
    await act(max, 'submit')
    await act(ada, 'approve')
    await act(max, 'schedule', { at: due.toISOString() })
    await suspend(max.id)
    now = due
    await publish()
    const later = await clerk()
    expect(await act(later, 'publish')).toMatchObject({ code: 'draft-not-ready' })
    expect(await send(later, 'GET', draft)).toMatchObject({ state: 'submitted', approvedBy: null })
  })

  test('waits as well where the token that has set it was taken back', async () => {
    const token = await addTestToken(database.db, 'hagenow')
    await write({ token })
    await act({ token }, 'schedule', { at: due.toISOString() })
    await revokeToken(database.db as never, token.slice(4, 16), now.toISOString())
    now = due
    await publish()
    expect(await send(await clerk(), 'GET', draft)).toMatchObject({
      state: 'submitted',
      reason: 'role-missing',
    })
  })
})
