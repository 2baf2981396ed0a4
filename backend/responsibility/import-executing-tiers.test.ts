import { describe, expect, it } from 'vitest'
import type { Db } from '../database/database.ts'
import { executingTiersProfile } from './import-executing-tiers.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { deriveTiers } from './repository-tiers.ts'
import { addUnits, openWith } from './testing.ts'

const header = 'leistungsschluessel,title,tier,typisierung,source,note\n'
const tiers = `${header}99008001012000,Personalausweis,gemeinde-amt,2,PAuswG § 7,nicht geprüft
99012008001000,Baugenehmigung,kreis-gross,4,LBauO M-V § 57,
99041006017000,Elterngeld,land,2,BEEG § 12,
`
const units = [
  { id: 'land', regionKey: '13' },
  { id: 'kreis', regionKey: '13074' },
  { id: 'wismar', regionKey: '130740087' },
  { id: 'schwerin', regionKey: '130040000' },
]

const derivedPairs = async (db: Db) =>
  (await db.selectFrom('responsibility').selectAll().where('derived', '=', 1).execute())
    .map((row) => `${row.service_key.slice(6, 11)} ${row.region_key} ${row.unit_id}`)
    .sort()

const all = [
  '99008 130040000 schwerin',
  '99008 130740087 wismar',
  '99012 13004 schwerin',
  '99012 13074 kreis',
  '99012 130740087 wismar',
]

describe('import of executing tiers', () => {
  it('derives the responsibilities of the bodies, on the basis of the law', async () => {
    const { db, importText } = await openWith(units)
    expect(await importText(executingTiersProfile, tiers)).toMatchObject({ read: 3, written: 3 })
    expect(await derivedPairs(db)).toEqual(all)
    const row = await db.selectFrom('responsibility').selectAll().executeTakeFirst()
    expect(row).toMatchObject({
      basis: 'PAuswG § 7',
      note: null,
      role: 'responsible',
      source_id: 'amtsweg-tiers',
    })
  })

  it('changes nothing the second time', async () => {
    const { db, importText } = await openWith(units)
    await importText(executingTiersProfile, tiers)
    expect(await importText(executingTiersProfile, tiers)).toMatchObject({ read: 3, written: 0, deleted: 0 })
    expect(await derivedPairs(db)).toEqual(all)
  })

  it('follows the units, whichever came first', async () => {
    const { db, importText } = await openWith(units.slice(0, 1))
    await importText(executingTiersProfile, tiers)
    expect(await derivedPairs(db)).toEqual([])
    await addUnits(db, units.slice(1))
    await db.transaction().execute(deriveTiers)
    expect(await derivedPairs(db)).toEqual(all)
    await db.deleteFrom('unit').where('id', '=', 'kreis').execute()
    expect(await derivedPairs(db)).toEqual(all.filter((pair) => !pair.includes('kreis')))
  })

  it('takes one body where a region has two', async () => {
    const { db, importText } = await openWith([...units, { id: 'another-kreis', regionKey: '13074' }])
    await importText(executingTiersProfile, tiers)
    expect(await derivedPairs(db)).toContain('99012 13074 another-kreis')
    expect(await derivedPairs(db)).not.toContain('99012 13074 kreis')
  })

  it('lets what is recorded beat what is derived, until it is no longer recorded', async () => {
    const { db, importText } = await openWith([...units, { id: 'buergerbuero' }])
    await importText(executingTiersProfile, tiers)
    const table = 'leistungsschluessel,region_key,role,unit_id,note,basis\n'
    const contact = '99012008001000,13074,contact,kreis,,\n'
    const recorded =
      '99008001012000,130740087,responsible,buergerbuero,,\n99008001012000,130040000,responsible,schwerin,,\n'
    await importText(responsibilitiesProfile, table + contact + recorded)
    expect(await derivedPairs(db)).toEqual(all.filter((pair) => !pair.startsWith('99008')))
    await importText(responsibilitiesProfile, table + contact)
    expect(await derivedPairs(db)).toEqual(all)
  })

  it('takes back what followed from a tier that has gone or changed', async () => {
    const { db, importText } = await openWith(units)
    await importText(executingTiersProfile, tiers)
    const report = await importText(
      executingTiersProfile,
      `${header}99012008001000,Baugenehmigung,kreis,4,LBauO M-V § 57,\n`,
    )
    expect(report).toMatchObject({ written: 1, deleted: 2 })
    expect(await derivedPairs(db)).toEqual(['99012 13004 schwerin', '99012 13074 kreis'])
  })

  it.each([
    ['99,Kurz,kreis,2,,', /14 digits/],
    ['99041006017001,Amt,amt,2,,', /The tier is one of gemeinde-amt, kreis/],
    ['99008001012000,Noch einmal,kreis,2,,', /twice/],
  ])('rejects %s', async (line, reason) => {
    const { importText } = await openWith(units)
    const report = await importText(executingTiersProfile, `${tiers}${line}\n`)
    expect(report).toMatchObject({ written: 3, rejected: [{ line: 5, reason }] })
  })
})
