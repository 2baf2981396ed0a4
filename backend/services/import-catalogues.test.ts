import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError, type ImportProfile } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { berlinServiceOffices, berlinServicesProfile } from './import-berlin-services.ts'
import { munichServiceOffices, munichServicesProfile } from './import-munich-services.ts'
import { ozgCatalogueProfile } from './import-ozg-catalogue.ts'
import { findService } from './repository.ts'
import { lifeSituationTree } from './repository-life-situations.ts'

const german = { lang: 'de' }

async function read(profile: ImportProfile, content: string) {
  const { db } = await openTestDatabase()
  const report = await importContent(db, { profile, content })
  return { db, report, find: (key: string) => findService(db, key, german) }
}

const ozg = `leika_schluessel,leistung,leika_typ,ozg_id,ozg_leistung,lage,themenfeld,rechtsgrundlage
99001001000000,Abfallgebühr,5,10110,Abfallentsorgung,Wohnen & Umzug,Bauen & Wohnen,"§ 1 Gesetz, Absatz 2 (G) [https://example.de/g], Verordnung (V) [javascript:x]"
99001002000000,Betrieb anmelden,2/3,10478,Anmeldung,Arbeitgeber sein,Unternehmensführung & -entwicklung,Satzung
,Umsatzsteuer,1,10376,Umsatzsteuer,Steuern & Abgaben,Steuern & Zoll,
,Umsatzsteuer,1,10376,Umsatzsteuer,Steuern & Abgaben,Steuern & Zoll,
,Ohne alles,,,,,,
`

test('a catalogue entry keeps its key, type and law; its bundle is a keyword', async () => {
  const { report, find } = await read(ozgCatalogueProfile, ozg)
  expect(report).toMatchObject({ read: 5, rejected: [] })
  expect(await find('99001001000000')).toMatchObject({
    id: 'leika-99001001000000',
    identifier: { schemeAgencyId: 'fim', schemeId: 'leika', value: '99001001000000' },
    title: 'Abfallgebühr',
    typisierung: '5',
    audience: ['citizen'],
    modules: [],
    legalBasis: [
      { title: '§ 1 Gesetz, Absatz 2 (G)', url: 'https://example.de/g', invented: false },
      { title: 'Verordnung (V)', invented: false },
    ],
    keywords: ['Abfallentsorgung'],
    lifeSituations: [{ id: 'ozg-lage-wohnen-umzug', name: 'Wohnen & Umzug' }],
  })
  expect(await find('99001002000000')).toMatchObject({
    audience: ['business'],
    legalBasis: [{ title: 'Satzung' }],
  })
})

test('entries without a key have ids of their own, twins too', async () => {
  const { db } = await read(ozgCatalogueProfile, ozg)
  const rows = await db
    .selectFrom('service')
    .select('id')
    .where('id', 'like', 'ozg-%')
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id.replace(/[0-9a-f]{10}/, 'hash'))
  expect(ids).toEqual(['ozg-10376-hash', 'ozg-10376-hash-2', 'ozg-ohne-hash'])
})

test('Themenfelder hold their Lagen', async () => {
  const { db } = await read(ozgCatalogueProfile, ozg)
  const { items } = await lifeSituationTree(db, german)
  expect(items.map(({ name, children }) => [name, ...children.map((child) => child.name)])).toEqual([
    ['Bauen & Wohnen', 'Wohnen & Umzug'],
    ['Steuern & Zoll', 'Steuern & Abgaben'],
    ['Unternehmensführung & -entwicklung', 'Arbeitgeber sein'],
  ])
})

const munich = {
  data: [
    {
      id: '1063565',
      name: 'Führungszeugnis',
      description: '<p>Das <b>Führungszeugnis</b></p>',
      fees: '<p>13 Euro</p><ul><li>Express: 20 Euro</li></ul>',
      leika: '99036008007003, 99036008007004',
      forms: [
        { name: 'Vollmacht', link: 'https://example.de/v.pdf', description: false },
        { name: 'Fehlt', link: '', description: false },
      ],
      requirements: [{ name: 'Ausweis', description: '<p>oder Pass</p>' }],
      locations: [{ location: '10546' }, { location: 10_308_013 }],
      public: false,
      meta: { keywords: 'Polizeiliches Führungszeugnis, , Zeugnis', lastupdate: '2026-06-08T07:41:01' },
    },
    { id: '2', name: 'Ohne Text', description: '', fees: null, leika: null },
  ],
}

