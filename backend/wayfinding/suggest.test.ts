import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { suggest, type SuggestionRequest } from './suggest.ts'
import { openSearchDatabase } from './testing.ts'

let db: Db
beforeAll(async () => {
  db = await openSearchDatabase(
    {
      id: 'ausweis',
      title: 'Personalausweis beantragen',
      titles: { en: 'Identity card' },
      keywords: ['Perso'],
      text: 'Ein Foto.',
    },
    { id: 'verlust', title: 'Personalausweis - Verlust melden', text: 'Gestohlen?' },
    { id: 'parken', title: 'Bewohnerparkausweis', text: 'Parken.' },
    { id: 'uebertrag', title: 'Übertrag des Aufenthaltstitels', text: 'In den neuen Pass.' },
    { id: 'hund', title: 'Hundesteuer', keywords: ['Hund anmelden', 'Hundemarke'], text: 'Für jeden Hund.' },
    { id: 'jagd', title: 'Jagdschein für Halter von Hunden' },
    { id: 'local', title: 'Wohnsitz anmelden', regionKey: '13', text: 'Im Land.' },
  )
})

const request = (q: string, more: Partial<SuggestionRequest> = {}) =>
  suggest(db, { q, lang: 'de', day: '2026-11-23', limit: 8, ...more })
const lines = async (q: string, more?: Partial<SuggestionRequest>) =>
  (await request(q, more)).items.map(({ text }) => text)

describe('as one types, names that go on like this are offered', () => {
  test.each([
    ['pers', ['Perso', 'Personalausweis - Verlust melden']],
    ['perso', ['Perso', 'Personalausweis - Verlust melden']],
    ['PERSONALAUSWEIS B', ['Personalausweis beantragen']],
    ['hunde', ['Hundemarke', 'Jagdschein für Halter von Hunden']],
    ['hund', ['Hund anmelden', 'Jagdschein für Halter von Hunden']],
    ['verl', ['Personalausweis - Verlust melden']],
    ['parka', ['Bewohnerparkausweis']],
    ['uebertr', ['Übertrag des Aufenthaltstitels']],
    ['übertr', ['Übertrag des Aufenthaltstitels']],
    ['ubertr', ['Übertrag des Aufenthaltstitels']],
    ['melden verlust', ['Personalausweis - Verlust melden']],
    ['anmelden hund', ['Hund anmelden']],
  ])('%s offers %j', async (q, expected) => {
    expect(await lines(q)).toEqual(expected)
  })

  test('each service is offered once, and says by what it was found', async () => {
    const { items } = await request('perso')
    expect(items).toEqual([
      { text: 'Perso', service: { id: 'ausweis', title: 'Personalausweis beantragen' }, matched: 'keyword' },
      {
        text: 'Personalausweis - Verlust melden',
        service: { id: 'verlust', title: 'Personalausweis - Verlust melden' },
        matched: 'title',
      },
    ])
  })

  test('no more than asked for', async () => {
    expect(await lines('p', { limit: 1 })).toEqual(['Perso'])
  })
})

describe('where no name goes on like this', () => {
  test.each([
    ['gestohlen', ['Personalausweis - Verlust melden']],
    ['persnalausweis beantragn', ['Personalausweis beantragen', 'Personalausweis - Verlust melden']],
  ])('the texts are searched: %s offers %j', async (q, expected) => {
    const { items } = await request(q, { limit: 2 })
    expect(items.map(({ text }) => text)).toEqual(expected)
    expect(items.every(({ matched }) => matched === 'text')).toBe(true)
  })

  test.each(['', '  ', '??', 'x', 'qx', 'xqzvwk'])('%s offers nothing', async (q) => {
    expect(await request(q)).toEqual({ items: [], next: null })
  })
})

describe('what does not concern the reader is not offered', () => {
  test('in another area', async () => {
    expect(await lines('wohn', { area: '130765659001' })).toEqual(['Wohnsitz anmelden'])
    expect(await lines('wohn', { area: '091620000000' })).toEqual([])
  })

  test('in another language', async () => {
    expect(await lines('ident')).toEqual([])
    expect(await lines('ident', { lang: 'en' })).toEqual(['Identity card'])
  })
})

test('several descriptions of one service are one line that leads to the most local', async () => {
  const keys = ['99001001000000']
  const two = await openSearchDatabase(
    { id: 'bund', title: 'Meldebescheinigung Ausstellung', keys, source: 'catalogue' },
    { id: 'land', title: 'Meldebescheinigung', keys, source: 'state', regionKey: '13' },
  )
  const { items } = await suggest(two, { q: 'meldeb', area: '13', lang: 'de', day: '2026-11-23', limit: 8 })
  expect(items).toEqual([
    { text: 'Meldebescheinigung', service: { id: 'land', title: 'Meldebescheinigung' }, matched: 'title' },
  ])
})

test('where a whole word is typed, the title comes before a shorter keyword', async () => {
  const db = await openSearchDatabase({
    id: 'dog',
    title: 'Hund anmelden (Hundesteuer)',
    keywords: ['Hund abmelden'],
  })
  const { items } = await suggest(db, { q: 'Hund', lang: 'de', day: '2026-11-23', limit: 8 })
  expect(items.map(({ text }) => text)).toEqual(['Hund anmelden (Hundesteuer)'])
})
