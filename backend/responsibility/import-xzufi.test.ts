import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { ImportError } from '../import/index.ts'
import { importContent, type TestFile, xzufiFile } from '../import/testing.ts'
import { derivations } from '../profiles.ts'
import { xzufiChangesProfile, xzufiProfile } from './import-xzufi.ts'

const example = readFileSync(join(import.meta.dirname, 'xzufi-example-22.xml'))
const gemeinde = '130765659001'

async function setUp() {
  const database = await openTestDatabase()
  const { db } = database
  const source = { id: 'areas', name: 'Areas', invented: 1, imported_at: '2026-01-01' }
  await db.insertInto('source').values(source).execute()
  const area = (region_key: string, level: 'gemeinde' | 'kreis', name: string, ags: string | null) =>
    ({
      region_key,
      level,
      name,
      ags,
      kind: level,
      full_name: name,
      uninhabited: 0,
      source_id: 'areas',
    }) as never
  await db
    .insertInto('area')
    .values([
      area(gemeinde, 'gemeinde', 'Beispielstadt', '13076001'),
      area('13076', 'kreis', 'Beispielkreis', null),
    ])
    .execute()
  const app = createApp({ database })
  const ask = async (path: string) => (await (await app.request(`/api/v1${path}`)).json()) as never
  return { db, ask }
}

const read = (db: Db, content: string | Uint8Array, more: Partial<TestFile> = {}) =>
  importContent(db, { profile: xzufiProfile, content, name: 'file.xml', derivations, ...more })
const readChanges = (db: Db, content: string) => read(db, content, { profile: xzufiChangesProfile })

const module = (code: string, text: string) =>
  `<modulText><leikaTextmodul><code>${code}</code></leikaTextmodul><inhalt languageCode="de">${text}</inhalt></modulText>`
const leistung = (id: string, title = id, more = '') =>
  `<schreibe><leistung><id>${id}</id>${module('03', title)}${more}</leistung></schreibe>`
const unit = (id: string, more = '') =>
  `<schreibe><organisationseinheit><id>${id}</id><name languageCode="de">${id}</name>${more}</organisationseinheit></schreibe>`
const responsibility = (id: string, holder: string, service: string, area = gemeinde) =>
  `<schreibe><zustaendigkeitTransferObjekt><uebergeordnetesObjektID>${holder}</uebergeordnetesObjektID><zustaendigkeit><id>${id}</id>
   <leistungID>${service}</leistungID><gebietID>${area}</gebietID></zustaendigkeit></zustaendigkeitTransferObjekt></schreibe>`
const deletion = (kind: string, id: string) => `<loesche klasse="${kind}"><id>${id}</id></loesche>`

const titles = async (db: Db) =>
  (await db.selectFrom('service_name').select('title').orderBy('title').execute()).map(({ title }) => title)

