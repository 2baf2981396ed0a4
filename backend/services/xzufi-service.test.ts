import { describe, expect, test } from 'vitest'
import { xzufiElement } from '../import/testing.ts'
import { contentOf, serviceOf } from './xzufi-service.ts'

const day = '2026-11-25'
const read = async (inner: string) =>
  contentOf(await xzufiElement(`<leistung><id>1</id>${inner}</leistung>`), day)
const parts = async (inner: string) =>
  (await read(inner)).parts.map(({ lang, content }) => ({ lang, ...content }))
const service = async (inner: string) =>
  serviceOf(
    await xzufiElement(`<leistung><id>1</id>${inner}</leistung>`),
    { schemeAgencyId: '', schemeId: '', value: '1' },
    { day, regionKey: undefined },
  )

describe('a fee', () => {
  const fees = (inner: string) => parts(`<modulKosten><kosten>${inner}</kosten></modulKosten>`)
  test.each([
    [
      '<kostenauswahl><betrag currencyCode="CHF">1,5</betrag></kostenauswahl>',
      { kind: 'fixed', amountCents: 150, currency: 'CHF' },
    ],
    [
      '<kostenauswahl><kostenFix><betrag>19.99</betrag></kostenFix></kostenauswahl>',
      { kind: 'fixed', amountCents: 1999 },
    ],
    [
      '<kostenauswahl><betragObergrenze>7</betragObergrenze></kostenauswahl>',
      { kind: 'variable', upperCents: 700 },
    ],
    [
      '<kostenauswahl><beschreibungKostenfreiheit>frei</beschreibungKostenfreiheit></kostenauswahl>',
      { kind: 'text', text: 'frei' },
    ],
    ['<beschreibung>&lt;b&gt;viel&lt;/b&gt;</beschreibung>', { kind: 'text', text: 'viel' }],
    [
      '<kostenauswahl><betrag>viel</betrag></kostenauswahl><beschreibung>viel</beschreibung>',
      { kind: 'text', text: 'viel' },
    ],
  ])('%s', async (xml, fee) => {
    expect(await fees(xml)).toMatchObject([fee])
  })

  test('without an amount and words is none', async () => {
    expect(await fees('<typ><code>001</code></typ>')).toEqual([])
  })

  test('stands in every language something is said in', async () => {
    const said =
      '<beschreibung languageCode="de">Gebühr</beschreibung><beschreibung languageCode="en">Fee</beschreibung>'
    expect(await fees(said)).toMatchObject([
      { lang: 'de', text: 'Gebühr' },
      { lang: 'en', text: 'Fee' },
    ])
  })
})

describe('a deadline', () => {
  const deadlines = (inner: string) =>
    parts(`<modulFrist><frist><fristauswahl>${inner}</fristauswahl></frist></modulFrist>`)
  test.each([
    ['<dauer>2</dauer><einheit><code>WOCHE</code></einheit>', { kind: 'duration', value: 2, unit: 'WOCHE' }],
    [
      '<fristDauer><dauer>2</dauer><einheit>Tag</einheit></fristDauer>',
      { kind: 'duration', value: 2, unit: 'TAG' },
    ],
    ['<dauer>3</dauer><einheit>TAG</einheit><dauerBis>5</dauerBis>', { kind: 'text', text: '3 bis 5 Tage' }],
    [
      '<dauer>3</dauer><einheit>TAG</einheit><dauerBis>2</dauerBis><einheitBis>MONAT</einheitBis>',
      { kind: 'text', text: '3 Tage bis 2 Monate' },
    ],
    ['<von>2026-01-01</von><bis>2026-03-31Z</bis>', { kind: 'dates', from: '2026-01-01', to: '2026-03-31' }],
    ['<bis>--03-31</bis>', { kind: 'text', text: '31.03.' }],
  ])('%s', async (xml, deadline) => {
    expect(await deadlines(xml)).toMatchObject([deadline])
  })

  test.each([
    '<dauer>zwei</dauer><einheit>TAG</einheit>',
    '<dauer>2</dauer><einheit>MOND</einheit>',
    '<bis>bald</bis>',
  ])('%s is none', async (xml) => {
    expect(await deadlines(xml)).toEqual([])
  })
})

test('a processing time without a span is a hint in words', async () => {
  const { parts, modules } = await read(
    '<modulBearbeitungsdauer><beschreibung languageCode="de">Das dauert.</beschreibung></modulBearbeitungsdauer>',
  )
  expect(parts).toEqual([])
  expect(modules).toEqual([{ code: '16', lang: 'de', html: '<h3>Bearbeitungsdauer</h3><p>Das dauert.</p>' }])
})

test('modules that do not hold today are left out', async () => {
  const text = (period: string) =>
    `<modulText><gueltigkeit>${period}</gueltigkeit><leikaTextmodul><code>06</code></leikaTextmodul><inhalt>${period.length}</inhalt></modulText>`
  const { modules } = await read(
    text('<ende>2026-11-24</ende>') +
      text('<beginn>2026-11-26</beginn>') +
      text('<beginn>2026-11-25</beginn><ende>2026-11-25</ende>'),
  )
  expect(modules).toHaveLength(1)
})

test('a document in 2.3.1 says whether it is required', async () => {
  const document = (code: string) =>
    `<dokumentEingehend><pflichtangabetyp><code>${code}</code></pflichtangabetyp><dokument><bezeichnung>${code}</bezeichnung></dokument></dokumentEingehend>`
  expect(await parts(`<modulDokument>${document('01')}${document('02')}</modulDokument>`)).toMatchObject([
    { name: '01', required: true },
    { name: '02', required: false },
  ])
})

test.each([
  ['<referenzLeiKa><code>99050012104000</code></referenzLeiKa>', '99050012104000'],
  [
    '<referenzLeistungsschluessel>urn:de:fim:leika:leistung:99050012104000</referenzLeistungsschluessel>',
    '99050012104000',
  ],
  ['<referenzLeiKa><code>123</code></referenzLeiKa>', undefined],
])('the key of %s is %s', async (xml, key) => {
  expect((await service(xml)).leistungsschluessel).toBe(key)
})

test.each([
  ['', ['citizen', 'business']],
  ['<leistungsadressat><code>001</code></leistungsadressat>', ['citizen']],
  ['<leistungsadressat><code>002</code></leistungsadressat>', ['business']],
  ['<leistungsadressat><code>003</code></leistungsadressat>', []],
])('%s is for %j', async (xml, audience) => {
  expect((await service(xml)).audience).toEqual(audience)
})

test('a link nobody may follow is left out, a text that is written in HTML is sanitised later', async () => {
  const { modules } = await read(
    `<modulText><leikaTextmodul><code>06</code></leikaTextmodul><inhalt>x</inhalt>
     <weiterfuehrenderLink><uri>javascript:alert(1)</uri></weiterfuehrenderLink></modulText>`,
  )
  expect(modules).toEqual([{ code: '06', lang: 'de', html: 'x' }])
})
