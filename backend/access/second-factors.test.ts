import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Account, PasskeyOptions, Problem, RecoveryCodes, TotpEnrolment } from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { plainRecoveryCode } from './recovery-code.ts'
import { verifyAudit } from './repository-audit.ts'
import { addClerk } from './repository-clerks.ts'
import { addInvitation } from './repository-invitations.ts'
import { browser, testStart } from './testing.ts'
import { softPasskey } from './testing-passkey.ts'
import { totpCode } from './totp.ts'

const password = 'Kranich Tasse Nebel Ziegel'
const email = 'erika@wismar.example'
let database: OpenDatabase
let app: ReturnType<typeof createApp>
let now = testStart
let own: ReturnType<typeof browser>
beforeEach(async () => {
  now = testStart
  database = await openTestDatabase()
  app = createApp({ database, now: () => now })
  const token = await database.db.transaction().execute(async (trx) => {
    await addClerk(trx, { id: 'erika', name: 'Erika Muster', email, grants: [] }, now.toISOString())
    return (await addInvitation(trx, 'erika', 'invitation', { random: randomBytes, now })).token
  })
  own = browser(app)
  await own.post('/sign-in/invitation', { token, password })
})
const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000))
const begin = async (one = browser(app)) => {
  expect(await one.post('/sign-in/password', { login: email, password })).toHaveProperty(
    'state',
    'second-factor',
  )
  return one
}
const signedIn = { state: 'signed-in' }
const refused = { code: 'second-factor-refused', status: 401 }

async function enrolTotp() {
  const { secret } = (await own.post('/account/totp', undefined)) as TotpEnrolment
  const { codes } = (await own.ask('PUT', '/account/totp', { code: totpCode(secret, now) })) as RecoveryCodes
  return { secret, codes }
}
async function enrolPasskey(key = softPasskey()) {
  const options = (await own.post('/account/passkeys/options', undefined)) as PasskeyOptions
  const made = await own.post('/account/passkeys', { name: 'Stick', credential: key.make(options) })
  return { key, made, options }
}

describe('codes of an app', () => {
  test('are asked for once one was shown to be right, and sign in', async () => {
    const { secret, uri } = (await own.post('/account/totp', undefined)) as TotpEnrolment
    expect(uri).toMatch(/^otpauth:\/\/totp\/Amtsweg:erika%40wismar\.example\?/)
    expect(await own.ask('PUT', '/account/totp', { code: '000000' })).toMatchObject(refused)
    expect(await browser(app).post('/sign-in/password', { login: email, password })).toEqual(signedIn)
    const saved = await own.ask('PUT', '/account/totp', { code: totpCode(secret, now) })
    expect((saved as RecoveryCodes).codes).toHaveLength(10)
    later(30)
    const one = await begin()
    const code = totpCode(secret, now).replace(/(?=...$)/, ' ')
    expect(await one.get('/session')).toMatchObject({ code: 'session-missing' })
    expect(await one.post('/sign-in/totp', { code })).toEqual(signedIn)
    expect(await one.get('/session')).toMatchObject({ hasSecondFactor: true })
  })

  test('are taken once, and those of a minute ago not at all', async () => {
    const { secret } = await enrolTotp()
    expect(await (await begin()).post('/sign-in/totp', { code: totpCode(secret, now) })).toMatchObject(
      refused,
    )
    later(30)
    const code = totpCode(secret, now)
    expect(await (await begin()).post('/sign-in/totp', { code })).toEqual(signedIn)
    expect(await (await begin()).post('/sign-in/totp', { code })).toMatchObject(refused)
    later(90)
    expect(await (await begin()).post('/sign-in/totp', { code })).toMatchObject(refused)
    const early = totpCode(secret, new Date(now.getTime() + 30_000))
    expect(await (await begin()).post('/sign-in/totp', { code: early })).toEqual(signedIn)
    expect(await (await begin()).post('/sign-in/totp', { code: totpCode(secret, now) })).toMatchObject(
      refused,
    )
  })

  test('open nothing where the password that was proved before is none any more', async () => {
    const { secret } = await enrolTotp()
    later(30)
    const one = await begin()
    const code = totpCode(secret, now)
    const changed = { current: password, password: 'Ziegel Nebel Tasse Kranich' }
    expect(await own.ask('PUT', '/account/password', changed)).toBeUndefined()
    expect(await one.post('/sign-in/totp', { code })).toMatchObject({ code: 'sign-in-not-begun' })
    expect(await own.get('/session')).toMatchObject({ hasSecondFactor: true })
  })

  test('that two send at the same time open for one', async () => {
    const { secret } = await enrolTotp()
    later(30)
    const both = [await begin(), await begin()]
    const ends = await Promise.all(
      both.map((one) => one.post('/sign-in/totp', { code: totpCode(secret, now) })),
    )
    expect(ends.filter((end) => JSON.stringify(end) === JSON.stringify(signedIn))).toHaveLength(1)
  })

  test('cannot be tried through, even by who knows the password and begins anew each time', async () => {
    await enrolTotp()
    later(16 * 60)
    const tries: string[] = []
    for (let time = 0; time < 8; time += 1) {
      const one = browser(app)
      const first = (await one.post('/sign-in/password', { login: email, password })) as Problem
      const second = (await one.post('/sign-in/totp', { code: '000000' })) as Problem
      tries.push(first.code ?? second.code)
    }
    expect(tries).toEqual([
      ...Array<string>(5).fill('second-factor-refused'),
      ...Array<string>(3).fill('sign-in-too-often'),
    ])
  })

  test('mean nothing without a password before, or long after it', async () => {
    const { secret } = await enrolTotp()
    later(30)
    const code = totpCode(secret, now)
    expect(await browser(app).post('/sign-in/totp', { code })).toMatchObject({ code: 'sign-in-not-begun' })
    const slow = await begin()
    later(10 * 60)
    const late = await slow.post('/sign-in/totp', { code: totpCode(secret, now) })
    expect(late).toMatchObject({ code: 'sign-in-not-begun' })
  })
})