describe('an XZuFi file', () => {
  test('becomes the page of a service', async () => {
    const { db, ask } = await setUp()
    expect(await read(db, example)).toMatchObject({
      read: 7,
      written: 7,
      rejected: [],
      notes: [{ what: 'Unknown element leistung/hufgroesse, kept but not shown', count: 1 }],
    })
    expect(await ask(`/services/xz_BEI_4711?area=${gemeinde}`)).toMatchObject({
      identifier: { schemeAgencyId: 'BEI', schemeId: '', value: '4711' },
      leistungsschluessel: '99050012104000',
      furtherKeys: ['99050012105000'],
      typisierung: '5',
      regionKey: '13076',
      title: 'Einhorn anmelden',
      officialTitle: 'Einhornhaltung Anmeldung',
      languages: ['de', 'en'],
      audience: ['citizen'],
      documents: [{ name: 'Kaufvertrag', hint: 'im Original', required: true }],
      fees: [
        { kind: 'fixed', amountCents: 1250, advancePayment: true },
        { kind: 'variable', lowerCents: 500, upperCents: 2000, text: 'je nach Horn' },
        { kind: 'fixed', amountCents: 300 },
      ],
      deadlines: [{ kind: 'duration', value: 2, unit: 'WOCHE', text: 'Antragsfrist\nnach dem Kauf' }],
      processingTime: { value: 3, upper: 5, unit: 'TAG' },
      legalBasis: [{ title: 'Einhorngesetz', url: 'https://recht.example/einhg' }],
      forms: [{ title: 'Anmeldung Einhorn (PDF)', url: 'https://formulare.example/einhorn.pdf' }],
      onlineServices: [{ title: 'Einhorn online anmelden', url: 'https://dienst.example/einhorn' }],
      keywords: ['Fabeltier'],
      validFrom: '2026-01-01',
      updatedAt: '2026-10-01T08:00:00Z',
    })
  })

  test('shows its texts without anything that could harm, what a town adds beside them', async () => {
    const { db, ask } = await setUp()
    await read(db, example)
    const { modules } = (await ask(`/services/xz_BEI_4711?area=${gemeinde}`)) as {
      modules: { code: string }[]
    }
    expect(modules.map(({ code }) => code)).toEqual(['05', '06', '15', '08'])
    expect(modules.find(({ code }) => code === '06')).toMatchObject({
      content: [
        {
          tag: 'p',
          children: ['Wer ein ', { tag: 'strong', children: ['Einhorn'] }, ' hält, meldet es an.'],
        },
        { tag: 'ul' },
      ],
      supplements: [
        { areaName: 'Beispielstadt', content: [{ tag: 'p', children: ['In Beispielstadt nur dienstags.'] }] },
      ],
    })
    expect(JSON.stringify(modules)).not.toContain('alert')
  })

  test('brings the office that is responsible, and is found by search', async () => {
    const { db, ask } = await setUp()
    await read(db, example)
    expect(await ask(`/responsibilities?service=xz_BEI_4711&area=${gemeinde}`)).toMatchObject({
      status: 'resolved',
      units: [
        {
          role: 'responsible',
          regionKey: gemeinde,
          unit: {
            name: 'Ordnungsamt Beispielstadt',
            description: 'Für Tiere & Recht.',
            addresses: [{ street: 'Hufweg', houseNumber: '7', postcode: '19999', city: 'Beispielstadt' }],
            contacts: [
              { kind: 'phone', value: '03999 1234-0' },
              { kind: 'email', value: 'ordnungsamt@beispielstadt.example' },
              { kind: 'website', value: 'https://beispielstadt.example/ordnungsamt' },
            ],
          },
        },
      ],
    })
    expect(await ask('/services?q=Fabeltier')).toMatchObject({ items: [{ id: 'xz_BEI_4711' }] })
  })

  test('read again changes nothing', async () => {
    const { db } = await setUp()
    await read(db, example)
    const before = await db.selectFrom('xzufi_record').selectAll().execute()
    expect(await read(db, example)).toMatchObject({ read: 7, written: 0, deleted: 0 })
    expect(await db.selectFrom('xzufi_record').selectAll().execute()).toEqual(before)
  })

  test('is recorded with who sent it', async () => {
    const { ask, db } = await setUp()
    await read(db, example)
    expect(await db.selectFrom('source').selectAll().where('id', '=', 'xzufi').execute()).toMatchObject([
      { name: 'Redaktion Beispielland', as_of: '2026-11-20', invented: 0 },
    ])
    expect(await ask('/services/xz_BEI_4711')).toMatchObject({ sources: ['xzufi'] })
  })
})

describe('the whole of a source', () => {
  test('deletes what it does not name any more, and everything that hung on it', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a') + leistung('b') + unit('o') + responsibility('z', 'o', 'a')))
    expect(await read(db, xzufiFile(leistung('b')))).toMatchObject({ written: 0, deleted: 3 })
    expect(await titles(db)).toEqual(['b'])
    expect(await db.selectFrom('unit').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('responsibility').selectAll().execute()).toEqual([])
  })

  test('that lacks most of what was there looks cut off, unless it is meant', async () => {
    const { db } = await setUp()
    const many = Array.from({ length: 20 }, (_, index) => leistung(`l${index}`)).join('')
    await read(db, xzufiFile(many))
    await expect(read(db, xzufiFile(leistung('l0')))).rejects.toThrow(/looks like a truncated file/)
    expect(await titles(db)).toHaveLength(20)
    expect(await read(db, xzufiFile(leistung('l0')), { force: true })).toMatchObject({ deleted: 19 })
  })

  test('is no delta, also where a delta happens to delete nothing', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a')))
    await readChanges(db, xzufiFile(leistung('b')))
    expect(await titles(db)).toEqual(['a', 'b'])
  })
})

