import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { keywordReferencesProfile } from './import-keyword-references.ts'
import { type KeywordOptions, listKeywords } from './repository-keywords.ts'
import { importServices, service } from './testing.ts'

const references = (db: Db, content: unknown) =>
  importContent(db, {
    profile: keywordReferencesProfile,
    content: JSON.stringify(content),
    name: 'references.json',
  })

let db: Db
beforeAll(async () => {
  ;({ db } = await openTestDatabase())
  await importServices(db, [
    service('perso', { titles: { de: 'Personalausweis' }, keywords: { de: ['Ausweis'] }, regionKey: '13' }),
    service('pass', { titles: { de: 'Reisepass', en: 'Passport' }, keywords: { de: ['Äußerer Pass'] } }),
  ])
  await references(db, [
    { keyword: 'Perso', see: 'Personalausweis' },
    { keyword: 'Ausweis', see: 'Personalausweis' },
    { keyword: 'Personalausweis', seeAlso: ['Reisepass', 'Führerschein'] },
    { keyword: 'Lappen', see: 'Führerschein' },
    { keyword: 'travel document', lang: 'en', see: 'Passport' },
  ])
})

const list = async (options: Partial<KeywordOptions> = {}) =>
  (await listKeywords(db, { lang: 'de', limit: 100, ...options })) ?? { items: [], letters: [], next: null }
const entry = async (keyword: string, options: Partial<KeywordOptions> = {}) =>
  (await list(options)).items.find((one) => one.keyword === keyword)

describe('the Stichwortverzeichnis', () => {
  test('has a word that stands for another, with where it leads', async () => {
    expect(await entry('Perso')).toEqual({
      keyword: 'Perso',
      see: 'Personalausweis',
      services: [{ id: 'perso', title: 'Personalausweis' }],
    })
    expect((await list()).letters).toContainEqual({ letter: 'P', count: 2 })
  })

  test('tells of a keyword of its own what it stands for, too', async () => {
    expect(await entry('Ausweis')).toMatchObject({ see: 'Personalausweis', services: [{ id: 'perso' }] })
  })

  test('names related words, as far as they lead anywhere', async () => {
    expect((await entry('Personalausweis'))?.seeAlso).toEqual(['Reisepass'])
    expect(await entry('Lappen')).toBeUndefined()
  })

  test('leaves out what leads nowhere in the area', async () => {
    expect(await entry('Perso', { area: '110000000000' })).toBeUndefined()
    expect(await entry('Perso', { area: '130745454012' })).toBeDefined()
  })

  test('refers in the language of the reader', async () => {
    expect(await entry('travel document', { lang: 'en' })).toMatchObject({ see: 'Passport' })
    expect(await entry('travel document')).toBeUndefined()
    expect(await entry('Perso', { lang: 'en' })).toMatchObject({ see: 'Personalausweis' })
  })

  test('begins at a word, at its letter alone where one is named', async () => {
    const words = async (options: Partial<KeywordOptions>) =>
      (await list(options)).items.map(({ keyword }) => keyword)
    expect(await words({ from: 'Personal' })).toEqual(['Personalausweis', 'Reisepass'])
    expect(await words({ from: 'Ausweis', letter: 'A' })).toEqual(['Äußerer Pass', 'Ausweis'].slice(1))
    expect(await words({ from: 'äußerer Pass', letter: 'A' })).toEqual(['Äußerer Pass', 'Ausweis'])
  })

  test('goes on from a page that begins at a word', async () => {
    const first = await list({ from: 'Perso', limit: 1 })
    expect(first.items.map(({ keyword }) => keyword)).toEqual(['Perso'])
    const next = await list({ from: 'Perso', limit: 1, cursor: first.next ?? '' })
    expect(next.items.map(({ keyword }) => keyword)).toEqual(['Personalausweis'])
  })
})

test.each([
  [{ keyword: 'Perso' }, 'Neither see nor seeAlso says where to look'],
  [
    { keyword: 'Perso', see: 'a', seeAlso: ['b'] },
    'Either see, where the word stands for another, or seeAlso',
  ],
  [{ keyword: 'Perso', see: 'PERSO' }, 'A word cannot refer to itself'],
  [{ keyword: ' ', see: 'a' }, /keyword/],
  [{ keyword: 'a', see: 'b', lang: 'German' }, /A language such as de or en/],
])('%o is rejected with a sentence', async (reference, reason) => {
  const { rejected } = await references((await openTestDatabase()).db, [reference])
  expect(rejected).toHaveLength(1)
  expect(rejected[0]?.reason).toMatch(reason)
})
