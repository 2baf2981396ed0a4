import { beforeEach, expect, test } from 'vitest'
import type { SiteUse } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openPlaces } from '../places/testing.ts'
import { findAuthority, listAuthorities, saveAuthority } from './repository.ts'
import { isRegistered } from './repository-origins.ts'
import { addAuthority, testStart } from './testing.ts'

const [land, town, other] = ['https://land.example', 'https://hagenow.example', 'https://wismar.example']

let db: Db
beforeEach(async () => {
  ;({ db } = await openPlaces())
  await addAuthority(db, 'land', '13', [land])
  await addAuthority(db, 'hagenow', '130760060', [town])
  await addAuthority(db, 'wismar', '130740087', [other])
})

const may = (origin: string, regionKey: string, use: SiteUse = 'amt-wayfinder') =>
  isRegistered(db, { origin, use, regionKey })

test.each([
  ['a town’s website for the town', town, '130760060060', true],
  ['and for the whole of it', town, '130760060', true],
  ['the Land’s for a town', land, '130760060060', true],
  ['a town’s for another town', other, '130760060060', false],
  ['a town’s for the Land', town, '13', false],
  ['any for no area', town, '', true],
  ['one that nobody registered, for no area', 'https://evil.example', '', false],
  ['an opaque one, for no area', 'null', '', false],
])('%s', async (_, origin, regionKey, expected) => expect(await may(origin, regionKey)).toBe(expected))

test('what one authority keeps from a website another may permit', async () => {
  const hagenow = (await findAuthority(db, 'hagenow'))!
  const origins = [
    { origin: town, uses: ['amt-responsibility-finder' as const] },
    { origin: land, uses: ['editing' as const] },
  ]
  await saveAuthority(db, { ...hagenow, origins }, testStart.toISOString())
  expect(await may(town, '130760060')).toBe(false)
  expect(await may(town, '130760060', 'amt-responsibility-finder')).toBe(true)
  expect(await may(land, '130760060')).toBe(true)
})

test('every authority comes with its own websites, one by one and all at once', async () => {
  expect((await findAuthority(db, 'hagenow'))?.origins).toEqual([{ origin: town }])
  const all = await listAuthorities(db)
  expect(all.map(({ id, origins }) => [id, ...origins.map(({ origin }) => origin)])).toEqual([
    ['land', land],
    ['wismar', other],
    ['hagenow', town],
  ])
})

test('a use of a version that is gone permits nothing', async () => {
  await db.updateTable('authority_origin').set({ uses: 'amt-forgotten' }).execute()
  expect(await may(town, '130760060')).toBe(false)
})
