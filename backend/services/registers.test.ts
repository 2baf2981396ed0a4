import { beforeAll, expect, test } from 'vitest'
import { RichText, Service } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError, type ImportReport, openImportFile, runImport } from '../import/index.ts'
import { describeRegisters, importContent, testFile } from '../import/testing.ts'
import { servicesProfiles } from './index.ts'
import { findService } from './repository.ts'
import { listKeywords } from './repository-keywords.ts'
import { lifeSituationTree } from './repository-life-situations.ts'
import { listServices } from './repository-list.ts'
import { htmlOf, richTextOf } from './rich-text.ts'

const files = [
  ['ozg-catalogue', 'services/ozg-leika-katalog-nrw-2019.csv.gz'],
  ['munich-services', 'services/muenchen-services_de-2026-06-08.json.gz'],
  ['berlin-services', 'services/berlin-dienstleistungen-2024.ndjson.gz'],
] as const

describeRegisters('the public catalogues of services', () => {
  let db: Db
  let reports: readonly ImportReport[]
  const steps = files.map(([name, path]) => {
    const profile = servicesProfiles.find((one) => one.name === name)
    if (!profile) throw new Error(`There is no profile ${name}`)
    return { profile, path: testFile(path) }
  })
  const count = async (prefix: string) =>
    (await db.selectFrom('service').select('id').where('id', 'like', `${prefix}%`).execute()).length

  beforeAll(async () => {
    ;({ db } = await openTestDatabase())
    reports = await runImport(db, steps, { derivations: [] })
  }, 120_000)

  test('nothing is left out', async () => {
    expect(reports.map(({ read, rejected }) => [read, rejected.length])).toEqual([
      [5_249, 0],
      [287, 0],
      [1_063, 0],
    ])
    expect([await count('leika-'), await count('ozg-')]).toEqual([4_813, 436])
    expect([await count('muenchen-'), await count('berlin-')]).toEqual([287, 1_063])
  })

  test('14 Themenfelder hold 55 Lagen, and the topics of Berlin stand together', async () => {
    const { items } = await lifeSituationTree(db, { lang: 'de' })
    expect(items.slice(0, -1)).toHaveLength(14)
    expect(items.slice(0, -1).flatMap((item) => item.children)).toHaveLength(55)
    expect(items.at(-1)?.children).toHaveLength(58)
  })

  test('every stored text is harmless, and the same when read again', async () => {
    const rows = await db.selectFrom('service_text').select(['html', 'content']).execute()
    expect(rows.length).toBeGreaterThan(3_000)
    for (const { html, content } of rows) {
      const tree = RichText.parse(JSON.parse(content)) as ReturnType<typeof richTextOf>
      expect(htmlOf(tree)).toBe(html)
      expect(richTextOf(html)).toEqual(tree)
    }
  })

  test('86 of the 108 keys of Munich are in the catalogue, and Munich’s own text is shown there', async () => {
    const rows = await db
      .selectFrom('service_identifier as key')
      .innerJoin('service', 'service.id', 'key.service_id')
      .select(['key.value', 'service.id'])
      .execute()
    const munich = new Set(rows.filter((row) => row.id.startsWith('muenchen-')).map((row) => row.value))
    const shared = [...munich].filter((key) => rows.some((row) => row.id === `leika-${key}`))
    expect(shared.length).toBeGreaterThanOrEqual(86)
    for (const key of shared.slice(0, 20)) {
      const here = await findService(db, key, { lang: 'de', area: '091620000000' })
      const elsewhere = await findService(db, key, { lang: 'de', area: '130765659001' })
      expect([here?.regionKey, elsewhere?.id]).toEqual(['09162', `leika-${key}`])
    }
  })

  test('every service can be shown', async () => {
    const rows = await db.selectFrom('service').select('id').execute()
    for (const { id } of rows.filter((_, index) => index % 7 === 0))
      expect(Service.safeParse(await findService(db, id, { lang: 'de' })).success).toBe(true)
  })

  test('lists and index lead through all of them', async () => {
    const list = await listServices(db, { lang: 'de', area: '110000000000', limit: 100 })
    const index = await listKeywords(db, { lang: 'de', limit: 100, letter: 'ü' })
    expect(list?.items).toHaveLength(100)
    expect(list?.next).not.toBeNull()
    expect(index?.letters.map(({ letter }) => letter).join('')).toBe('0-9ABCDEFGHIJKLMNOPQRSTUVWZ')
    expect(index?.items.every(({ keyword }) => /^[UÜuü„("]/.test(keyword))).toBe(true)
  })

  test.each([0.5, 0.9])('the catalogue of Berlin cut at %f changes nothing', async (share) => {
    const profile = servicesProfiles.find((one) => one.name === 'berlin-services')
    if (!profile) throw new Error('There is no such profile')
    const text = openImportFile(testFile(files[2][1])).text()
    const lines = text.slice(0, text.length * share)
    const before = await db.selectFrom('service').select(['id', 'fingerprint']).execute()
    const whole = lines.slice(0, lines.lastIndexOf('\n') + 1)
    for (const content of [lines, ...(share < 0.7 ? [whole] : [])])
      await expect(importContent(db, { profile, content })).rejects.toThrow(ImportError)
    expect(await db.selectFrom('service').select(['id', 'fingerprint']).execute()).toEqual(before)
  })

  test('importing again writes nothing', async () => {
    const again = await runImport(db, steps, { derivations: [] })
    for (const report of again) expect(report).toMatchObject({ written: 0, deleted: 0 })
  }, 60_000)
})
