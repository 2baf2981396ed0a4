import { describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { foldName } from './place-name.ts'
import { rebuildPlaceTerms } from './repository-terms.ts'
import { typeAhead, type TypeAheadQuestion } from './repository-type-ahead.ts'
import { openPlaces } from './testing.ts'

async function setUp() {
  const { db } = await openPlaces()
  const ask = (text: string, question: Partial<TypeAheadQuestion> = {}) =>
    typeAhead(db, { text, offset: 0, limit: 20, ...question })
  const labels = async (text: string, question: Partial<TypeAheadQuestion> = {}) =>
    (await ask(text, question)).hits.map((hit) =>
      hit.formerName ? `${hit.label} (${hit.formerName})` : hit.label,
    )
  return { db, ask, labels }
}

describe('what a reader types', () => {
  test.each([
    ['alt k', ['Alt Krenzlin']],
    ['krenz', ['Alt Krenzlin']],
    ['ALT-KR', ['Alt Krenzlin']],
    ['loo', ['Loosen']],
    ['mühl', ['Mühlenbeck']],
    ['muehl', ['Mühlenbeck']],
    ['muhl', ['Mühlenbeck']],
    ['bodd', ['Walkendorf (Boddin)']],
    ['ros', ['Rostock', 'Landkreis Rostock']],
    ['landh', ['Amt Landhagen']],
    ['amt land', ['Amt Landhagen']],
    ['meck', ['Mecklenburg-Vorpommern']],
    ['192', ['19230', '19288']],
    ['hagenow', ['Hagenow', 'Amt Hagenow-Land']],
    ['küstengew', []],
    ['xyz', []],
    ['', []],
    ['  -. ', []],
  ])('%s leads to %j', async (text, expected) => {
    const { labels } = await setUp()
    expect(await labels(text)).toEqual(expected)
  })

  test('finds namesakes with what tells them apart', async () => {
    const { ask } = await setUp()
    const { hits } = await ask('neuenkirchen')
    expect(hits.map((hit) => hit.detail)).toEqual([
      'Amt Landhagen · Landkreis Vorpommern-Greifswald',
      'Amt Anklam-Land · Landkreis Vorpommern-Greifswald',
    ])
  })

  test('finds a postcode with its Gemeinden, and its key where there is one', async () => {
    const { ask } = await setUp()
    expect((await ask('19230')).hits).toEqual([
      {
        kind: 'postcode',
        label: '19230',
        detail: '3 Gemeinden: Hagenow, Toddin, Bandenitz',
        postcode: '19230',
        areaCount: 3,
      },
    ])
    expect((await ask('19288')).hits).toMatchObject([
      { regionKey: '130765659001', postcode: '19288', areaCount: 1 },
    ])
  })

  test.each([
    ['Rpstock', 'Rostock'],
    ['rosstock', 'Rostock'],
    ['krenziln', 'Alt Krenzlin'],
    ['hinrichshagne', 'Hinrichshagen'],
  ])('may hold a slip: %s', async (text, label) => {
    const { labels } = await setUp()
    expect((await labels(text))[0]).toBe(label)
  })

  test.each([['hgn'], ['19999'], ['qqqqqqqq']])('is not guessed from too little: %s', async (text) => {
    const { labels } = await setUp()
    expect(await labels(text)).toEqual([])
  })

  test('stays within a region, also for a postcode that lies there in part and for a slip', async () => {
    const { labels } = await setUp()
    expect(await labels('ros', { within: '13003' })).toEqual(['Rostock'])
    expect(await labels('1', { within: '130765658' })).toEqual(['19230'])
    expect(await labels('rpstock', { within: '13003' })).toEqual(['Rostock'])
    expect(await labels('alt', { within: '13075' })).toEqual([])
  })

  test('is answered in pages that join without gap or repetition', async () => {
    const { ask, labels } = await setUp()
    for (const question of [{}, { within: '13' }]) {
      const pages = await Promise.all(
        [0, 1, 2, 3].map((offset) => ask('h', { ...question, offset, limit: 1 })),
      )
      const joined = pages.flatMap(({ hits }) => hits.map((hit) => hit.label))
      expect(joined).toEqual(await labels('h', question))
      expect(pages.map(({ more }) => more)).toEqual([true, true, false, false])
    }
  })
})

/** Enough villages that short prefixes are answered from lists. */
async function addVillages(db: Db, count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({
    name: `Neu${String.fromCharCode(97 + (index % 26))}dorf ${index}`,
    region_key: '130765659001',
    source_id: 'destatis-gv100ad',
  }))
  await db.insertInto('place').values(rows).execute()
  await db.transaction().execute(rebuildPlaceTerms)
}

describe('a crowded prefix', () => {
  async function setUpCrowd() {
    const parts = await setUp()
    await addVillages(parts.db, 700)
    return parts
  }

  test('is answered from a list as from looking through all terms', async () => {
    const { db, ask } = await setUpCrowd()
    const fromList = await ask('neu', { limit: 60 })
    await db.deleteFrom('place_prefix').execute()
    expect(await ask('neu', { limit: 60 })).toEqual(fromList)
    expect(fromList.hits[0]?.label).toBe('Neuenkirchen')
  })

  test('is paged beyond the list', async () => {
    const { ask } = await setUpCrowd()
    const seen = new Set<string>()
    let [offset, more] = [0, true]
    while (more) {
      const page = await ask('neu', { offset, limit: 70 })
      page.hits.forEach((hit) => seen.add(`${hit.label} ${hit.regionKey}`))
      offset += 70
      more = page.more
    }
    expect(seen.size).toBe(702)
  })
})

test('making the terms anew changes nothing', async () => {
  const { db } = await setUp()
  const read = async () => [
    await db.selectFrom('place_hit').selectAll().execute(),
    await db.selectFrom('place_term').selectAll().execute(),
  ]
  const before = await read()
  await db.transaction().execute(rebuildPlaceTerms)
  expect(await read()).toEqual(before)
})

test('every name can be found by every beginning of it', async () => {
  const { db, ask } = await setUp()
  const hits = await db.selectFrom('place_hit').selectAll().execute()
  for (const { label, former_name } of hits) {
    const name = former_name ?? label
    for (let length = 1; length <= name.length; length += 1)
      if (foldName(name.slice(0, length)))
        expect((await ask(name.slice(0, length), { limit: 100 })).hits).toContainEqual(
          expect.objectContaining({ label }),
        )
  }
})
