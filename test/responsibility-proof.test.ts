import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '@amtsweg/backend/database/database.ts'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { openImportFile, readCsv, runImport } from '@amtsweg/backend/import/index.ts'
import { describeRegisters, testFile } from '@amtsweg/backend/import/testing.ts'
import { derivations, planFolder } from '@amtsweg/backend/profiles.ts'
import {
  findResponsibility,
  responsibilityDerivations,
  type Where,
} from '@amtsweg/backend/responsibility/index.ts'
import type { PlaceChoice, Responsibility } from '@amtsweg/contract'

const demoData = join(import.meta.dirname, '..', 'demo-site', 'data')
const csv = (path: string) => readCsv(openImportFile(path), []).map(({ value }) => value)
const tiers = csv(join(demoData, 'executing-tiers.csv'))
const expectations = csv(join(import.meta.dirname, 'responsibility-expectations.csv'))
const servicesOf = (...wanted: string[]) =>
  tiers.filter(({ tier = '' }) => wanted.includes(tier)).map((row) => row['leistungsschluessel'] ?? '')

/** The registers of all Germany as far as they decide who answers, and our own facts: texts, tiers, bodies of Land and Bund. */
const registers = ['gv100ad', 'area-changes', 'postcode-areas', 'place-names', 'mv-bodies']
const ownFacts = ['units', 'life-situations', 'services', 'executing-tiers', 'responsibilities']
const proofSteps = () =>
  planFolder(testFile('.')).steps.filter(({ profile }) => [...registers, ...ownFacts].includes(profile.name))

let db: Db
const view = { lang: 'de', now: new Date('2026-11-24T09:00:00Z') }
async function find(service: string, where: Where): Promise<Responsibility> {
  const answer = await findResponsibility(db, service, where, view)
  if ('unknown' in answer) throw new Error(`${answer.unknown} unknown: ${service} ${JSON.stringify(where)}`)
  return answer
}
const inArea = (service: string, area: string) => find(service, { by: 'area', area })
const inPostcode = (service: string, postcode: string) => find(service, { by: 'address', postcode })
const inPlace = (service: string, place: string) => find(service, { by: 'address', place })
const bodyOf = (answer: Responsibility) =>
  answer.status === 'resolved' ? answer.units.map(({ unit }) => unit.regionKey).join() : answer.status
const choicesOf = (answer: Responsibility): readonly PlaceChoice[] =>
  answer.status === 'ambiguous' ? answer.question.choices : []

const tiersOf = (answer: Responsibility) =>
  answer.status === 'resolved' ? [...new Set(answer.units.map(({ unit }) => unit.tier))] : [answer.status]
/** No court of Ruegen is recorded, so nobody may be named. */
const grundbuch = '99043006085000'

/** Inhabited Gemeinden of MV as the register lists them. */
const gemeindenOfMv = async () =>
  (
    await db
      .selectFrom('area')
      .select('region_key')
      .where('level', '=', 'gemeinde')
      .where('region_key', 'like', '13%')
      .where('ended_by', 'is', null)
      .where('uninhabited', '=', 0)
      .execute()
  ).map((row) => row.region_key)

async function postcodesOfMv(): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('postcode_area')
    .select('postcode')
    .distinct()
    .where('region_key', 'like', '13%')
    .orderBy('postcode')
    .execute()
  return rows.map((row) => row.postcode)
}

const kreise = ['13071', '13072', '13073', '13074', '13075', '13076', '130030000', '130040000']
const oneOfEachTier = ['99008001012000', '99089086060000', '99012008001000', '99041006017000']

