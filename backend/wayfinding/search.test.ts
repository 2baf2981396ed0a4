import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { rankedIds } from './find-documents.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'
import { searchServices, type ServiceSearch } from './search.ts'
import { addServices, openSearchDatabase, type SearchedService } from './testing.ts'

const town: readonly SearchedService[] = [
  {
    id: 'ausweis',
    title: 'Personalausweis beantragen',
    titles: { en: 'Apply for an identity card' },
    keywords: ['Perso', 'Ausweis verlängern'],
    text: 'Sie brauchen ein Foto und die Geburtsurkunde.',
  },
  { id: 'verlust', title: 'Personalausweis - Verlust melden', text: 'Wenn der Ausweis gestohlen wurde.' },
  {
    id: 'parken',
    title: 'Bewohnerparkausweis',
    text: 'Parken in der Straße, in der Sie wohnen.',
    business: true,
  },
  {
    id: 'gewerbe',
    title: 'Gewerbe-Anmeldung',
    text: 'Wer ein Gewerbe beginnt.',
    lifeSituations: ['gruenden'],
  },
  { id: 'hund', title: 'Hundesteuer', keywords: ['Hund anmelden'], forms: ['SEPA-Mandat'] },
  { id: 'geburt', title: 'Geburtsurkunde', officialTitle: 'Personenstandsurkunde Ausstellung' },
  { id: 'jagd', title: 'Jagdschein beantragen oder verlängern', text: 'Für Personen über 18.' },
  { id: 'suche', title: 'Melderegisterauskunft', keywords: ['Person suchen'] },
  { id: 'strasse', title: 'Straßenreinigung', text: 'Der Größe nach.' },
]

let db: Db
beforeAll(async () => {
  db = await openSearchDatabase(...town)
})

const search = (q: string, more: Partial<ServiceSearch> = {}) =>
  searchServices(db, { q, lang: 'de', day: '2026-11-23', limit: 20, ...more })
const ids = async (q: string, more?: Partial<ServiceSearch>) =>
  (await search(q, more))?.items.map((service) => service.id)
const first = async (q: string) => (await ids(q))?.[0]

describe('people find a service however they write it', () => {
  test.each([
    ['personalausweis beantragen', 'ausweis', 'by its title'],
    ['PERSO', 'ausweis', 'by a keyword'],
    ['Perso verlängern', 'ausweis', 'by a keyword and one word more'],
    ['hundesteuern', 'hund', 'in another form'],
    ['geburtsurkunden', 'geburt', 'in the plural'],
    ['Personalausweiss verlust', 'verlust', 'misspelt'],
    ['Hundestuer', 'hund', 'with letters swapped'],
    ['gewerbeanmeldung', 'gewerbe', 'written as one word'],
    ['gewerbe anmelden', 'gewerbe', 'with the verb'],
    ['ausweis bewohner', 'parken', 'by the parts of a compound'],
    ['Strassenreinigung', 'strasse', 'without ß'],
    ['groesse', 'strasse', 'without umlauts'],
    ['ich möchte meinen Hund anmelden', 'hund', 'in a sentence'],
    ['SEPA Mandat', 'hund', 'by a form'],
    ['personenstandsurkunde', 'geburt', 'by its official title'],
    ['gestohlen', 'verlust', 'by its text'],
    ['geburtsurk', 'geburt', 'while still typing'],
  ])('%s leads to %s, %s', async (q, expected) => {
    expect(await first(q)).toBe(expected)
  })

  test('the title counts more than the text', async () => {
    expect(await ids('Geburtsurkunde')).toEqual(['geburt', 'ausweis'])
  })

  test.each(['', '???', 'xqzvwk', 'jjjjjjjj qqqqq', '"', '* OR title:', "'); drop table service; --"])(
    '%s finds nothing and breaks nothing',
    async (q) => {
      expect((await search(q))?.next).toBeNull()
      expect((await ids(q))?.length).toBeLessThan(3)
    },
  )
})

describe('a list is narrowed', () => {
  test('by life situation', async () => {
    expect(await ids('anmelden', { lifeSituation: 'gruenden' })).toEqual(['gewerbe'])
    expect(await ids('anmelden', { lifeSituation: 'unknown' })).toEqual([])
  })

  test('by first letter', async () => {
    expect(await ids('ausweis', { letter: 'b' })).toEqual(['parken'])
  })

  test('by audience', async () => {
    expect(await ids('ausweis', { audience: 'business' })).toEqual(['parken'])
  })

  test('to what is public and valid on the day', async () => {
    const someDay = await openSearchDatabase(
      { id: 'hidden', title: 'Ausweis intern', public: false },
      { id: 'past', title: 'Ausweis alt', validTo: '2025-12-31' },
      { id: 'future', title: 'Ausweis neu', validFrom: '2027-01-01' },
      { id: 'now', title: 'Ausweis', validFrom: '2026-01-01', validTo: '2026-12-31' },
    )
    const page = await searchServices(someDay, { q: 'ausweis', lang: 'de', day: '2026-11-23', limit: 20 })
    expect(page?.items.map(({ id }) => id)).toEqual(['now'])
  })
})

