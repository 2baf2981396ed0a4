import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { openTestDatabase } from '../database/testing.ts'
import { listKeywords } from './repository-keywords.ts'
import { lifeSituationTree } from './repository-life-situations.ts'
import { listServices, type ServiceListOptions } from './repository-list.ts'
import { summariesById } from './repository-summaries.ts'
import { importLifeSituations, importServices, service, text } from './testing.ts'

const key = '99008001012000'
const mv = '130765659001'
const berlin = '110000000000'
const day = '2026-11-23'

async function catalogue() {
  const { db } = await openTestDatabase()
  await importLifeSituations(db, [
    {
      id: 'home',
      names: { de: 'Wohnen', en: 'Housing' },
      children: [{ id: 'move', names: { de: 'Umzug' } }],
    },
    { id: 'work', names: { de: 'Arbeit' } },
  ])
  await importServices(db, [
    service('ummeldung', { titles: { de: 'Ummeldung' }, regionKey: '13', lifeSituations: ['move', 'home'] }),
    service('uebergang', {
      titles: { de: 'Übergangsgeld', en: 'Bridging benefit' },
      keywords: { de: ['Überbrückung'], en: ['Aid'] },
      modules: [text('05', 'Kurz gesagt'), text('24', `Anreißer ${'und mehr '.repeat(40)}`)],
      onlineServices: [{ title: 'Antrag', url: 'https://example.de', regionKey: '13' }],
      lifeSituations: ['work'],
      audience: ['business'],
    }),
    service('abfall', { titles: { de: 'Abfall' }, keywords: { de: ['Müll', 'Überbrückung'] } }),
    service('3d-druck', { titles: { de: '3D-Druck' }, regionKey: '11' }),
  ])
  return db
}

const ids = async (db: Db, options: Partial<ServiceListOptions> = {}) =>
  (await listServices(db, { lang: 'de', limit: 100, ...options }))?.items.map((item) => item.id)

test('services stand in German order, digits first', async () => {
  expect(await ids(await catalogue())).toEqual(['3d-druck', 'abfall', 'uebergang', 'ummeldung'])
})

test.each([
  [{ area: mv }, ['abfall', 'uebergang', 'ummeldung']],
  [{ area: berlin }, ['3d-druck', 'abfall', 'uebergang']],
  [{ letter: 'ü' }, ['uebergang', 'ummeldung']],
  [{ letter: 'U', area: berlin }, ['uebergang']],
  [{ letter: '0-9' }, ['3d-druck']],
  [{ audience: 'business' as const }, ['uebergang']],
  [{ lifeSituation: 'home' }, ['ummeldung']],
  [{ lifeSituation: 'work' }, ['uebergang']],
  [{ lifeSituation: 'nothing' }, []],
  [{ lang: 'en', letter: 'B' }, ['uebergang']],
  [{ lang: 'en', letter: 'U' }, ['ummeldung']],
])('the list narrowed by %o', async (options, expected) => {
  expect(await ids(await catalogue(), options)).toEqual(expected)
})

test('pages follow each other without gap or repetition', async () => {
  const db = await catalogue()
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listServices(db, { lang: 'de', limit: 1, cursor })
    seen.push(...(page?.items.map((item) => item.id) ?? []))
    cursor = page?.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(await ids(db))
})

test('a cursor of another list is none', async () => {
  const db = await catalogue()
  const page = await listKeywords(db, { lang: 'de', limit: 1 })
  expect(await listServices(db, { lang: 'de', limit: 1, cursor: page?.next ?? '' })).toBeUndefined()
  expect(await listKeywords(db, { lang: 'de', limit: 1, cursor: 'nonsense' })).toBeUndefined()
})

test('a summary introduces the service and tells what can be done online here', async () => {
  const db = await catalogue()
  const [summary] = (await summariesById(db, ['uebergang', 'nothing'], 'de', mv)).values()
  expect(summary).toMatchObject({ id: 'uebergang', title: 'Übergangsgeld', online: true, lang: 'de' })
  expect(summary?.teaser).toMatch(/^Anreißer und mehr .* …$/)
  expect(summary?.teaser?.length).toBeLessThanOrEqual(202)
  const elsewhere = await summariesById(db, ['uebergang'], 'en', berlin)
  expect(elsewhere.get('uebergang')).toMatchObject({ title: 'Bridging benefit', online: false, lang: 'en' })
})

async function descriptions() {
  const { db } = await openTestDatabase()
  const of = (id: string, more: object) => service(id, { leistungsschluessel: key, ...more })
  await importServices(db, [of('catalogue', { lifeSituations: ['papers'] })], 'federal')
  await importServices(db, [of('state', { regionKey: '13', furtherKeys: ['99008001012001'] })], 'state')
  await importServices(
    db,
    [of('first', { regionKey: '09162' }), of('second', { regionKey: '09162' })],
    'munich',
  )
  await importServices(db, [service('special', { leistungsschluessel: '99008001012001' })], 'other')
  await importLifeSituations(db, [{ id: 'papers', names: { de: 'Ausweise' } }])
  return db
}