describe('a delta', () => {
  test('writes, changes and deletes in its order', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a', 'Alt') + leistung('b')))
    const report = await read(
      db,
      xzufiFile(
        leistung('a', 'Neu') +
          deletion('Leistung', 'b') +
          leistung('c') +
          deletion('Leistung', 'c') +
          leistung('d'),
      ),
    )
    expect(report).toMatchObject({ read: 5, written: 2, deleted: 1 })
    expect(await titles(db)).toEqual(['Neu', 'd'])
  })

  test('may delete what nobody knows: that is told and harms nothing', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a')))
    const orphans =
      deletion('Zustaendigkeit', '1') + deletion('Zustaendigkeit', '2') + deletion('Leistung', '3')
    expect(await read(db, xzufiFile(orphans))).toMatchObject({
      deleted: 0,
      rejected: [],
      notes: [
        { what: 'Deletion of a zustaendigkeit that is not there', count: 2 },
        { what: 'Deletion of a leistung that is not there', count: 1 },
      ],
    })
    expect(await titles(db)).toEqual(['a'])
  })

  test('brings back what was deleted before', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a')))
    await read(db, xzufiFile(deletion('Leistung', 'a')))
    expect(await titles(db)).toEqual([])
    await readChanges(db, xzufiFile(leistung('a')))
    expect(await titles(db)).toEqual(['a'])
  })

  test('that writes one object twice counts the last', async () => {
    const { db } = await setUp()
    expect(await readChanges(db, xzufiFile(leistung('a', 'Eins') + leistung('a', 'Zwei')))).toMatchObject({
      written: 1,
      notes: [{ what: 'leistung stands in the file more than once; the last one counts' }],
    })
    expect(await titles(db)).toEqual(['Zwei'])
  })

  test('takes along what hangs on an object that is not in it', async () => {
    const { db, ask } = await setUp()
    const service = `<onlinedienst><id>d</id><bezeichnung>Dienst</bezeichnung><link><link>https://a.example/</link></link></onlinedienst>`
    await read(db, xzufiFile(leistung('a')))
    await readChanges(db, xzufiFile(`<schreibe>${service}</schreibe>${responsibility('z', 'd', 'a')}`))
    expect(await ask(`/services/xz__a?area=${gemeinde}`)).toMatchObject({
      onlineServices: [{ title: 'Dienst' }],
    })
    await readChanges(db, xzufiFile(`<schreibe>${service.replace('Dienst', 'Neuer Dienst')}</schreibe>`))
    expect(await ask(`/services/xz__a?area=${gemeinde}`)).toMatchObject({
      onlineServices: [{ title: 'Neuer Dienst' }],
    })
    await readChanges(db, xzufiFile(deletion('Zustaendigkeit', 'z')))
    expect(await ask(`/services/xz__a?area=${gemeinde}`)).toMatchObject({ onlineServices: [] })
  })

  test('may bring a responsibility before its unit and its service', async () => {
    const { db, ask } = await setUp()
    await readChanges(db, xzufiFile(responsibility('z', 'o', 'a')))
    expect(await db.selectFrom('responsibility').selectAll().execute()).toEqual([])
    await readChanges(db, xzufiFile(unit('o') + leistung('a')))
    expect(await ask(`/responsibilities?service=xz__a&area=${gemeinde}`)).toMatchObject({
      units: [{ unit: { name: 'o' } }],
    })
    await readChanges(db, xzufiFile(deletion('Zustaendigkeit', 'z')))
    expect(await db.selectFrom('responsibility').selectAll().execute()).toEqual([])
  })

  test('takes back what a Spezialisierung added', async () => {
    const { db } = await setUp()
    const special = (id: string, area: string) =>
      `<schreibe><spezialisierung><id>${id}</id><leistungID>a</leistungID>${area}${module('06', 'Hier anders')}</spezialisierung></schreibe>`
    await readChanges(
      db,
      xzufiFile(leistung('a') + special('s', `<gebietID>${gemeinde}</gebietID>`) + special('t', '')),
    )
    const added = () => db.selectFrom('service_supplement').select(['region_key', 'html']).execute()
    const own = () => db.selectFrom('service_text').select(['code', 'html']).execute()
    expect(await added()).toEqual([{ region_key: gemeinde, html: '<p>Hier anders</p>' }])
    expect(await own()).toEqual([{ code: '06', html: '<p>Hier anders</p>' }])
    await readChanges(
      db,
      xzufiFile(deletion('LeistungSpezialisierung', 's') + deletion('LeistungSpezialisierung', 't')),
    )
    expect([await added(), await own()]).toEqual([[], []])
  })
})