describe('a page at a time', () => {
  test('pages follow each other without gap or repetition', async () => {
    const all = await ids('ausweis')
    const one = await search('ausweis', { limit: 2 })
    const two = await search('ausweis', { limit: 2, cursor: one?.next ?? '' })
    expect([...(one?.items ?? []), ...(two?.items ?? [])].map(({ id }) => id)).toEqual(all)
    expect(two?.next).toBeNull()
  })

  test('a cursor of another search is refused', async () => {
    const { next } = (await search('ausweis', { limit: 1 })) ?? {}
    expect(await search('hund', { cursor: next ?? '' })).toBeUndefined()
    expect(await search('hund', { cursor: 'nonsense' })).toBeUndefined()
  })
})

describe('in the language of the reader', () => {
  test('the words of that language and German ones lead to its texts', async () => {
    const titles = async (q: string) => (await search(q, { lang: 'en' }))?.items.map(({ title }) => title)
    expect(await titles('identity')).toEqual(['Apply for an identity card'])
    expect((await titles('perso'))?.[0]).toBe('Apply for an identity card')
    expect(await titles('hundesteuer')).toEqual(['Hundesteuer'])
  })

  test('a German reader does not search in English', async () => {
    expect(await ids('identity')).toEqual([])
  })
})

describe('in an area', () => {
  const keys = ['99001001000000']
  const everywhere = () =>
    openSearchDatabase(
      {
        id: 'bund',
        title: 'Meldebescheinigung Ausstellung',
        keys,
        source: 'catalogue',
        text: 'Sehr ausführlich.',
      },
      { id: 'land', title: 'Meldebescheinigung', keys, source: 'state', regionKey: '13' },
      {
        id: 'amt',
        title: 'Bescheinigung der Meldebehörde',
        keys: ['', ...keys],
        source: 'town',
        regionKey: '130765659',
      },
      { id: 'berlin', title: 'Meldebescheinigung Berlin', source: 'berlin', regionKey: '11' },
    )
  const found = async (area: string | undefined) => {
    const page = await searchServices(await everywhere(), {
      q: 'meldebescheinigung',
      area,
      lang: 'de',
      day: '2026-11-23',
      limit: 20,
    })
    return page?.items.map(({ id }) => id)
  }

  test.each([
    ['130765659001', ['amt']],
    ['130745451002', ['land']],
    ['11', ['berlin', 'bund']],
    ['09', ['bund']],
  ])('in %s readers are shown %j: the most local description that holds', async (area, expected) => {
    expect((await found(area))?.toSorted()).toEqual(expected)
  })

  test('without an area every region answers', async () => {
    expect((await found(undefined))?.toSorted()).toEqual(['amt', 'berlin'])
  })
})

describe('after a change', () => {
  test('what was added is found, what was deleted is not', async () => {
    const changing = await openSearchDatabase({ id: 'a', title: 'Alte Leistung' })
    const found = async () =>
      (await searchServices(changing, { q: 'Leistung', lang: 'de', day: '2026-11-23', limit: 9 }))?.items.map(
        ({ id }) => id,
      )
    expect(await found()).toEqual(['a'])
    await addServices(changing, [{ id: 'b', title: 'Neue Leistung' }])
    expect((await found())?.toSorted()).toEqual(['a', 'b'])
    await changing.transaction().execute(async (trx) => {
      await trx.deleteFrom('service').where('id', '=', 'a').execute()
      await rebuildSearchIndex(trx)
    })
    expect(await found()).toEqual(['b'])
  })

  test('an index that was never built answers with nothing', async () => {
    const { db: empty } = await openTestDatabase()
    expect(await searchServices(empty, { q: 'hund', lang: 'de', day: '2026-11-23', limit: 9 })).toEqual({
      items: [],
      next: null,
    })
  })
})

describe('among hundreds of bare titles of a catalogue', () => {
  const bare = Array.from({ length: 250 }, (_, index) => ({
    id: `bare-${index}`,
    title: index === 0 ? 'Personalausweis' : `Personalausweis Personenkennzahl ${index}`,
  }))
  const described = {
    id: 'described',
    title: 'Personalausweis beantragen',
    keywords: ['Perso', 'Ausweis abgelaufen'],
    text: 'Der Ausweis gilt zehn Jahre. '.repeat(40),
  }

  test.each(['Perso', 'perso', 'Ausweis abgelaufen', 'Perso verlängern'])(
    '%s leads to the description that says something',
    async (q) => {
      const db = await openSearchDatabase(...bare, described)
      const [first] = await rankedIds(db, { q, lang: 'de', day: '2026-11-23' })
      expect(first).toBe('described')
    },
  )
})