describe('recovery codes', () => {
  test('open once each, however they are typed, in place of what was lost', async () => {
    const { codes } = await enrolTotp()
    const [first = '', second = ''] = codes
    expect(first).toMatch(/^(?:[a-z0-9]{4}-){5}[a-z0-9]{4}$/)
    const one = await begin()
    expect(
      await one.post('/sign-in/recovery-code', { code: ` ${first.toUpperCase().replaceAll('-', ' ')}` }),
    ).toEqual(signedIn)
    expect(await one.get('/account')).toMatchObject({ recoveryCodesLeft: 9 })
    expect(await (await begin()).post('/sign-in/recovery-code', { code: first })).toMatchObject(refused)
    const renewed = (await own.post('/account/recovery-codes', undefined)) as RecoveryCodes
    expect(renewed.codes).toHaveLength(10)
    expect(await (await begin()).post('/sign-in/recovery-code', { code: second })).toMatchObject(refused)
  })

  test('lie in the database as hashes', async () => {
    const { codes } = await enrolTotp()
    const kept = JSON.stringify(await database.db.selectFrom('clerk_recovery_code').selectAll().execute())
    for (const code of codes) expect(kept).not.toContain(plainRecoveryCode(code))
  })

  test('go with the last second factor', async () => {
    await enrolTotp()
    await own.ask('DELETE', '/account/totp')
    expect(await own.get('/account')).toMatchObject({ hasTotp: false, recoveryCodesLeft: 0 })
    expect(await own.post('/account/recovery-codes', undefined)).toMatchObject({ code: 'not-found' })
    expect(await browser(app).post('/sign-in/password', { login: email, password })).toEqual(signedIn)
  })
})

