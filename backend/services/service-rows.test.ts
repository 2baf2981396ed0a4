import { expect, test } from 'vitest'
import type { ServiceRecord } from './service-record.ts'
import { faultOf, rowsOf } from './service-rows.ts'

const record = (more: Partial<ServiceRecord> = {}): ServiceRecord => ({
  line: 1,
  id: 'a',
  identifier: { schemeAgencyId: 'test', schemeId: 'leistung', value: 'a' },
  audience: ['citizen'],
  titles: { de: 'Titel' },
  modules: [],
  parts: [],
  keywords: {},
  lifeSituations: [],
  ...more,
})
const rows = (more: Partial<ServiceRecord> = {}) => rowsOf(record(more), 'source', '')

test.each([
  ['an id with a space', { id: 'a b' }],
  ['an id without end', { id: 'a'.repeat(121) }],
  ['an empty identifier', { identifier: { schemeAgencyId: 'x', schemeId: 'y', value: ' ' } }],
  ['a blank title', { titles: { de: '  ' } }],
  [
    'a part in no region',
    { parts: [{ kind: 'document', lang: 'de', regionKey: '1', content: { name: 'a', required: true } }] },
  ],
  ['keywords in no language', { keywords: { '': ['a'] } }],
] satisfies [string, Partial<ServiceRecord>][])('%s is a fault', (_name, more) => {
  expect(faultOf(record(more))).toBeTypeOf('string')
})

test('a bare record has none', () => {
  expect(faultOf(record())).toBeUndefined()
})

test('keywords are told apart however they are written, the first spelling stays', () => {
  const { keywords } = rows({
    keywords: { de: ['Müll', 'müll ', 'Muell', ' ', '…', 'x'.repeat(121)], en: ['Müll'] },
  })
  expect(keywords.map(({ lang, keyword, letter }) => [lang, keyword, letter])).toEqual([
    ['de', 'Müll', 'M'],
    ['de', 'Muell', 'M'],
    ['en', 'Müll', 'M'],
  ])
})

test('titles know their place in the index of their language', () => {
  const { names } = rows({ titles: { de: ' Übergang ', en: 'Bridge' }, officialTitles: { de: 'Amtlich' } })
  expect(names).toMatchObject([
    { lang: 'de', title: 'Übergang', official_title: 'Amtlich', letter: 'U' },
    { lang: 'en', title: 'Bridge', official_title: null, letter: 'B' },
  ])
})

test('a service has each of its keys once, its own first', () => {
  const own = '99000000000001'
  const further = '99000000000002'
  const { identifiers } = rows({ leistungsschluessel: own, furtherKeys: [further, own, further, '12'] })
  expect(identifiers.map(({ value }) => value)).toEqual([own, further])
})

test('a part that holds wherever the service does has no region of its own', () => {
  const part = (regionKey?: string) =>
    ({ kind: 'document', lang: 'de', regionKey, content: { name: 'a', required: true } }) as const
  const { parts } = rows({ regionKey: '13', parts: [part('13'), part('13003'), part()] })
  expect(parts.map(({ region_key, position }) => [region_key, position])).toEqual([
    [null, 0],
    ['13003', 1],
    [null, 2],
  ])
})

test('a service is as rich as its German words are many', () => {
  const modules = [
    { code: '05', lang: 'de', html: '<p>Acht <b>Zei</b></p>' },
    { code: '05', lang: 'en', html: 'Many more words in English' },
    { code: '06', lang: 'de', html: '<script>none</script>' },
  ]
  expect(rows({ modules }).service.richness).toBe(8)
})

test('the fingerprint tells whether anything differs, and nothing else', () => {
  const { fingerprint } = rows().service
  expect(rows().service.fingerprint).toBe(fingerprint)
  expect(rows({ line: 2 }).service.fingerprint).toBe(fingerprint)
  const changes: Partial<ServiceRecord>[] = [
    { titles: { de: 'Anders' } },
    { audience: [] },
    { keywords: { de: ['neu'] } },
    { lifeSituations: ['x'] },
    { modules: [{ code: '05', lang: 'de', html: 'x' }] },
    { regionKey: '13' },
    { updatedAt: '2026-11-23' },
  ]
  for (const change of changes) expect(rows(change).service.fingerprint).not.toBe(fingerprint)
})
