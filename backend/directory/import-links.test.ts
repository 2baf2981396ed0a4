import { expect, test } from 'vitest'
import type { Unit } from '@amtsweg/contract'
import { openTestDatabase } from '../database/testing.ts'
import { sourceLinks } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { unitLinks } from './import-links.ts'
import { unitsProfile } from './import-units.ts'
import { generalUnitOf, unitsById } from './repository.ts'
import { directoryApp, unit } from './testing.ts'

const website = { kind: 'website', value: 'https://www.stadt-a.de/' }
const appointment = { kind: 'appointment', value: 'https://termine.stadt-a.de/#heute' }
const now = '2026-11-23T09:00:00Z'

async function setUp() {
  const { db } = await openTestDatabase()
  await importContent(db, {
    profile: unitsProfile,
    content: JSON.stringify([
      unit('a', {
        general: true,
        contacts: [website, appointment, { kind: 'email', value: 'a@stadt-a.de' }],
      }),
      unit('b', { contacts: [{ kind: 'website', value: 'https://stadt-b.de/' }], invented: true }),
    ]),
    name: 'units.json',
    source: { id: 'test', name: 'Test', url: 'https://daten.amt.de/', licenceUrl: 'https://lizenz.amt.de/' },
    derivations: [unitLinks, sourceLinks],
  })
  return db
}

test('websites and appointment pages of real offices are looked after, and the pages of sources', async () => {
  const db = await setUp()
  const uses = await db
    .selectFrom('link_use')
    .select(['url', 'owner', 'owner_id', 'section'])
    .orderBy('url')
    .execute()
  expect(uses).toEqual([
    { url: 'https://daten.amt.de/', owner: 'source', owner_id: 'test', section: 'url' },
    { url: 'https://lizenz.amt.de/', owner: 'source', owner_id: 'test', section: 'licence' },
    { url: 'https://termine.stadt-a.de/', owner: 'unit', owner_id: 'a', section: 'appointment' },
    { url: 'https://www.stadt-a.de/', owner: 'unit', owner_id: 'a', section: 'website' },
  ])
})

test('an office carries a word at each address that leads nowhere, however it is asked for', async () => {
  const db = await setUp()
  await db
    .updateTable('link')
    .set({ verdict: 'dead', unreachable_on: '2026-11-20' })
    .where('url', '=', 'https://termine.stadt-a.de/')
    .execute()
  const view = { lang: 'de', now: new Date(now) }
  const asked = (await (await directoryApp(db, now).request('/units/a')).json()) as Unit
  const one = (await unitsById(db, ['a', 'b'], view)).get('a')
  const ten = (await unitsById(db, ['b', 'x1', 'x2', 'a'], view)).get('a')
  for (const found of [asked, one, ten])
    expect(found?.contacts.map((contact) => contact.unreachableOn)).toEqual([
      undefined,
      '2026-11-20',
      undefined,
    ])
  expect(await generalUnitOf(db, ['13'], view)).toBeUndefined()
})
