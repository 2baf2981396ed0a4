import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { createPasswords } from './password.ts'
import { addInvitation } from './repository-invitations.ts'
import { addAuthority, addTestClerk, browser, settleClerk, testStart } from './testing.ts'

const password = 'Kranich Tasse Nebel Ziegel'
const now = testStart
let database: OpenDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  await addAuthority(database.db, 'wismar', '130740087')
})

/** An app in which something happens while a password is compared. */
const appIn = (meanwhile: () => unknown = () => {}) => {
  const matches = async () => (await meanwhile(), true)
  return createApp({ database, now: () => now, passwords: { ...createPasswords(), matches } })
}
const signInWhile = async (meanwhile: () => unknown) => {
  const { email: login } = await settleClerk(appIn(), { db: database.db, now, password })
  return browser(appIn(meanwhile)).post('/sign-in/password', { login, password })
}

test('a password that is changed while it is compared opens nothing', async () => {
  const change = () => database.db.updateTable('clerk').set({ password_hash: 'another' }).execute()
  expect(await signInWhile(change)).toMatchObject({ code: 'sign-in-refused' })
})

test('a second proof that is set up meanwhile is asked for', async () => {
  const setUp = () => database.db.updateTable('clerk').set({ totp_secret: 'ABCDEFGHIJKLMNOP' }).execute()
  expect(await signInWhile(setUp)).toMatchObject({ state: 'second-factor' })
})

test('a flood of strangers turns strangers away, and nobody whose browser is known', async () => {
  const passwords = createPasswords({ most: 1, backlog: 0, reserved: 1 })
  const app = createApp({ database, now: () => now, passwords })
  const { own, email: login } = await settleClerk(app, { db: database.db, now, password })
  await own.post('/sign-out', {})
  // The only place is taken by work of sixty passes, which ends long after the next has asked.
  const long = `$argon2id$v=19$m=19456,t=60,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const taken = passwords.matches('x', long)
  const stranger = browser(app).post('/sign-in/password', { login, password })
  expect(await stranger).toMatchObject({ code: 'unavailable' })
  expect(await own.post('/sign-in/password', { login, password })).toEqual({ state: 'signed-in' })
  expect(await taken).toBe(false)
})

test('who is turned away by a flood has guessed nothing, and comes in when it is calm', async () => {
  const passwords = createPasswords({ most: 1, backlog: 0 })
  const app = createApp({ database, now: () => now, passwords })
  const { email: login } = await settleClerk(app, { db: database.db, now, password })
  const long = `$argon2id$v=19$m=19456,t=60,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const taken = passwords.matches('x', long)
  const one = browser(app)
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => one.post('/sign-in/password', { login, password })),
  )
  expect(answers).toMatchObject(Array.from({ length: 5 }, () => ({ code: 'unavailable' })))
  await taken
  expect(await one.post('/sign-in/password', { login, password })).toEqual({ state: 'signed-in' })
})

test('an invitation opens nothing for who is suspended, and leaves no session for later', async () => {
  const { db } = database
  const one = browser(appIn())
  const { id } = await addTestClerk(db, { grants: [{ authority: 'wismar', roles: ['editor'] }] })
  const by = { random: randomBytes, now }
  const { token } = await db.transaction().execute((trx) => addInvitation(trx, id, 'invitation', by))
  await db.updateTable('clerk').set({ suspended_at: now.toISOString() }).where('id', '=', id).execute()
  const code = 'invitation-invalid'
  expect(await one.post('/sign-in/invitation/look', { token })).toMatchObject({ code })
  expect(await one.post('/sign-in/invitation', { token, password })).toMatchObject({ code })
})
