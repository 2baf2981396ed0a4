import { beforeEach, describe, expect, test } from 'vitest'
import type { FourEyesEnd, KeptAuthority } from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { createPasswords } from './password.ts'
import { findAuthority, saveAuthority } from './repository.ts'
import { listAudit } from './repository-audit.ts'
import { savePassword } from './repository-clerks.ts'
import { addAuthority, addTestClerk, browser, testStart } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let now: Date
beforeEach(async () => {
  database = await openPlaces()
  await addAuthority(database.db, 'wismar', '130740087')
  await addAuthority(database.db, 'hagenow', '130760060')
  await fourEyes('wismar', true)
  now = testStart
  app = createApp({ database, now: () => now })
})
const path = '/authorities/wismar/four-eyes-end'
const hash = await createPasswords().hash('Kranich Tasse Nebel Ziegel')

const fourEyes = async (id: string, to?: boolean) => {
  const before = (await findAuthority(database.db, id))!
  if (to === undefined) return before.fourEyes
  await saveAuthority(database.db, { ...before, fourEyes: to }, testStart.toISOString())
  return to
}
/** Somebody who has taken their invitation. */
const chief = async (
  authority: string | null = 'wismar',
  role: 'administrator' | 'editor' = 'administrator',
) => {
  const one = await addTestClerk(database.db, {
    grants: [{ authority, roles: [role] }],
    authority: 'wismar',
    now,
  })
  await savePassword(database.db as never, one.id, hash)
  const { cookie = '', ...headers } = one.headers
  return { ...one, ...browser(app, cookie, headers) }
}
const where = async (one: Awaited<ReturnType<typeof chief>>) => (await one.get(path)) as FourEyesEnd

describe('four eyes, once wanted', () => {
  test('are not ended by one administrator alone, whatever they send', async () => {
    const erika = await chief()
    const settings = await erika.send('GET', '/authorities/wismar/settings')
    const etag = settings.headers.get('etag') ?? ''
    const { id: _, regionKey: __, fourEyes: ___, ...rest } = (await settings.json()) as KeptAuthority
    for (const body of [{ ...rest, fourEyes: false }, rest])
      expect(
        await erika.ask('PUT', '/authorities/wismar/settings', body, { 'if-match': etag }),
      ).toMatchObject({
        code: 'four-eyes-kept',
      })
    for (let i = 0; i < 3; i += 1) await erika.post(path, {})
    expect(await where(erika)).toMatchObject({ fourEyes: true, asked: { by: { id: erika.id } }, others: 0 })
    expect(await fourEyes('wismar')).toBe(true)
  })

  test.each([
    ['of the authority', 'wismar'],
    ['of the installation', null],
  ])('are ended when a second administrator %s agrees, and both stand in the trail', async (_, authority) => {
    const [erika, max] = [await chief(), await chief(authority)]
    await erika.post(path, {})
    expect(await where(max)).toMatchObject({ asked: { by: { name: 'Erika Muster' } }, others: 1 })
    expect(await max.post(path, {})).toMatchObject({ fourEyes: false, asked: null })
    expect(await fourEyes('wismar')).toBe(false)
    expect((await listAudit(database.db, { limit: 2 })).map(({ action, clerk }) => [action, clerk])).toEqual([
      ['four-eyes.end', max.id],
      ['four-eyes.ask-end', erika.id],
    ])
  })

  test('stay where the second one refuses, or the first has thought better of it', async () => {
    const [erika, max] = [await chief(), await chief()]
    for (const one of [max, erika]) {
      await erika.post(path, {})
      await one.ask('DELETE', path)
      expect(await where(max)).toMatchObject({ fourEyes: true, asked: null })
    }
  })

  test.each<readonly [string, (id: string) => unknown]>([
    [
      'was suspended',
      (id) => database.db.updateTable('clerk').set({ suspended_at: 'x' }).where('id', '=', id).execute(),
    ],
    [
      'lost the role',
      (id) =>
        database.db.updateTable('clerk_grant').set({ roles: 'editor' }).where('clerk_id', '=', id).execute(),
    ],
    ['asked two weeks ago', () => (now = new Date(testStart.getTime() + 14 * 86_400_000))],
  ])('stay where the one who asked %s: the other only asks then', async (_, then) => {
    const erika = await chief()
    await erika.post(path, {})
    await then(erika.id)
    const max = await chief()
    expect(await max.post(path, {})).toMatchObject({ fourEyes: true, asked: { by: { id: max.id } } })
  })

  test('are wanted anew without what was half ended before', async () => {
    const [erika, max] = [await chief(), await chief()]
    await erika.post(path, {})
    await fourEyes('wismar', false)
    await fourEyes('wismar', true)
    expect(await max.post(path, {})).toMatchObject({ fourEyes: true, asked: { by: { id: max.id } } })
  })

  test('are nothing for editors, other authorities, or programs', async () => {
    expect(await (await chief('wismar', 'editor')).post(path, {})).toMatchObject({ code: 'role-missing' })
    const other = await chief(null)
    const elsewhere = { 'amtsweg-authority': 'hagenow' }
    expect(await other.ask('POST', path, {}, elsewhere)).toMatchObject({ code: 'not-yours' })
    expect((await app.request(`/api/v1${path}`, { method: 'POST' })).status).toBe(401)
  })

  test('are not asked about where nobody wants them', async () => {
    const max = await chief()
    await fourEyes('wismar', false)
    expect(await max.post(path, {})).toMatchObject({ fourEyes: false, asked: null })
    expect(await listAudit(database.db, { limit: 1 })).toEqual([])
  })
})
