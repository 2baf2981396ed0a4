import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { exportCommand } from '../export-cli.ts'
import { importContent, xzufiFile, xzufiMessages } from '../import/testing.ts'
import { servicesProfile } from '../services/import-services.ts'
import { exportXzufi } from './export-xzufi.ts'
import { xzufiChangesProfile, xzufiProfile } from './import-xzufi.ts'

const example = readFileSync(join(import.meta.dirname, 'xzufi-example-22.xml'), 'utf8')
const now = '2026-11-25T12:00:00.000Z'

async function exported(
  db: Db,
  more: { version?: '2.2' | '2.3.1'; since?: string; note?: (what: string) => void } = {},
) {
  let text = ''
  for await (const piece of exportXzufi(db, { version: '2.2', now, messageId: 'id', ...more })) text += piece
  return text
}

const read = async (db: Db, content: string, profile = xzufiProfile) =>
  importContent(db, { profile, content, name: 'file.xml' })

/** Objects by kind and identifier, as they are read. */
const objects = async (file: string) =>
  new Map(
    (await xzufiMessages(file)).map(({ kind, identifier, element }) => [
      `${kind} ${identifier?.value}`,
      element,
    ]),
  )

describe('an export', () => {
  test('holds every object as it came, and what we do not know with it', async () => {
    const { db } = await openTestDatabase()
    await read(db, example)
    const text = await exported(db)
    expect(await objects(text)).toEqual(await objects(example))
    expect(text).toContain('hufgroesse')
    expect(text).toContain('&lt;script&gt;')
  })

  test('read into another database makes the same tables, and exports the same again', async () => {
    const one = await openTestDatabase()
    const other = await openTestDatabase()
    await read(one.db, example)
    const first = await exported(one.db)
    await read(other.db, first)
    expect(await exported(other.db)).toBe(first)
    const tables = [
      'service_text',
      'service_part',
      'service_name',
      'service_supplement',
      'unit_identifier',
      'responsibility',
    ] as const
    for (const table of tables)
      expect(await other.db.selectFrom(table).selectAll().execute()).toEqual(
        await one.db.selectFrom(table).selectAll().execute(),
      )
  })

  test('of what changed since holds that alone, and what was deleted', async () => {
    const { db } = await openTestDatabase()
    const leistung = (id: string, title = id) =>
      `<schreibe><leistung><id schemeAgencyID="A">${id}</id><modulText><leikaTextmodul><code>03</code></leikaTextmodul><inhalt>${title}</inhalt></modulText></leistung></schreibe>`
    await read(db, xzufiFile(leistung('a') + leistung('b') + leistung('c')))
    await db.updateTable('xzufi_record').set({ changed_at: '2026-01-01T00:00:00Z' }).execute()
    const changes = `${leistung('a', 'neu')}<loesche klasse="Leistung"><id schemeAgencyID="A">b</id></loesche>`
    await read(db, xzufiFile(changes), xzufiChangesProfile)
    const messages = await xzufiMessages(await exported(db, { since: '2026-06-01' }))
    expect(messages.map(({ action, kind, identifier }) => [action, kind, identifier])).toEqual([
      ['write', 'leistung', { schemeAgencyId: 'A', schemeId: '', value: 'a' }],
      ['delete', 'leistung', { schemeAgencyId: 'A', schemeId: '', value: 'b' }],
    ])
    const whole = await xzufiMessages(await exported(db))
    expect(whole.map(({ action, identifier }) => `${action} ${identifier?.value}`)).toEqual([
      'write a',
      'write c',
    ])
  })

  test('in the other version says the same, and tells what has no place there', async () => {
    const one = await openTestDatabase()
    const other = await openTestDatabase()
    await read(one.db, example)
    const lost: string[] = []
    const newer = await exported(one.db, {
      version: '2.3.1',
      note: (what) => void (what.includes(' ') && lost.push(what)),
    })
    expect(newer).toContain('http://xoev.de/schemata/xzufi/2_3_1')
    expect(newer).toContain(
      '<xzufi:referenzLeistungsschluessel schemeID="urn:de:fim:leika:leistung">99050012104000<',
    )
    expect(lost).toEqual([])
    await read(other.db, newer)
    expect(await exported(other.db, { version: '2.3.1' })).toBe(newer)
    expect(await objects(await exported(other.db))).toHaveProperty('size', 7)
    for (const table of ['service_text', 'service_part', 'service_keyword', 'service_supplement'] as const)
      expect(await other.db.selectFrom(table).selectAll().execute()).toEqual(
        await one.db.selectFrom(table).selectAll().execute(),
      )
  })

  test('holds descriptions of other formats, too', async () => {
    const { db } = await openTestDatabase()
    const own = {
      id: 'hund',
      identifier: { schemeAgencyId: 'stadt', schemeId: 'leistung', value: '17' },
      leistungsschluessel: '99050012104000',
      furtherKeys: ['99050012105000'],
      typisierung: '5',
      regionKey: '13076',
      audience: ['citizen'],
      titles: { de: 'Hund anmelden', en: 'Register a dog' },
      officialTitle: { de: 'Hundesteuer Anmeldung' },
      keywords: { de: ['Vierbeiner'] },
      modules: [{ code: '06', lang: 'de', html: '<p>Jeder <strong>Hund</strong> &amp; jede Hündin.</p>' }],
      documents: [{ name: 'Chipnummer', hint: 'vom Tierarzt', required: true }],
      fees: [
        { kind: 'fixed', amountCents: 6050, currency: 'EUR', advancePayment: true, text: 'im Jahr' },
        { kind: 'variable', lowerCents: 100, upperCents: 250, currency: 'EUR', advancePayment: false },
      ],
      deadlines: [
        { kind: 'duration', value: 2, unit: 'WOCHE' },
        { kind: 'dates', to: '2026-12-31' },
      ],
      processingTime: { value: 1, upper: 2, unit: 'TAG' },
      forms: [{ title: 'Formular', url: 'https://a.example/form' }],
      legalBasis: [{ title: 'Satzung', url: 'https://a.example/recht' }],
      validFrom: '2026-01-01',
      updatedAt: '2026-05-01',
    }
    await importContent(db, {
      profile: servicesProfile,
      content: JSON.stringify([own]),
      name: 'services.json',
    })
    const other = await openTestDatabase()
    const report = await read(other.db, await exported(db))
    expect(report).toMatchObject({ written: 1, rejected: [], notes: [] })
    const contents = async (of: Db) =>
      (
        await of
          .selectFrom('service_part')
          .select(['kind', 'content'])
          .orderBy('kind')
          .orderBy('position')
          .execute()
      ).map(({ kind, content }) => ({ kind, content: JSON.parse(content) as unknown }))
    const facts = (of: Db) =>
      Promise.all([
        of.selectFrom('service_name').select(['lang', 'title', 'official_title']).execute(),
        of.selectFrom('service_text').select(['lang', 'code', 'content']).execute(),
        contents(of),
        of.selectFrom('service_keyword').select(['lang', 'keyword']).execute(),
        of
          .selectFrom('service')
          .select(['leistungsschluessel', 'typisierung', 'region_key', 'citizen', 'business', 'valid_from'])
          .execute(),
      ])
    expect(await facts(other.db)).toEqual(await facts(db))
  })

  test('is written to a file that is there only once it is complete', async () => {
    const { db } = await openTestDatabase()
    await read(db, example)
    const folder = mkdtempSync(join(tmpdir(), 'amtsweg-export-'))
    const said: string[] = []
    const place = {
      db,
      say: (line: string) => void said.push(line),
      now: () => new Date(now),
      createId: () => 'id',
    }
    try {
      const path = join(folder, 'out.xml')
      await exportCommand(['xzufi', path], place)
      expect((await objects(readFileSync(path, 'utf8'))).size).toBe(7)
      expect(said).toContain('1 x leistung')
      expect(existsSync(`${path}.part`)).toBe(false)
      await expect(exportCommand(['xzufi', join(folder, 'no', 'out.xml')], place)).rejects.toThrow(
        /cannot be written/,
      )
      await expect(exportCommand(['csv', path], place)).rejects.toThrow('There is no format "csv".')
      await expect(exportCommand(['xzufi'], place)).rejects.toThrow('Which file')
      await expect(exportCommand(['xzufi', path, '--version', '3'], place)).rejects.toThrow('2.2 or 2.3.1')
      await expect(exportCommand(['xzufi', path, '--since', 'gestern'], place)).rejects.toThrow(
        '--since is a date',
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
