import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Problem,
  ResponsibilityMap,
  type ResponsibilityRecords,
  type ResponsibilityReport,
} from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { createApp } from '../http/app.ts'
import { importContent } from '../import/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { importServices, service } from '../services/testing.ts'
import { executingTiersProfile } from './import-executing-tiers.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { responsibilityDerivations } from './index.ts'

const hund = '99102013000000'
const markt = '99102014000000'

const record = (db: Db, ...rows: readonly string[]) =>
  importContent(db, {
    profile: responsibilitiesProfile,
    content: `leistungsschluessel,region_key,role,unit_id,note,basis\n${rows.join('\n')}\n`,
    derivations: responsibilityDerivations,
  })

let db: Db
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  const database = await openPlaces()
  ;({ db } = database)
  await importServices(db, [
    service('hund', { leistungsschluessel: hund, titles: { de: 'Hundesteuer' } }),
    service('markt', { leistungsschluessel: markt, titles: { de: 'Markt' } }),
  ])
  await importUnits(db, [unit('amt', { names: { de: 'Amt' } }), unit('rathaus'), unit('kreis')])
  await addAuthority(db, 'kreis', '13076')
  token = await addTestToken(db, 'kreis')
  app = createApp({ database, now: () => testStart })
})

const ask = async <Answer>(address: string) => {
  const response = await app.request(`/api/v1${address}`, editing('GET', { token }))
  return (await response.json()) as Answer
}
const report = (query = '') => ask<ResponsibilityReport>(`/responsibility-report${query}`)

describe('gaps', () => {
  test('are services that nobody answers for, in how many Gemeinden, with some of them', async () => {
    await record(db, `${hund},13076,responsible,kreis,,`)
    const { area, counts, items } = await report()
    expect(area.regionKey).toBe('13076')
    expect(counts.services).toBe(1)
    expect(items).toMatchObject([
      { kind: 'service', service: { id: 'markt', title: 'Markt', leistungsschluessel: markt } },
    ])
    const [gap] = items
    expect(gap?.kind === 'service' && gap.missing === gap.of && gap.missing > 0).toBe(true)
    expect(gap?.kind === 'service' && gap.examples[0]?.regionKey.startsWith('13076')).toBe(true)
  })

  test('tell who executes the service, where the tiers say so', async () => {
    await importContent(db, {
      profile: executingTiersProfile,
      content: `leistungsschluessel,title,tier,typisierung,source,note\n${markt},Markt,land,,KV M-V,\n`,
      derivations: responsibilityDerivations,
    })
    const tiers = (await report()).items.map((one) => one.kind === 'service' && [one.service.id, one.tier])
    expect(tiers).toContainEqual(['markt', 'land'])
  })

  test('are told by Gemeinde, a page at a time', async () => {
    await record(db, `${hund},13076,responsible,kreis,,`)
    const first = await report('?find=places&limit=1')
    expect(first.items).toMatchObject([{ kind: 'place', missing: 1, of: 2 }])
    expect(first.total).toBe(first.counts.places)
    const second = await report(`?find=places&limit=1&cursor=${first.next}`)
    expect(second.items).not.toEqual(first.items)
  })

  test('of a smaller area are those of its Gemeinden', async () => {
    await record(db, `${hund},13,responsible,kreis,,`, `${markt},130760060060,responsible,amt,,`)
    expect((await report('?area=130760060060')).counts).toEqual({ services: 0, places: 0, overlaps: 0 })
  })

  test('close as soon as an editor names somebody', async () => {
    expect((await report()).counts.services).toBe(2)
    const body = { items: [{ unit: 'kreis', role: 'responsible' }] }
    const put = editing('PUT', { token, body, match: 'new' })
    expect((await app.request('/api/v1/services/hund/responsibilities/13076', put)).status).toBe(200)
    expect((await report()).counts.services).toBe(1)
  })
})

describe('overlaps', () => {
  const two = (first: string, second: string) =>
    record(db, `${hund},13076,responsible,kreis,${first},`, `${hund},13076,responsible,amt,${second},`)

  test('are several units for the same with nothing to tell them apart', async () => {
    await two('', '')
    expect((await report('?find=overlaps')).items).toEqual([
      {
        kind: 'overlap',
        service: { id: 'hund', title: 'Hundesteuer', leistungsschluessel: hund },
        area: { regionKey: '13076', name: expect.any(String) as string },
        role: 'responsible',
        units: [expect.objectContaining({ id: 'amt' }), expect.objectContaining({ id: 'kreis' })],
      },
    ])
  })

  test('are none where the notes say whose is what', async () => {
    await two('Buchstaben A bis K', 'Buchstaben L bis Z')
    expect((await report('?find=overlaps')).total).toBe(0)
  })

  test('are some where only one has a note', async () => {
    await two('Buchstaben A bis K', '')
    expect((await report('?find=overlaps')).total).toBe(1)
  })
})