test('a service of Munich keeps text, fees, forms, words and all its keys', async () => {
  const { find } = await read(munichServicesProfile, JSON.stringify(munich))
  expect(await find('99036008007004')).toMatchObject({
    id: 'muenchen-1063565',
    identifier: { schemeAgencyId: 'muenchen', value: '1063565' },
    leistungsschluessel: '99036008007003',
    furtherKeys: ['99036008007004'],
    regionKey: '09162',
    modules: [{ code: '06', content: [{ tag: 'p', children: ['Das ', { tag: 'strong' }] }] }],
    fees: [
      { kind: 'text', text: '13 Euro' },
      { kind: 'text', text: 'Express: 20 Euro' },
    ],
    forms: [{ title: 'Vollmacht', url: 'https://example.de/v.pdf' }],
    documents: [{ name: 'Ausweis', hint: 'oder Pass', required: true }],
    keywords: ['Polizeiliches Führungszeugnis', 'Zeugnis'],
    updatedAt: '2026-06-08T07:41:01',
  })
  expect(await find('muenchen-2')).toMatchObject({ title: 'Ohne Text', modules: [], fees: [] })
})

const berlin = {
  id: '120335',
  name: 'Abmeldung einer Wohnung',
  url: 'https://service.berlin.de/dienstleistung/120335/',
  beschreibung: 'Sie ziehen aus.\n\nHinweis:\nBitte früh.',
  voraussetzungen: 'keine',
  unterlagen: 'AbmeldungBitte schriftlich erledigen.Die Post genügt.',
  online: true,
  formulare: [{ name: 'Abmeldung ', url: 'https://example.de/a.pdf' }],
  themen_2016: ['Meldeangelegenheiten'],
  standorte_2016_2018: ['122208', '122210'],
}

test('a service of Berlin gets its lines back, its topics are life situations', async () => {
  const { find } = await read(berlinServicesProfile, `${JSON.stringify(berlin)}\n`)
  const page = await find('berlin-120335')
  expect(page).toMatchObject({
    regionKey: '11',
    forms: [{ title: 'Abmeldung', url: 'https://example.de/a.pdf' }],
    onlineServices: [{ title: 'Abmeldung einer Wohnung', url: berlin.url }],
    lifeSituations: [{ name: 'Meldeangelegenheiten' }],
  })
  const br = { tag: 'br' }
  expect(page?.modules.map(({ code, content }) => [code, ...content])).toEqual([
    [
      '06',
      { tag: 'p', children: ['Sie ziehen aus.'] },
      { tag: 'p', children: ['Hinweis:', br, 'Bitte früh.'] },
    ],
    ['08', { tag: 'p', children: ['Abmeldung', br, 'Bitte schriftlich erledigen.', br, 'Die Post genügt.'] }],
    ['09', { tag: 'p', children: ['keine'] }],
  ])
})

test.each([
  [ozgCatalogueProfile, 'leistung,ozg_id\nA,1\n'],
  [ozgCatalogueProfile, ozg.slice(0, 150)],
  [munichServicesProfile, '{"data":[{"id"'],
  [munichServicesProfile, '[]'],
  [berlinServicesProfile, JSON.stringify(berlin).slice(0, 80)],
  [berlinServicesProfile, ''],
])('a damaged file changes nothing', async (profile, content) => {
  const { db } = await openTestDatabase()
  await expect(importContent(db, { profile, content })).rejects.toThrow(ImportError)
  expect(await db.selectFrom('source').select('id').execute()).toEqual([])
})

test('which office offers which service is told in the ids of both directories', async () => {
  const { db } = await openTestDatabase()
  const pairs: unknown[] = []
  const spy = (parse: typeof berlinServiceOffices, profile: ImportProfile): ImportProfile => ({
    ...profile,
    run: async (file, context) => void pairs.push(...parse(file, context)),
  })
  await importContent(db, {
    profile: spy(berlinServiceOffices, berlinServicesProfile),
    content: JSON.stringify(berlin),
  })
  await importContent(db, {
    profile: spy(munichServiceOffices, munichServicesProfile),
    content: JSON.stringify(munich),
  })
  expect(pairs).toEqual([
    { line: 1, serviceId: 'berlin-120335', office: '122208' },
    { line: 1, serviceId: 'berlin-120335', office: '122210' },
    { line: 1, serviceId: 'muenchen-1063565', office: '10546' },
    { line: 1, serviceId: 'muenchen-1063565', office: '10308013' },
  ])
})
