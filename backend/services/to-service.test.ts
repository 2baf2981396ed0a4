import { expect, test } from 'vitest'
import type { PageRow } from './repository-page.ts'
import type { ServiceRow } from './tables.ts'
import { inLanguage, nameIn, toService } from './to-service.ts'

const bare: ServiceRow = {
  id: 'a',
  scheme_agency_id: 'test',
  scheme_id: 'leistung',
  value: 'a',
  leistungsschluessel: null,
  typisierung: null,
  region_key: null,
  public: 1,
  citizen: 0,
  business: 0,
  valid_from: null,
  valid_to: null,
  updated_at: null,
  author: null,
  richness: 0,
  fingerprint: '',
  batch: '',
  source_id: 'source',
}
const row = (section: PageRow['section'], name: string, more: Partial<PageRow> = {}): PageRow => ({
  section,
  name,
  lang: 'de',
  position: 0,
  region_key: null,
  content: null,
  extra: null,
  author: null,
  updated_at: null,
  source_id: null,
  ...more,
})
const words = (text: string) => JSON.stringify([{ tag: 'p', children: [text] }])

test('a service without anything is still a service', () => {
  expect(toService(bare, [], 'de')).toEqual({
    classifications: [],
    id: 'a',
    identifier: { schemeAgencyId: 'test', schemeId: 'leistung', value: 'a' },
    furtherKeys: [],
    title: 'a',
    lang: 'de',
    languages: [],
    audience: [],
    modules: [],
    documents: [],
    fees: [],
    deadlines: [],
    legalBasis: [],
    forms: [],
    onlineServices: [],
    keywords: [],
    lifeSituations: [],
    provenance: { layer: 'bund', author: 'source', source: 'source' },
    sources: ['source'],
  })
})

test('modules keep the order of the source, two of one code both stay', () => {
  const { modules } = toService(
    bare,
    [
      row('text', '08', { position: 2, content: words('c') }),
      row('text', '06', { position: 1, content: words('b') }),
      row('text', '06', { position: 0, content: words('a') }),
    ],
    'de',
  )
  expect(modules.map(({ code, content }) => [code, JSON.stringify(content)])).toEqual([
    ['06', words('a')],
    ['06', words('b')],
    ['08', words('c')],
  ])
})

test('a supplement stands once, at the first text of its code', () => {
  const texts = [0, 1].map((position) => row('text', '06', { position, content: words('x') }))
  const local = row('supplement', '06', { region_key: '13', content: words('y'), extra: 'MV' })
  const { modules } = toService(bare, [...texts, local], 'de')
  expect(modules.map((module) => module.supplements.length)).toEqual([1, 0])
})

test('each region adds in the reader’s language, else in German', () => {
  const local = (region_key: string, lang: string) =>
    row('supplement', '06', { region_key, lang, content: words(lang), extra: region_key })
  const { modules } = toService(bare, [local('13003', 'de'), local('13', 'en'), local('13', 'de')], 'en')
  expect(
    modules[0]?.supplements.map(({ regionKey, content }) => [regionKey, JSON.stringify(content)]),
  ).toEqual([
    ['13', words('en')],
    ['13003', words('de')],
  ])
})

test('parts of one kind are in one language and in their order', () => {
  const part = (lang: string, position: number, name: string) =>
    row('part', 'document', { lang, position, content: JSON.stringify({ name, required: true }) })
  const rows = [part('de', 1, 'zwei'), part('de', 0, 'eins'), part('en', 0, 'one')]
  expect(toService(bare, rows, 'de').documents.map(({ name }) => name)).toEqual(['eins', 'zwei'])
  expect(toService(bare, rows, 'en').documents.map(({ name }) => name)).toEqual(['one'])
  expect(toService(bare, rows, 'pl').documents.map(({ name }) => name)).toEqual(['eins', 'zwei'])
})

test('keywords stand in German order, life situations in theirs', () => {
  const service = toService(
    bare,
    [
      row('keyword', 'Zebra', { extra: 'zebra' }),
      row('keyword', 'Ärger', { extra: 'arger' }),
      row('life-situation', 'b', { position: 1, content: '{"de":"B"}' }),
      row('life-situation', 'a', { position: 1, content: '{"de":"A","en":"An"}' }),
      row('life-situation', 'c', { position: 0, content: '{}' }),
    ],
    'en',
  )
  expect(service.keywords).toEqual(['Ärger', 'Zebra'])
  expect(service.lifeSituations.map(({ name }) => name)).toEqual(['c', 'An', 'B'])
})

test('what does not exist in a language stands in German, else in whichever there is', () => {
  const rows = ['fr', 'de'].map((lang) => ({ lang }))
  expect(inLanguage(rows, 'fr')).toEqual([{ lang: 'fr' }])
  expect(inLanguage(rows, 'en')).toEqual([{ lang: 'de' }])
  expect(inLanguage([{ lang: 'fr' }], 'en')).toEqual([{ lang: 'fr' }])
  expect(inLanguage([], 'en')).toEqual([])
  expect(nameIn('{"fr":"Papiers"}', 'en')).toBe('Papiers')
  expect(nameIn('{}', 'en')).toBeUndefined()
})