describeRegisters('who answers in Mecklenburg-Vorpommern', () => {
  let gemeinden: readonly string[] = []
  beforeAll(async () => {
    db = (await openTestDatabase()).db
    await runImport(db, proofSteps(), {
      derivations: derivations.filter(({ name }) => !name.includes('search')),
    })
    gemeinden = await gemeindenOfMv()
  }, 120_000)

  test('the register lists 726 Gemeinden', () => {
    expect(gemeinden).toHaveLength(726)
  })

  test('each Gemeinde has exactly one of 116 bodies for every service of the Amt', async () => {
    for (const service of servicesOf('gemeinde-amt')) {
      const bodies = new Set<string>()
      for (const ars of gemeinden) {
        const body = bodyOf(await inArea(service, ars))
        expect(body, `${service} in ${ars}`).toBe(ars.slice(0, 9))
        bodies.add(body)
      }
      expect(bodies.size).toBe(116)
    }
  }, 300_000)

  test('each Gemeinde has exactly one of 8 Kreise and kreisfreie Staedte for every service of the Kreis', async () => {
    for (const service of servicesOf('kreis')) {
      const bodies = new Set<string>()
      for (const ars of gemeinden) bodies.add(bodyOf(await inArea(service, ars)))
      expect([...bodies].sort()).toEqual(kreise.toSorted())
    }
  }, 300_000)

  test('the four large towns answer themselves where the law says so, nobody else beside the Kreise', async () => {
    for (const service of servicesOf('kreis-gross')) {
      const bodies = new Set<string>()
      for (const ars of gemeinden) bodies.add(bodyOf(await inArea(service, ars)))
      expect(bodies.size).toBe(12)
    }
  }, 120_000)

  test('each of the 192 postcodes leads to at most one question, and its answer to an authority', async () => {
    const postcodes = await postcodesOfMv()
    expect(postcodes).toHaveLength(192)
    for (const service of oneOfEachTier)
      for (const postcode of postcodes) {
        const first = await inPostcode(service, postcode)
        for (const { regionKey } of choicesOf(first)) {
          const second = await inArea(service, regionKey)
          const expected =
            regionKey.startsWith('13') && service !== oneOfEachTier[3] ? 'resolved' : /resolved|unrecorded/
          expect(second.status, `${service} ${postcode} ${regionKey}`).toMatch(expected)
        }
      }
  }, 120_000)

  test('a question is asked for 44 postcodes of the Amt and for 9 of the Kreis', async () => {
    const asked = async (service: string) => {
      const answers = await Promise.all(
        (await postcodesOfMv()).map((postcode) => inPostcode(service, postcode)),
      )
      return answers.filter(({ status }) => status === 'ambiguous').length
    }
    expect(await asked('99008001012000')).toBe(44)
    expect(await asked('99089086060000')).toBe(9)
  }, 60_000)

  test.each([
    ['19230', '99008001012000', 'ambiguous'],
    ['19230', '99089086060000', '13076'],
    ['23968', '99008001012000', 'ambiguous'],
    ['23968', '99089086060000', '13074'],
    ['23968', '99012008001000', 'ambiguous'],
    ['19273', '99008001012000', 'ambiguous'],
    ['19273', '99089086060000', 'ambiguous'],
  ])('postcode %s for %s: %s', async (postcode, service, expected) => {
    expect(bodyOf(await inPostcode(service, postcode))).toBe(expected)
  })

  test('namesakes are asked about only where their authorities differ', async () => {
    const answer = await inPlace('99008001012000', 'Neuenkirchen')
    const inMv = choicesOf(answer).filter(({ regionKey }) => regionKey.startsWith('13'))
    expect(inMv.filter(({ label }) => label === 'Neuenkirchen')).toHaveLength(4)
    expect(new Set(inMv.map(({ detail }) => detail)).size).toBe(inMv.length)
    const papendorf = choicesOf(await inPlace('99107009017000', 'Papendorf')).map(
      ({ regionKey }) => regionKey,
    )
    expect(papendorf).toEqual(expect.arrayContaining(['130725263077', '130755560104']))
  })

  test('a village leads to its Gemeinde, a Gemeinde that has gone to its successor', async () => {
    expect(bodyOf(await inPlace('99008001012000', 'Bansin'))).toBe('130750049')
    expect(await inPlace('99008001012000', 'Gischow')).toMatchObject({ area: { regionKey: '130765655089' } })
  })

  test('nobody lives in coastal waters: uninhabited areas are unknown and never offered', async () => {
    const uninhabited = await db
      .selectFrom('area')
      .select('region_key')
      .where('uninhabited', '=', 1)
      .execute()
    const never = new Set(uninhabited.map((row) => row.region_key))
    expect(never.size).toBeGreaterThan(100)
    expect([...never].some((key) => key.startsWith('13000'))).toBe(true)
    for (const key of never)
      expect(await findResponsibility(db, '99008001012000', { by: 'area', area: key }, view)).toEqual({
        unknown: 'area',
      })
    const offered = [
      ...choicesOf(await inArea('99008001012000', '13')),
      ...(
        await Promise.all((await postcodesOfMv()).map((postcode) => inPostcode('99008001012000', postcode)))
      ).flatMap(choicesOf),
    ]
    expect(offered.filter(({ regionKey }) => never.has(regionKey))).toEqual([])
    expect(choicesOf(await inArea('99008001012000', '13'))).toHaveLength(726)
  }, 60_000)

  test.each(
    expectations.map((row) => [
      row['place'],
      row['leistungsschluessel'] ?? '',
      row['region_key'] ?? '',
      row['expected_region_key'],
    ]),
  )('%s: %s in %s is answered by %s', async (_, service, area, expected) => {
    const answer = await inArea(service, area)
    if (expected === '13') expect(tiersOf(answer)).toEqual([service === grundbuch ? 'unrecorded' : 'state'])
    else expect(bodyOf(answer)).toBe(expected)
  })

  test('a second import changes nothing', async () => {
    const content = async () => [
      await db.selectFrom('responsibility').selectAll().execute(),
      await db.selectFrom('executing_tier').selectAll().execute(),
    ]
    const before = await content()
    const reports = await runImport(db, proofSteps(), { derivations: responsibilityDerivations })
    expect(reports.filter(({ written, deleted }) => written + deleted > 0)).toEqual([])
    expect(await content()).toEqual(before)
  }, 120_000)
})