describe('identifiers', () => {
  test('mean something only within their agency and scheme', async () => {
    const { db } = await setUp()
    const id = (attributes: string) => leistung('x').replace('<id>', `<id ${attributes}>`)
    const file = xzufiFile(
      id('schemeAgencyID="A"') + id('schemeAgencyID="B"') + id('schemeAgencyID="A" schemeID="S"') + id(''),
    )
    expect(await read(db, file)).toMatchObject({ written: 4, rejected: [] })
    expect(await titles(db)).toHaveLength(4)
    expect(await readChanges(db, xzufiFile(deletion('Leistung', 'x')))).toMatchObject({ deleted: 1 })
    expect(await titles(db)).toHaveLength(3)
  })

  test('of one value may belong to a service and a unit', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('1') + unit('1') + responsibility('1', '1', '1')))
    expect(await db.selectFrom('responsibility').select(['service_key', 'unit_id']).execute()).toEqual([
      { service_key: 'xz__1', unit_id: 'xz__1' },
    ])
  })

  test('that are missing keep an object out, with its line', async () => {
    const { db } = await setUp()
    const { rejected } = await read(db, xzufiFile(`${leistung('a')}\n<schreibe><leistung/></schreibe>`))
    expect(rejected).toEqual([{ line: 4, reason: 'The leistung has no identifier' }])
  })

  test('that are too long keep an object out for that reason, written or deleted', async () => {
    const { db } = await setUp()
    const long = 'x'.repeat(5_000)
    const file = `${leistung('a')}${leistung(long)}<loesche klasse="Formular"><id>${long}</id></loesche>`
    const { rejected } = await read(db, xzufiFile(file))
    expect(rejected.map(({ reason }) => reason)).toEqual([
      'The leistung has an identifier of 5000 characters; at most 300 are taken',
      'The formular has an identifier of 5000 characters; at most 300 are taken',
    ])
  })

  test('of a Leistungsschluessel make a unit responsible for every description of it', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(unit('o') + responsibility('z', 'o', '99050012104000')))
    expect(await db.selectFrom('responsibility').select('service_key').execute()).toEqual([
      { service_key: 'leika:99050012104000' },
    ])
  })
})

describe('what cannot be shown', () => {
  test('is told and kept, so that it goes out again', async () => {
    const { db } = await setUp()
    const { rejected, written } = await read(
      db,
      xzufiFile(leistung('a', '') + leistung('b') + unit('o').replace('>o</name>', '/>')),
    )
    expect(written).toBe(3)
    expect(rejected).toMatchObject([
      { line: 3, reason: 'The name is missing' },
      { line: 3, reason: 'The German title is missing' },
    ])
    expect(await titles(db)).toEqual(['b'])
  })

  test('is an area that no key names', async () => {
    const { db } = await setUp()
    const report = await read(
      db,
      xzufiFile(unit('o') + leistung('a') + responsibility('z', 'o', 'a', 'Hinter den Bergen')),
    )
    expect(report.notes).toEqual([{ what: 'Area that no region key names', count: 1 }])
    expect(await db.selectFrom('responsibility').selectAll().execute()).toEqual([])
  })
})

describe('two sources', () => {
  test('are told apart, and the objects of one are not written by the other', async () => {
    const { db } = await setUp()
    await read(db, xzufiFile(leistung('a', 'Erste')))
    const other = xzufiFile(leistung('a', 'Zweite') + leistung('b'), '2_2_0', 'Andere')
    await expect(read(db, other)).rejects.toThrow(
      /came from "Redaktion" so far, this file comes from "Andere"/,
    )
    await expect(read(db, other)).rejects.toThrow(ImportError)
    const { rejected } = await read(db, other, { source: { id: 'andere' } })
    expect(rejected.map(({ reason }) => reason)).toEqual(['The leistung a belongs to the source xzufi'])
    expect(await titles(db)).toEqual(['Erste', 'b'])
  })

  test('may add to one another: a town to the text of its Land', async () => {
    const { db, ask } = await setUp()
    await read(db, xzufiFile(leistung('a')))
    const special = `<schreibe><spezialisierung><id>s</id><leistungID>a</leistungID><gebietID>${gemeinde}</gebietID>${module('06', 'Hier')}
      <modulKosten><kosten><kostenauswahl><betrag>2</betrag></kostenauswahl></kosten></modulKosten></spezialisierung></schreibe>`
    await read(db, xzufiFile(special, '2_2_0', 'Stadt'), { source: { id: 'stadt' } })
    expect(await ask(`/services/xz__a?area=${gemeinde}`)).toMatchObject({
      sources: expect.arrayContaining(['xzufi']) as string[],
      fees: [{ amountCents: 200 }],
      modules: [{ code: '06', content: [], supplements: [{ content: [{ tag: 'p', children: ['Hier'] }] }] }],
    })
  })
})

test('a file that is no XZuFi changes nothing', async () => {
  const { db } = await setUp()
  await expect(read(db, '<html xmlns="http://www.w3.org/1999/xhtml"/>')).rejects.toThrow(/no XZuFi file/)
  await expect(read(db, xzufiFile(''))).rejects.toThrow(/holds no records/)
  expect(await db.selectFrom('xzufi_record').selectAll().execute()).toEqual([])
})