describe('records', () => {
  const records = (query = '') => ask<ResponsibilityRecords>(`/responsibility-records${query}`)

  test('tell what holds in the area and around it, and where it comes from', async () => {
    await record(
      db,
      `${hund},13,responsible,kreis,,KV M-V`,
      `${markt},130760060060,contact,amt,,`,
      `${markt},13074,contact,amt,,`,
    )
    const { items, total } = await records()
    expect(total).toBe(2)
    expect(items).toMatchObject([
      { service: { title: 'Hundesteuer' }, area: { regionKey: '13' }, basis: 'KV M-V', origin: 'imported' },
      { service: { title: 'Markt' }, role: 'contact', unit: { id: 'amt' } },
    ])
  })

  test.each([
    ['?service=hund', 1],
    [`?service=${markt}`, 1],
    ['?unit=amt', 1],
    ['?unit=rathaus', 0],
    ['?area=130760060060', 2],
  ])('can be asked for by service, unit and place: %s', async (query, count) => {
    await record(db, `${hund},13,responsible,kreis,,`, `${markt},130760060060,contact,amt,,`)
    expect((await records(query)).total).toBe(count)
  })
})

describe('the map of a service', () => {
  const map = async (query: string) => ResponsibilityMap.parse(await ask(`/responsibility-map?${query}`))
  const told = async (query: string) => {
    const { answers, areas } = await map(query)
    return areas.map(({ name, answer }) => {
      const { kind, units } = answers[answer]!
      return [name, kind, ...units.map(({ id }) => id)].join(' ')
    })
  }

  test('tells who is responsible in each Gemeinde, and where nobody or several are', async () => {
    await record(
      db,
      `${hund},130760060,responsible,rathaus,,`,
      `${hund},130765659001,responsible,amt,,`,
      `${hund},130765659001,responsible,kreis,,`,
    )
    expect(await told('service=hund')).toEqual([
      'Hagenow answered rathaus',
      'Bandenitz gap',
      'Toddin gap',
      'Alt Krenzlin overlap amt kreis',
    ])
  })

  test('tells where it is recorded, and how that is known', async () => {
    await record(db, `${hund},13,responsible,kreis,,`, `${hund},130760060,responsible,rathaus,Zimmer 3,`)
    const { service, area, answers } = await map(`service=${hund}`)
    expect(service).toEqual({ id: 'hund', title: 'Hundesteuer', lang: 'de' })
    expect(area).toEqual({ regionKey: '13076', name: 'Ludwigslust-Parchim' })
    expect(answers).toMatchObject([
      { recordedFor: { regionKey: '13' }, units: [{ id: 'kreis', origin: 'imported' }] },
      { recordedFor: { regionKey: '130760060' }, units: [{ id: 'rathaus', note: 'Zimmer 3' }] },
    ])
    expect(answers[1]!.units[0]!.name).toEqual(expect.any(String))
  })

  test('shows what an editor has just said, and what is not offered', async () => {
    const body = { items: [{ unit: 'kreis', role: 'responsible' }] }
    const put = editing('PUT', { token, body, match: 'new' })
    await app.request('/api/v1/services/hund/responsibilities/13076', put)
    const { answers } = await map('service=hund&area=130760060060')
    expect(answers).toMatchObject([{ kind: 'answered', units: [{ id: 'kreis', origin: 'own' }] }])
    const withdraw = editing('PUT', { token, body: { reasons: { de: 'Nein' } }, match: 'new' })
    expect((await app.request('/api/v1/services/hund/withdrawals/130760060060', withdraw)).status).toBe(200)
    expect((await told('service=hund'))[0]).toBe('Hagenow absent')
  })

  test.each([
    ['service=hund&area=13', 'not-yours'],
    ['service=hund&area=99', 'area-unknown'],
    ['service=unbekannt', 'service-unknown'],
    ['area=13076', 'invalid-query'],
  ])('%s is refused: %s', async (query, code) => {
    expect((await ask<Problem>(`/responsibility-map?${query}`)).code).toBe(code)
  })
})

test.each(['/responsibility-report', '/responsibility-records'])(
  '%s speaks of nobody else’s area',
  async (path) => {
    expect((await ask<Problem>(`${path}?area=13`)).code).toBe('not-yours')
    expect((await ask<Problem>(`${path}?area=99`)).code).toBe('area-unknown')
    expect((await ask<Problem>(`${path}?cursor=x`)).code).toBe('invalid-cursor')
  },
)