test('of several descriptions of one Leistungsschluessel the most local is listed', async () => {
  const db = await descriptions()
  expect(await ids(db, { area: mv })).toEqual(['state'])
  expect(await ids(db, { area: berlin })).toEqual(['catalogue', 'special'])
})

test('services of one town never hide each other, though they share a coarse key', async () => {
  expect(await ids(await descriptions(), { area: '091620000000' })).toEqual(['first', 'second', 'special'])
})

test('life situations count what is shown, and what holds nothing is left out', async () => {
  const { items } = await lifeSituationTree(await catalogue(), { area: mv, lang: 'en' })
  expect(items).toEqual([
    {
      id: 'home',
      name: 'Housing',
      services: 1,
      children: [{ id: 'move', name: 'Umzug', services: 1, children: [] }],
    },
    { id: 'work', name: 'Arbeit', services: 1, children: [] },
  ])
  const hidden = await lifeSituationTree(await descriptions(), { area: mv, lang: 'de' })
  expect(hidden.items).toEqual([])
})

test('areas that get the same descriptions share what is worked out for them', async () => {
  const db = await catalogue()
  const made: string[] = []
  const remember: Remember = (key, make) => {
    made.push(key)
    return make()
  }
  for (const area of [mv, '130030000000', berlin, '09', undefined])
    await lifeSituationTree(db, { area, lang: 'de', day }, remember)
  await listKeywords(db, { area: mv, lang: 'en', day, limit: 1 }, remember)
  expect(made).toEqual([
    ...['13', '13', '11', '', 'undefined'].map((region) => `life situations ${region} de ${day} true`),
    `letters 13 en ${day}`,
  ])
})

test('the index names keywords and titles with where they lead, and counts each letter', async () => {
  const index = await listKeywords(await catalogue(), { area: mv, lang: 'de', limit: 10 })
  expect(index).toEqual({
    items: [
      { keyword: 'Abfall', services: [{ id: 'abfall', title: 'Abfall' }] },
      { keyword: 'Müll', services: [{ id: 'abfall', title: 'Abfall' }] },
      {
        keyword: 'Überbrückung',
        services: [
          { id: 'abfall', title: 'Abfall' },
          { id: 'uebergang', title: 'Übergangsgeld' },
        ],
      },
      { keyword: 'Übergangsgeld', services: [{ id: 'uebergang', title: 'Übergangsgeld' }] },
      { keyword: 'Ummeldung', services: [{ id: 'ummeldung', title: 'Ummeldung' }] },
    ],
    next: null,
    letters: [
      { letter: 'A', count: 1 },
      { letter: 'M', count: 1 },
      { letter: 'U', count: 3 },
    ],
  })
})

test('the index goes on where the cursor says, within its letter and language', async () => {
  const db = await catalogue()
  const first = await listKeywords(db, { area: mv, lang: 'de', limit: 2, letter: 'Ü' })
  const second = await listKeywords(db, {
    area: mv,
    lang: 'de',
    limit: 2,
    letter: 'Ü',
    cursor: first?.next ?? '',
  })
  const words = [first, second].map((page) => page?.items.map((item) => item.keyword))
  expect(words).toEqual([['Überbrückung', 'Übergangsgeld'], ['Ummeldung']])
  const english = await listKeywords(db, { area: mv, lang: 'en', limit: 9, letter: 'a' })
  expect(english?.items.map((item) => item.keyword)).toEqual(['Abfall', 'Aid'])
})

test('lists, tree and index know what is valid on a day, and an expired description hides no other', async () => {
  const { db } = await openTestDatabase()
  await importLifeSituations(db, [{ id: 'home', names: { de: 'Wohnen' } }])
  const described = { leistungsschluessel: key, lifeSituations: ['home'] }
  await importServices(
    db,
    [service('land', { ...described, titles: { de: 'Ausweis' }, regionKey: '13' })],
    'a',
  )
  await importServices(
    db,
    [
      service('old', { ...described, titles: { de: 'Alter Ausweis' }, regionKey: mv, validTo: '2026-10-31' }),
      service('new', {
        ...described,
        titles: { de: 'Neuer Ausweis' },
        regionKey: mv,
        validFrom: '2026-12-01',
      }),
    ],
    'b',
  )
  const titlesOn = async (day: string) => {
    const reader = { area: mv, lang: 'de', day }
    const list = await ids(db, reader)
    const { items } = await lifeSituationTree(db, reader)
    const index = await listKeywords(db, { ...reader, limit: 10 })
    expect(items.map(({ services }) => services)).toEqual([list?.length])
    expect(index?.items.flatMap(({ services }) => services.map(({ id }) => id)).sort()).toEqual(list)
    return list
  }
  expect(await titlesOn('2026-10-31')).toEqual(['old'])
  expect(await titlesOn('2026-11-15')).toEqual(['land'])
  expect(await titlesOn('2026-12-01')).toEqual(['new'])
})
