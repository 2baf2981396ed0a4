import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { xzufiId } from '../import/index.ts'
import { importContent, xzufiFile, xzufiMessages } from '../import/testing.ts'
import { servicesProfile } from '../services/import-services.ts'
import { exportXzufi } from './export-xzufi.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { xzufiProfile } from './import-xzufi.ts'

const now = '2026-11-25T12:00:00.000Z'

async function exported(db: Db, since?: string, note = (_: string) => {}) {
  let text = ''
  for await (const piece of exportXzufi(db, { version: '2.2', now, messageId: 'id', since, note }))
    text += piece
  return text
}
const read = (db: Db, content: string) =>
  importContent(db, { profile: xzufiProfile, content, name: 'file.xml' })

const linesOf = (file: string) => file.split('\n').toSorted()

/** Our ids after a way through XZuFi. */
const unitId = (id: string | null) =>
  id === null ? null : xzufiId({ schemeAgencyId: 'amtsweg', schemeId: 'unit', value: id })
const serviceKey = (key: string) =>
  key === 'hund' ? xzufiId({ schemeAgencyId: 'stadt', schemeId: 'leistung', value: '17' }) : key

const importService = (db: Db) =>
  importContent(db, {
    profile: servicesProfile,
    content: JSON.stringify([
      {
        id: 'hund',
        identifier: { schemeAgencyId: 'stadt', schemeId: 'leistung', value: '17' },
        titles: { de: 'Hund anmelden' },
        audience: ['citizen'],
        modules: [{ code: '06', lang: 'de', html: '<p>Jeder Hund.</p>' }],
      },
    ]),
    name: 'services.json',
  })

const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((one) => one.replace(/(?![\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/gu, '').trim())
  .filter((one) => one !== '')
const words = fc.dictionary(fc.constantFrom('de', 'en', 'uk'), text, { noNullPrototype: true })
const ids = ['amt', 'kasse', 'meldestelle', 'u.4'] as const
const regions = ['', '13', '13074', '130735361', '130740087087'] as const
const time = fc.constantFrom('07:30', '12:00', '18:15', '24:00')
const optional = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined })

const units = fc.tuple(
  ...ids.map((id) =>
    fc.record(
      {
        id: fc.constant(id),
        tier: fc.constantFrom('municipal', 'county', 'state', 'federal', 'other'),
        regionKey: fc.constantFrom(...regions.slice(1)),
        general: fc.boolean(),
        parentId: fc.constantFrom(...ids),
        names: words.map((some) => ({ de: `Amt ${id}`, ...some })),
        descriptions: words,
        identifiers: fc.constant([{ schemeAgencyId: 'land', schemeId: 'stelle', value: id }]),
        addresses: fc.array(
          fc.record({
            kind: fc.constantFrom('visitor', 'postal', 'pobox'),
            street: text,
            postcode: text,
            city: text,
          }),
          { maxLength: 2 },
        ),
        position: fc.record({ lat: fc.double({ min: 48, max: 54, noNaN: true }), lon: fc.constant(11.5) }),
        contacts: fc.constantFrom(
          [],
          [{ kind: 'phone', value: '+49 385 1', label: 'Zentrale' }],
          [{ kind: 'appointment', value: 'https://termin.example/' }],
        ),
        hours: fc.record({
          spans: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), opens: time, closes: time }), {
            maxLength: 3,
          }),
          exceptions: fc.constantFrom(
            [],
            [{ from: '2026-12-24', to: '2026-12-31', spans: [], reason: 'Jahreswechsel' }],
          ),
          note: text,
        }),
        accessibility: fc.record({ stepFree: fc.constantFrom('yes', 'partly', 'unknown'), note: text }),
        updatedAt: fc.constantFrom('2026-05-01', '2026-05-01T08:00:00Z'),
        invented: fc.boolean(),
      },
      { requiredKeys: ['id', 'tier', 'general', 'names'] },
    ),
  ),
)
const responsibilities = fc.uniqueArray(
  fc.record({
    service_key: fc.constantFrom('hund', 'leika:99050012104000'),
    region_key: fc.constantFrom(...regions),
    role: fc.constantFrom('responsible', 'contact', 'intake', 'involved'),
    unit_id: fc.constantFrom(...ids),
    note: optional(text).map((one) => one ?? null),
    basis: optional(text).map((one) => one ?? null),
  }),
  { maxLength: 8, selector: (row) => [row.service_key, row.region_key, row.role, row.unit_id].join(' ') },
)