describe('a passkey', () => {
  const ask = async (one: ReturnType<typeof browser>) =>
    (await one.post('/sign-in/passkey/options', undefined)) as PasskeyOptions & {
      readonly allowCredentials?: readonly { readonly id: string }[]
      readonly userVerification: string
    }

  test('is the second proof', async () => {
    const { key, made } = await enrolPasskey()
    expect(made).toMatchObject({ passkey: { id: key.id, name: 'Stick' } })
    const one = await begin()
    const options = await ask(one)
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([key.id])
    expect(await one.post('/sign-in/passkey', { credential: key.answer(options, false) })).toEqual(signedIn)
    expect((await one.get('/account')) as Account).toMatchObject({ passkeys: [{ lastUsedOn: '2026-11-23' }] })
  })

  test('is enough alone, with a PIN or a finger, and not without', async () => {
    const { key } = await enrolPasskey()
    const one = browser(app)
    const options = await ask(one)
    expect(options).toMatchObject({ userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
    expect(await one.post('/sign-in/passkey', { credential: key.answer(options, false) })).toMatchObject(
      refused,
    )
    const again = await ask(one)
    expect(await one.post('/sign-in/passkey', { credential: key.answer(again) })).toEqual(signedIn)
    expect(await one.get('/sessions')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ method: 'passkey' })]),
    })
  })

  test.each([
    ['an answer to another question', (key: Key) => key.answer({ challenge: 'abc' })],
    [
      'another key of the same name',
      (key: Key, asked: Asked) => ({ ...softPasskey().answer(asked), id: key.id, rawId: key.id }),
    ],
    ['a key nobody knows', (_: Key, asked: Asked) => softPasskey().answer(asked)],
  ])('is not replaced by %s', async (_, answer) => {
    const { key } = await enrolPasskey()
    for (const one of [browser(app), await begin()]) {
      const credential = answer(key, await ask(one))
      expect(await one.post('/sign-in/passkey', { credential })).toMatchObject(refused)
    }
  })

  test('answers each question once, and only in the browser that was asked', async () => {
    const { key } = await enrolPasskey()
    for (const start of [async () => browser(app), begin]) {
      const one = await start()
      const asked = await ask(one)
      const cookies = one.cookies()
      const credential = key.answer(asked)
      expect(await browser(app).post('/sign-in/passkey', { credential })).toMatchObject({
        code: 'sign-in-not-begun',
      })
      expect(await one.post('/sign-in/passkey', { credential })).toEqual(signedIn)
      const replay = await browser(app, cookies).post('/sign-in/passkey', { credential })
      expect(replay).toMatchObject({ code: 'sign-in-not-begun' })
    }
  })

  test('of a page that looks like ours opens nothing', async () => {
    const { key } = await enrolPasskey()
    const phishing = browser(app, '', { origin: 'http://localhost' })
    const asked = await ask(phishing)
    const elsewhere = softPasskey('http://amtsweg.evil.example')
    expect(
      await phishing.post('/sign-in/passkey', {
        credential: { ...elsewhere.answer(asked), id: key.id, rawId: key.id },
      }),
    ).toMatchObject(refused)
  })

  test('of somebody else is no second proof', async () => {
    const { key } = await enrolPasskey()
    await database.db.transaction().execute(async (trx) => {
      await addClerk(
        trx,
        { id: 'max', name: 'Max Muster', email: 'max@wismar.example', grants: [] },
        now.toISOString(),
      )
      await trx
        .updateTable('clerk')
        .set({
          totp_secret: 'JBSWY3DPEHPK3PXP',
          password_hash: (
            await trx
              .selectFrom('clerk')
              .select('password_hash')
              .where('id', '=', 'erika')
              .executeTakeFirstOrThrow()
          ).password_hash,
        })
        .where('id', '=', 'max')
        .execute()
    })
    const one = browser(app)
    await one.post('/sign-in/password', { login: 'max@wismar.example', password })
    expect(await one.post('/sign-in/passkey', { credential: key.answer(await ask(one)) })).toMatchObject(
      refused,
    )
  })

  test('of a suspended clerk opens nothing', async () => {
    const { key } = await enrolPasskey()
    await database.db.updateTable('clerk').set({ suspended_at: 'now' }).execute()
    const one = browser(app)
    expect(await one.post('/sign-in/passkey', { credential: key.answer(await ask(one)) })).toMatchObject(
      refused,
    )
  })

  test('is set up only as it was asked for, once', async () => {
    const key = softPasskey()
    const { options } = await enrolPasskey(key)
    const again = await own.post('/account/passkeys', {
      name: 'Stick',
      credential: softPasskey().make(options),
    })
    expect(again).toMatchObject({ code: 'passkey-refused' })
    expect((await enrolPasskey(key)).made).toMatchObject({ code: 'passkey-refused' })
    expect((await enrolPasskey(softPasskey('https://evil.example'))).made).toMatchObject({
      code: 'passkey-refused',
    })
  })
})
type Key = ReturnType<typeof softPasskey>
type Asked = Parameters<Key['answer']>[0]

