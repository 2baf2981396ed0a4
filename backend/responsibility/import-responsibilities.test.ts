import { describe, expect, it } from 'vitest'
import type { Db } from '../database/database.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { openWith } from './testing.ts'

const header = 'leistungsschluessel,region_key,role,unit_id,note,basis\n'
const units = [{ id: 'amt', regionKey: '130765658' }, { id: 'kreis', regionKey: '13076' }, { id: 'bund' }]
const two = `${header}99008001012000,130765658,responsible,amt,"Bitte, mit Termin.",PAuswG § 7\n99008001012000,,involved,bund,,\n`

const stored = (db: Db) =>
  db.selectFrom('responsibility').selectAll().orderBy('region_key').orderBy('unit_id').execute()

describe('import of responsibilities', () => {
  it('records who acts, nationwide where the region is empty', async () => {
    const { db, importText } = await openWith(units)
    expect(await importText(responsibilitiesProfile, two)).toMatchObject({ read: 2, written: 2, deleted: 0 })
    const rest = { service_key: 'leika:99008001012000', source_id: 'amtsweg-responsibilities', derived: 0 }
    expect(await stored(db)).toEqual([
      { ...rest, region_key: '', role: 'involved', unit_id: 'bund', note: null, basis: null },
      {
        ...rest,
        region_key: '130765658',
        role: 'responsible',
        unit_id: 'amt',
        note: 'Bitte, mit Termin.',
        basis: 'PAuswG § 7',
      },
    ])
  })

  it('changes nothing the second time', async () => {
    const { db, importText } = await openWith(units)
    await importText(responsibilitiesProfile, two)
    const before = await stored(db)
    expect(await importText(responsibilitiesProfile, two)).toMatchObject({ read: 2, written: 0, deleted: 0 })
    expect(await stored(db)).toEqual(before)
  })

  it('writes what has changed and deletes what has gone', async () => {
    const { db, importText } = await openWith(units)
    await importText(responsibilitiesProfile, two)
    const report = await importText(
      responsibilitiesProfile,
      `${header}99008001012000,130765658,responsible,amt,Ohne Termin.,PAuswG § 7\n`,
    )
    expect(report).toMatchObject({ written: 1, deleted: 1 })
    expect(await stored(db)).toMatchObject([{ unit_id: 'amt', note: 'Ohne Termin.' }])
  })

  it.each([
    ['99008,13,responsible,amt,,', 'A Leistungsschluessel has 14 digits and begins with 99'],
    ['99008001012000,1307,responsible,amt,,', 'A region key has 2, 3, 5, 9 or 12 digits'],
    ['99008001012000,13,boss,amt,,', 'The role is one of responsible, contact, intake, involved'],
    ['99008001012000,13,responsible,nobody,,', 'No unit has the id nobody; units are imported first'],
  ])('rejects %s', async (line, reason) => {
    const { db, importText } = await openWith(units)
    const report = await importText(responsibilitiesProfile, `${two}${line}\n`)
    expect(report.rejected).toMatchObject([{ line: 4, reason }])
    expect(await stored(db)).toHaveLength(2)
  })

  it('takes a row that stands twice once', async () => {
    const { importText } = await openWith(units)
    const report = await importText(responsibilitiesProfile, `${two}99008001012000,,involved,bund,,\n`)
    expect(report).toMatchObject({ written: 2, rejected: [{ line: 4, reason: /twice/ }] })
  })

  it('leaves alone what another source has recorded', async () => {
    const { db, importText } = await openWith(units)
    await importText(responsibilitiesProfile, two)
    const other = { ...responsibilitiesProfile, source: { id: 'land', name: 'Land', invented: false } }
    const report = await importText(
      other,
      `${header}99008001012000,,involved,bund,,\n99008001012000,13076,contact,kreis,,\n`,
    )
    expect(report).toMatchObject({
      written: 1,
      deleted: 0,
      rejected: [{ line: 2, reason: /amtsweg-respons/ }],
    })
    expect(await stored(db)).toHaveLength(3)
  })

  it('refuses a file that would delete most of what there is', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `990080010120${index + 10},13,responsible,amt,,\n`)
    const { db, importText } = await openWith(units)
    await importText(responsibilitiesProfile, header + many.join(''))
    const cut = header + many.slice(0, 5).join('')
    await expect(importText(responsibilitiesProfile, cut)).rejects.toThrow(/truncated/)
    expect(await stored(db)).toHaveLength(30)
    expect(await importText(responsibilitiesProfile, cut, { force: true })).toMatchObject({ deleted: 25 })
  })

  it('changes nothing when the file is damaged', async () => {
    const { db, importText } = await openWith(units)
    await importText(responsibilitiesProfile, two)
    await expect(importText(responsibilitiesProfile, 'a,b\n1,2\n')).rejects.toThrow(/lacks the column/)
    expect(await stored(db)).toHaveLength(2)
  })
})