/** Directory and responsibilities as they are told, with ids as they are after a way through XZuFi. */
async function townOf(db: Db, isBack: boolean) {
  const idOf = (id: string | null) => (isBack ? id : unitId(id))
  const directory = await db.selectFrom('unit').selectAll().execute()
  const records = await db.selectFrom('responsibility').selectAll().where('derived', '=', 0).execute()
  const identifiers = await db.selectFrom('unit_identifier').selectAll().execute()
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted()
  return {
    directory: directory
      .map(({ id, parent_id, content, ...row }) => ({
        ...{ ...row, source_id: '', batch: '' },
        ...{ id: idOf(id), parent_id: idOf(parent_id), content: JSON.parse(content) as object },
      }))
      .toSorted((a, b) => String(a.id).localeCompare(String(b.id))),
    records: sorted(
      records.map(({ service_key, region_key, role, unit_id, note, basis }) => ({
        ...{ region_key, role, note, basis, unit: idOf(unit_id) },
        service: isBack ? service_key : serviceKey(service_key),
      })),
    ),
    identifiers: sorted(
      identifiers
        .filter((row) => row.scheme_agency_id !== 'amtsweg')
        .map((row) => ({ ...row, unit_id: idOf(row.unit_id) })),
    ),
  }
}

describe('a town of other formats', () => {
  test('comes back whole from an export, and goes out the same again', async () => {
    await fc.assert(
      fc.asyncProperty(units, responsibilities, async (directory, records) => {
        const one = await openTestDatabase()
        const other = await openTestDatabase()
        const taken = await importUnits(one.db, directory)
        expect(taken.rejected).toEqual([])
        await importService(one.db)
        await one.db.insertInto('source').values(ownSource).execute()
        if (records.length > 0)
          await one.db
            .insertInto('responsibility')
            .values(
              records.map((row) => ({ ...row, role: row.role as 'contact', source_id: 'own', derived: 0 })),
            )
            .execute()
        const first = await exported(one.db)
        const report = await read(other.db, first)
        expect(report).toMatchObject({ rejected: [], notes: [] })
        expect(await townOf(other.db, true)).toEqual(await townOf(one.db, false))
        // Objects of one kind come in the order of ids, which are others there.
        expect(linesOf(await exported(other.db))).toEqual(linesOf(first))
        await one.close()
        await other.close()
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  const ownSource = { id: 'own', name: 'Own', invented: 0, imported_at: now }

  test('is told in fields of XZuFi too, for whoever knows no Amtsweg', async () => {
    const { db } = await openTestDatabase()
    const hours = {
      spans: [
        { weekday: 1, opens: '08:00', closes: '12:00' },
        { weekday: 1, opens: '13:00', closes: '16:00', byAppointment: true },
      ],
    }
    const facts = {
      hours,
      descriptions: { de: 'Für <alle> & jeden.' },
      accessibility: { stepFree: 'yes' },
      position: { lat: 53.6, lon: 11.4 },
      contacts: [
        { kind: 'email', value: 'amt@stadt.example' },
        { kind: 'website', value: 'https://stadt.example/' },
      ],
    }
    await importUnits(db, [unit('amt', facts), unit('kasse', { parentId: 'amt' })])
    const file = (await exported(db)).replaceAll(/<x:einheit.*?<\/x:einheit>/g, '')
    expect(file).not.toContain('urn:amtsweg"')
    const other = await openTestDatabase()
    expect(await read(other.db, file)).toMatchObject({ written: 2, rejected: [], notes: [] })
    const rows = await other.db.selectFrom('unit').selectAll().orderBy('id').execute()
    expect(rows).toMatchObject([
      { name: 'Amt amt', lat: 53.6, lon: 11.4 },
      { name: 'Amt kasse', parent_id: unitId('amt') },
    ])
    expect(JSON.parse(rows[0]?.content ?? '')).toMatchObject({
      addresses: unit('amt').addresses,
      contacts: facts.contacts,
      descriptions: facts.descriptions,
      hours: {
        spans: [
          { opens: '08:00', closes: '12:00' },
          { opens: '13:00', closes: '16:00' },
        ],
      },
      accessibility: { stepFree: 'yes' },
    })
  })

  test('names units of XZuFi as XZuFi does, and leaves out what no service is there for', async () => {
    const { db } = await openTestDatabase()
    await read(
      db,
      xzufiFile(
        '<schreibe><organisationseinheit><id schemeAgencyID="A">1</id><name><name>Amt</name></name></organisationseinheit></schreibe>',
      ),
    )
    const rows = [
      '99050012104000,13,responsible,xz_A_1,Frau fragen,Satzung',
      '99050012105000,13,contact,xz_A_1,,',
    ]
    const content = `leistungsschluessel,region_key,role,unit_id,note,basis\n${rows.join('\n')}\n`
    await importContent(db, { profile: responsibilitiesProfile, content })
    await db.updateTable('responsibility').set({ service_key: 'weg' }).where('role', '=', 'contact').execute()
    const notes: string[] = []
    const file = await exported(db, undefined, (what) => void notes.push(what))
    expect(notes).toContain('Responsibility for a service that is not there, left out')
    const stated = (await xzufiMessages(file)).filter(({ kind }) => kind === 'zustaendigkeit')
    expect(stated).toHaveLength(1)
    expect(file).toContain('<xzufi:uebergeordnetesObjektID schemeAgencyID="A">1<')
    expect(file).toContain('<xzufi:kommentar>Frau fragen<')
    expect(file).toContain('<xzufi:bemerkung>Rechtsgrundlage: Satzung<')
  })

  test('with --since comes from sources that were imported since', async () => {
    const { db } = await openTestDatabase()
    await importUnits(db, [unit('amt')])
    await importService(db)
    const kinds = async () => (await xzufiMessages(await exported(db, '2026-11-24'))).map(({ kind }) => kind)
    expect(await kinds()).toEqual(['organisationseinheit', 'leistung'])
    await db.updateTable('source').set({ imported_at: '2026-01-01T00:00:00Z' }).execute()
    expect(await kinds()).toEqual([])
  })
})

describe('services that are deleted', () => {
  const ofStadt = (...values: readonly string[]) =>
    JSON.stringify(
      values.map((value) => ({
        ...{ id: `stadt-${value}`, identifier: { schemeAgencyId: 'stadt', schemeId: 'leistung', value } },
        ...{ titles: { de: `Leistung ${value}` }, audience: ['citizen'], modules: [] },
      })),
    )
  const take = (db: Db, content: string) =>
    importContent(db, { profile: servicesProfile, content, name: 'services.json', force: true })
  const changes = async (db: Db, since?: string) =>
    (await xzufiMessages(await exported(db, since))).map(
      ({ action, identifier }) => `${action} ${identifier?.value}`,
    )

  test('are told to whoever asks what changed since, and to nobody else', async () => {
    const { db } = await openTestDatabase()
    await take(db, ofStadt('1', '2'))
    await take(db, ofStadt('1'))
    expect(await changes(db, '2026-01-01')).toEqual(['delete 2', 'write 1'])
    expect(await changes(db)).toEqual(['write 1'])
    expect(await changes(db, '2999-01-01')).toEqual([])
  })

  test('make those who read the message delete them, too', async () => {
    const one = await openTestDatabase()
    const other = await openTestDatabase()
    await take(one.db, ofStadt('1', '2'))
    await read(other.db, await exported(one.db))
    await take(one.db, ofStadt('1'))
    await read(other.db, await exported(one.db, '2026-01-01'))
    expect(await other.db.selectFrom('service').select('value').execute()).toEqual([{ value: '1' }])
  })

  test('are no longer deleted once they come back, in any format', async () => {
    const { db } = await openTestDatabase()
    await take(db, ofStadt('1', '2', '3'))
    await take(db, ofStadt('1'))
    await take(db, ofStadt('1', '2'))
    expect(await changes(db, '2026-01-01')).toEqual(['delete 3', 'write 1', 'write 2'])
    const three =
      '<schreibe><leistung><id schemeAgencyID="stadt" schemeID="leistung">3</id></leistung></schreibe>'
    await read(db, xzufiFile(three))
    expect(await changes(db, '2026-01-01')).toEqual(['write 3', 'write 1', 'write 2'])
  })

  test('are deleted again when they go a second time', async () => {
    const { db } = await openTestDatabase()
    for (const file of [ofStadt('1', '2'), ofStadt('1'), ofStadt('1', '2'), ofStadt('1')])
      await take(db, file)
    expect(await changes(db, '2026-01-01')).toEqual(['delete 2', 'write 1'])
  })
})

test('what claims to be a unit of an Amtsweg and is not sound is read as XZuFi alone', async () => {
  const { db } = await openTestDatabase()
  for (const claim of ['{', '{"id":"amt","tier":"king","names":{}}', '[]', '']) {
    const file = xzufiFile(
      `<schreibe><organisationseinheit><id schemeAgencyID="A">1</id><name><name>Amt</name></name><x:einheit xmlns:x="urn:amtsweg">${claim}</x:einheit></organisationseinheit></schreibe>`,
    )
    await read(db, file)
    expect(await db.selectFrom('unit').select(['name', 'tier']).execute()).toEqual([
      { name: 'Amt', tier: 'other' },
    ])
  }
})