describe('what one signs in by', () => {
  const changes = [
    [
      'the password',
      () => own.ask('PUT', '/account/password', { current: password, password: 'Ganz andere Worte hier' }),
    ],
    ['codes of an app', enrolTotp],
    ['a passkey', enrolPasskey],
  ] as const

  test.each(changes)('when %s changes, all other sessions end, and it is on record', async (_, change) => {
    const other = browser(app)
    await other.post('/sign-in/password', { login: email, password })
    const { seq } = (await verifyAudit(database.db)) as { seq: number }
    await change()
    expect(await other.get('/session')).toMatchObject({ code: 'session-expired' })
    expect(await own.get('/session')).toHaveProperty('clerk')
    expect(await verifyAudit(database.db)).toMatchObject({ seq: seq + 1 })
    const entry = await database.db
      .selectFrom('audit_entry')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    expect(entry).toMatchObject({ clerk_id: 'erika', subject: 'erika', token_id: null })
    expect(JSON.stringify(entry)).not.toMatch(/Muster|wismar\.example/)
  })

  test('needs the old password, which cannot be tried through from an open desk', async () => {
    const change = (current: string) =>
      own.ask('PUT', '/account/password', { current, password: 'Ganz andere Worte hier' })
    for (let time = 0; time < 10; time += 1)
      expect(await change('wrong')).toMatchObject({ code: 'password-wrong' })
    expect(await change(password)).toMatchObject({ code: 'sign-in-too-often' })
  })

  test('a new password works and the old one does not', async () => {
    await own.ask('PUT', '/account/password', { current: password, password: 'Ganz andere Worte hier' })
    const signIn = (typed: string) =>
      browser(app).post('/sign-in/password', { login: email, password: typed })
    expect(await signIn(password)).toMatchObject({ code: 'sign-in-refused' })
    expect(await signIn('Ganz andere Worte hier')).toEqual(signedIn)
  })

  test('is not changed a quarter of an hour after signing in', async () => {
    await enrolPasskey()
    later(15 * 60)
    for (const [method, path] of [
      ['POST', '/account/totp'],
      ['PUT', '/account/totp'],
      ['DELETE', '/account/totp'],
      ['POST', '/account/passkeys/options'],
      ['POST', '/account/passkeys'],
      ['DELETE', '/account/passkeys/x'],
      ['POST', '/account/recovery-codes'],
    ] as const)
      expect(await own.ask(method, path, {}), path).toMatchObject({ code: 'sign-in-again' })
  })

  test('is nobody else’s to take away', async () => {
    const { key } = await enrolPasskey()
    await database.db
      .transaction()
      .execute((trx) =>
        addClerk(trx, { id: 'max', name: 'Max', email: 'max@wismar.example', grants: [] }, now.toISOString()),
      )
    await database.db.updateTable('clerk_passkey').set({ clerk_id: 'max' }).execute()
    expect(await own.ask('DELETE', `/account/passkeys/${key.id}`)).toMatchObject({ code: 'not-found' })
    await database.db.updateTable('clerk_passkey').set({ clerk_id: 'erika' }).execute()
    expect(await own.ask('DELETE', `/account/passkeys/${key.id}`)).toBeUndefined()
  })

  test('takes nothing but what a form has', async () => {
    const taken = await own.ask('PUT', '/account/password', {
      current: password,
      password: 'Ganz andere Worte hier',
      clerk: 'max',
    })
    expect(taken).toMatchObject({ code: 'invalid-body' })
  })
})
