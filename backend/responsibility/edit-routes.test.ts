import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, Responsibility } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db, OpenDatabase } from '../database/database.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { createApp } from '../http/app.ts'
import { importContent } from '../import/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { importServices, service } from '../services/testing.ts'
import { executingTiersProfile } from './import-executing-tiers.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { responsibilityDerivations } from './index.ts'

const hagenow = '130760060'
const key = '99102013000000'
const path = `/api/v1/services/hund/responsibilities/${hagenow}`

const importExecutingTiers = (db: Db, leistungsschluessel: string) =>
  importContent(db, {
    profile: executingTiersProfile,
    content: `leistungsschluessel,title,tier,typisierung,source,note\n${leistungsschluessel},Hund,gemeinde-amt,,KV M-V,\n`,
    derivations: responsibilityDerivations,
  })
const importRecorded = (db: Db, row: string) =>
  importContent(db, {
    profile: responsibilitiesProfile,
    content: `leistungsschluessel,region_key,role,unit_id,note,basis\n${row}\n`,
    derivations: responsibilityDerivations,
  })

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [service('hund', { leistungsschluessel: key }), service('markt')])
  await importUnits(db, [
    unit('rathaus', { regionKey: hagenow, general: true }),
    unit('steueramt', { parentId: 'rathaus' }),
    unit('kreis', { regionKey: '13076', general: true }),
  ])
  await importExecutingTiers(db, key)
  await addAuthority(db, 'hagenow', hagenow)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const put = async (items: readonly object[], address = path, match = 'new') =>
  app.request(address, editing('PUT', { token, body: { items }, match }))
const answer = async (area = `${hagenow}060`, of = 'hund') => {
  const response = await app.request(`/api/v1/responsibilities?service=${of}&area=${area}`)
  const found = (await response.json()) as Responsibility
  return found.status === 'resolved'
    ? [...found.units, ...found.others].map((one) => `${one.role} ${one.unit.id}`)
    : found.status
}
const codeOf = async (response: Response) => ((await response.json()) as Problem).code
const steueramt = { unit: 'steueramt', role: 'responsible', basis: 'Hauptsatzung § 3' }

describe('who answers for a service, as a town itself says', () => {
  test('is what everybody is told at once, instead of what follows from the tiers', async () => {
    expect(await answer()).toEqual(['responsible rathaus'])
    const response = await put([steueramt, { unit: 'rathaus', role: 'intake' }])
    expect(response.status, await response.clone().text()).toBe(200)
    expect(await response.json()).toEqual({
      service: 'hund',
      regionKey: hagenow,
      items: [{ unit: 'rathaus', role: 'intake' }, steueramt],
    })
    expect(await answer()).toEqual(['responsible steueramt', 'intake rathaus'])
  })

  test('leaves what follows from the tiers where only others are named', async () => {
    await put([{ unit: 'steueramt', role: 'contact' }])
    expect(await answer()).toEqual(['responsible rathaus', 'contact steueramt'])
  })

  test('may name what follows from the tiers anyway', async () => {
    expect((await put([{ unit: 'rathaus', role: 'responsible' }])).status).toBe(200)
    expect(await answer()).toEqual(['responsible rathaus'])
  })

  test('may name an office of another authority', async () => {
    await put([{ unit: 'kreis', role: 'responsible' }])
    expect(await answer()).toEqual(['responsible kreis'])
  })

  test('when it is taken back, what follows from the tiers holds again', async () => {
    await put([steueramt])
    expect((await app.request(path, editing('DELETE', { token, match: '*' }))).status).toBe(204)
    expect(await answer()).toEqual(['responsible rathaus'])
    expect((await listAudit(database.db, { limit: 9 })).map(({ action }) => action)).toEqual([
      'responsibilities.delete',
      'responsibilities.put',
    ])
  })

  test('holds for a service without a Leistungsschluessel too', async () => {
    expect(await answer(hagenow, 'markt')).toBe('unrecorded')
    await put([steueramt], path.replace('hund', 'markt'))
    expect(await answer(hagenow, 'markt')).toEqual(['responsible steueramt'])
    await app.request(path.replace('hund', 'markt'), editing('DELETE', { token, match: '*' }))
    expect(await answer(hagenow, 'markt')).toBe('unrecorded')
  })

  test('the slower of two editors is told', async () => {
    const tag = (await app.request(path)).headers.get('etag')!
    expect((await put([steueramt], path, tag)).status).toBe(200)
    expect((await put([{ unit: 'kreis', role: 'responsible' }], path, tag)).status).toBe(412)
    expect(await answer()).toEqual(['responsible steueramt'])
  })

  test('an office that is named stays until another is', async () => {
    const office = '/api/v1/units/hagenow-amt/record'
    const body = { tier: 'municipal', regionKey: hagenow, names: { de: 'Amt' } }
    await app.request(office, editing('PUT', { token, body, match: 'new' }))
    await put([{ unit: 'hagenow-amt', role: 'responsible' }])
    const remove = async () => (await app.request(office, editing('DELETE', { token, match: '*' }))).status
    expect(await remove()).toBe(409)
    await put([steueramt], path, '*')
    expect(await remove()).toBe(204)
  })
})

test('a new general office of a town answers at once for what follows from the tiers', async () => {
  const { db } = database
  await addAuthority(db, 'land', '13')
  const ofLand = await addTestToken(db, 'land')
  const gnoien = '/api/v1/units/gnoien/record'
  expect(await answer('130725254111')).toBe('unrecorded')
  const body = { tier: 'municipal', regionKey: '130725254', general: true, names: { de: 'Amt Gnoien' } }
  await app.request(gnoien, editing('PUT', { token: ofLand, body, match: 'new' }))
  expect(await answer('130725254111')).toEqual(['responsible gnoien'])
  await app.request(gnoien, editing('DELETE', { token: ofLand, match: '*' }))
  expect(await answer('130725254111')).toBe('unrecorded')
})

describe('who may not', () => {
  test.each([
    ['another area', [steueramt], '/api/v1/services/hund/responsibilities/13076', 403, 'not-yours'],
    ['no service', [steueramt], path.replace('hund', 'nothing'), 404, 'service-unknown'],
    ['no area', [steueramt], path.replace(hagenow, '99'), 404, 'area-unknown'],
    ['an office that nobody knows', [{ unit: 'x', role: 'responsible' }], path, 422, 'invalid-body'],
    ['the same twice', [steueramt, steueramt], path, 422, 'invalid-body'],
    ['a role that is none', [{ unit: 'rathaus', role: 'boss' }], path, 422, 'invalid-body'],
  ])('%s', async (_name, items, address, status, code) => {
    const response = await put(items, address)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  test('an import that has recorded somebody there keeps it', async () => {
    await importRecorded(database.db, `${key},${hagenow},responsible,kreis,,`)
    const response = await put([steueramt])
    expect([response.status, await codeOf(response)]).toEqual([409, 'kept-by-import'])
    expect(await answer()).toEqual(['responsible kreis'])
  })

  test('an import does not take back what a town says itself', async () => {
    await put([steueramt])
    await importRecorded(database.db, `${key},13076,responsible,kreis,,`)
    expect(await answer()).toEqual(['responsible steueramt'])
  })
})
