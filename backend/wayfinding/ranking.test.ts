import { describe, expect, test } from 'vitest'
import { rankedIds } from './find-documents.ts'
import { openSearchDatabase, type SearchedService } from './testing.ts'

async function order(q: string, ...services: readonly SearchedService[]) {
  const db = await openSearchDatabase(...services)
  return rankedIds(db, { q, lang: 'de', day: '2026-11-23' })
}
const service = (id: string, title: string, more: Partial<SearchedService> = {}): SearchedService => ({
  id,
  title,
  text: 'Ein Text.',
  ...more,
})

describe('among services that have the same words', () => {
  test('the one with the title that was typed comes first', async () => {
    const ids = await order('Reisepass', service('a', 'Reisepass für Kinder'), service('b', 'Reisepass'))
    expect(ids).toEqual(['b', 'a'])
  })

  test('also where it was misspelt', async () => {
    const ids = await order('Reispass', service('a', 'Reisepass für Kinder'), service('b', 'Reisepass'))
    expect(ids).toEqual(['b', 'a'])
  })

  test('and where stemming would cut the misspelt word to the beginning of another', async () => {
    const ids = await order(
      'Eheschliesung mit Bezug',
      service('a', 'Eheschließung ohne Bezug', { keywords: ['Eheschließung', 'Bezug'] }),
      service('b', 'Eheschließung mit Bezug'),
    )
    expect(ids).toEqual(['b', 'a'])
  })

  test('the one whose keyword is a whole part of the query comes before a title with more words', async () => {
    const ids = await order(
      'Perso verlängern',
      service('a', 'Aufenthalt verlängern und Personen einladen'),
      service('b', 'Ausweis', { keywords: ['Perso'] }),
    )
    expect(ids[0]).toBe('b')
  })

  test('title counts more than keyword, keyword more than text', async () => {
    const ids = await order(
      'Zebra',
      service('text', 'Eins', { text: 'Das Zebra.' }),
      service('keyword', 'Zwei', { keywords: ['Das schöne Zebra'] }),
      service('title', 'Zebra halten'),
    )
    expect(ids).toEqual(['title', 'keyword', 'text'])
  })

  test('a title that goes on where the query ends comes first', async () => {
    const ids = await order('Beratu', service('a', 'Mietberatung'), service('b', 'Beratung für Mieter'))
    expect(ids[0]).toBe('b')
  })

  test('a bare title stands back behind a description', async () => {
    const bare: SearchedService = { id: 'a', title: 'Hundesteuer Festsetzung' }
    expect(await order('Hundesteuer', bare, service('b', 'Hundesteuer anmelden'))).toEqual(['b', 'a'])
  })

  test('a service of the life situation that was typed comes first', async () => {
    const services = [
      service('a', 'Wohnung eins', { text: 'Nach dem Umzug.' }),
      service('b', 'Wohnung zwei', { text: 'Nach dem Umzug.', lifeSituations: ['umzug'] }),
    ]
    const db = await openSearchDatabase(...services)
    const ask = () => rankedIds(db, { q: 'Umzug', lang: 'de', day: '2026-11-23' })
    expect(await ask()).toEqual(['a', 'b'])
    await db
      .insertInto('life_situation')
      .values({
        id: 'umzug',
        parent_id: null,
        names: '{"de":"Umzug"}',
        icon: null,
        position: 1,
        source_id: 'tests',
      })
      .execute()
    await db.updateTable('search_state').set({ version: 99 }).execute()
    expect(await ask()).toEqual(['b', 'a'])
  })
})

describe('what nobody wrote is found all the same', () => {
  test.each([
    ['kfzbrief', 'Zulassungsbescheinigung Teil II', 'an old name'],
    ['Lappen weg', 'Führerschein verloren', 'a nickname'],
    ['umgezogen', 'Wohnsitz ummelden', 'a verb'],
    ['BeamtInnen', 'Beurlaubung von Beamten', 'both sexes'],
    ['Ämter', 'Amt für Soziales', 'an irregular plural'],
    ['Fürerschain', 'Führerschein verloren', 'by its sound'],
    ['ausweis bewohner park', 'Bewohnerparkausweis', 'a compound in pieces'],
    ['driving licence', 'Führerschein verloren', 'English'],
  ])('"%s" finds "%s": %s', async (q, title) => {
    const services = [
      'Zulassungsbescheinigung Teil II',
      'Führerschein verloren',
      'Wohnsitz ummelden',
      'Beurlaubung von Beamten',
      'Amt für Soziales',
      'Bewohnerparkausweis',
      'Trauung',
    ].map((each) => service(each.replace(/[^A-Za-z]/g, ''), each))
    expect((await order(q, ...services))[0]).toBe(title.replace(/[^A-Za-z]/g, ''))
  })
})
