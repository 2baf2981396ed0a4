import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, Unit } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import type { UnitEditState } from './own-unit.ts'
import { importUnits, unit } from './testing.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const path = '/api/v1/units/hagenow-rathaus/record'
const hoursPath = '/api/v1/units/hagenow-rathaus/hours'

/** An office with one of everything that can be said of one. */
const townHall = {
  tier: 'municipal',
  regionKey: hagenow,
  general: true,
  identifiers: [{ schemeAgencyId: 'town', schemeId: 'oe', value: '10' }],
  names: { de: 'Rathaus', en: 'Town hall' },
  descriptions: { de: 'Eingang am Hof' },
  addresses: [{ kind: 'visitor', street: 'Markt', houseNumber: '1', postcode: '19230', city: 'Hagenow' }],
  position: { lat: 53.43, lon: 11.19 },
  contacts: [{ kind: 'website', value: 'https://www.destatis.de/rathaus' }],
  hours: { spans: [{ weekday: 1, opens: '09:00', closes: '12:00' }], exceptions: [] },
  accessibility: { stepFree: 'yes' },
}

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importUnits(db, [
    unit('hagenow-alt', { regionKey: hagenow }),
    unit('landhagen-amt', { regionKey: landhagen }),
    unit('landhagen-teil', { parentId: 'landhagen-amt' }),
  ])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  token = await addTestToken(db, 'hagenow')
  // A Monday, ten o'clock in Hagenow.
  app = createApp({ database, now: () => testStart })
})

const put = async (body: unknown, address = path, match = 'new') =>
  app.request(address, editing('PUT', { token, body, match }))
const remove = async (id: string) =>
  app.request(`/api/v1/units/${id}/record`, editing('DELETE', { token, match: '*' }))
const read = async (id = 'hagenow-rathaus') =>
  (await (await app.request(`/api/v1/units/${id}`)).json()) as Unit
const codeOf = async (response: Response) => ((await response.json()) as Problem).code

describe('an office that a town keeps itself', () => {
  test('is told back with all it was sent, and can be sent again as it is', async () => {
    const response = await put(townHall)
    expect(response.status, await response.clone().text()).toBe(200)
    const state = (await response.json()) as UnitEditState
    expect(state).toEqual({ id: 'hagenow-rathaus', ...townHall })
    const again = await put(state, path, response.headers.get('etag')!)
    expect([again.status, again.headers.get('etag')]).toEqual([200, response.headers.get('etag')])
    expect(await listAudit(database.db, { limit: 9 })).toHaveLength(1)
  })

  test('is read by all at once', async () => {
    await put(townHall)
    expect(await read()).toMatchObject({ name: 'Rathaus', openState: { state: 'open' }, invented: false })
    await put({ ...townHall, names: { de: 'Neues Rathaus' } }, path, '*')
    expect((await read()).name).toBe('Neues Rathaus')
  })

  test('may be a part of another', async () => {
    await put(townHall)
    const part = '/api/v1/units/hagenow-standesamt/record'
    const { regionKey: _, ...rest } = townHall
    expect((await put({ ...rest, general: false, parentId: 'hagenow-rathaus' }, part)).status).toBe(200)
    expect((await read('hagenow-standesamt')).parent).toEqual({ id: 'hagenow-rathaus', name: 'Rathaus' })
    expect((await put({ ...rest, parentId: 'hagenow-standesamt' }, path, '*')).status).toBe(422)
  })

  test('has its addresses looked at like any other', async () => {
    await put(townHall)
    const uses = () => database.db.selectFrom('link_use').select(['owner_id', 'url']).execute()
    expect(await uses()).toEqual([{ owner_id: 'hagenow-rathaus', url: 'https://www.destatis.de/rathaus' }])
    await remove('hagenow-rathaus')
    expect(await uses()).toEqual([])
  })

  test('goes, unless somebody still refers to it', async () => {
    await put(townHall)
    const { db } = database
    await db
      .insertInto('responsibility')
      .values({
        service_key: 'x',
        region_key: landhagen,
        role: 'responsible',
        unit_id: 'hagenow-rathaus',
        source_id: 'authority-hagenow',
      })
      .execute()
    const refused = await remove('hagenow-rathaus')
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'still-named'])
    await db.deleteFrom('responsibility').execute()
    expect((await remove('hagenow-rathaus')).status).toBe(204)
    expect((await app.request('/api/v1/units/hagenow-rathaus')).status).toBe(404)
  })

  test('is not taken over by an import of the same id', async () => {
    await put(townHall)
    const report = await importUnits(database.db, [unit('hagenow-rathaus')])
    expect(report.rejected).toMatchObject([
      { reason: expect.stringContaining('authority-hagenow') as string },
    ])
    expect((await read()).name).toBe('Rathaus')
  })
})

describe('the hours of an office', () => {
  const closed = { from: '2026-11-23', to: '2026-11-23', spans: [], reason: 'Personalversammlung' }

  test('change at once whether it is open now', async () => {
    await put(townHall)
    const tag = (await app.request(hoursPath)).headers.get('etag')!
    expect((await put({ ...townHall.hours, exceptions: [closed] }, hoursPath, tag)).status).toBe(200)
    expect((await read()).openState).toMatchObject({ state: 'closed', reason: 'Personalversammlung' })
    expect((await read()).name).toBe('Rathaus')
    expect((await put(townHall.hours, hoursPath, tag)).status).toBe(412)
  })

  test('can be taken away', async () => {
    await put(townHall)
    await put({ spans: [], exceptions: [] }, hoursPath, '*')
    expect(await read()).not.toHaveProperty('hours')
    expect((await listAudit(database.db, { limit: 1 }))[0]).toMatchObject({
      action: 'hours.put',
      after: null,
    })
  })

  test.each([
    ['a time that is none', { spans: [{ weekday: 1, opens: '9 Uhr', closes: '12:00' }], exceptions: [] }],
    ['a weekday that is none', { spans: [{ weekday: 8, opens: '09:00', closes: '12:00' }], exceptions: [] }],
    ['nothing', {}],
  ])('%s is refused', async (_name, body) => {
    await put(townHall)
    expect((await put(body, hoursPath, '*')).status).toBe(422)
  })

  test.each([
    ['another town’s', 'landhagen-amt', 403, 'not-yours'],
    ['a part of another town’s', 'landhagen-teil', 403, 'not-yours'],
    ['an imported one’s', 'hagenow-alt', 409, 'kept-by-import'],
    ['nobody’s', 'nothing', 404, 'unit-unknown'],
  ])('are not set for %s', async (_name, id, status, code) => {
    const response = await put(townHall.hours, `/api/v1/units/${id}/hours`, '*')
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })
})

describe('what cannot be written', () => {
  const { regionKey: _, ...nowhere } = townHall
  test.each([
    ['an office of another town', '/api/v1/units/landhagen-amt/record', townHall, 403, 'not-yours'],
    ['one that an import keeps', '/api/v1/units/hagenow-alt/record', townHall, 409, 'kept-by-import'],
    ['a new one for another town', path, { ...townHall, regionKey: landhagen }, 403, 'not-yours'],
    ['a new one for nowhere', path, nowhere, 403, 'not-yours'],
    ['a part of another town’s', path, { ...nowhere, parentId: 'landhagen-amt' }, 403, 'not-yours'],
    ['one here and there', path, { ...townHall, parentId: 'landhagen-amt' }, 403, 'not-yours'],
    ['a part of itself', path, { ...nowhere, parentId: 'hagenow-rathaus' }, 422, 'invalid-body'],
    ['a part of nothing', path, { ...nowhere, parentId: 'nothing' }, 422, 'invalid-body'],
    ['one in no area', path, { ...townHall, regionKey: '99' }, 404, 'area-unknown'],
    ['one without a name', path, { ...townHall, names: { en: 'Hall' } }, 422, 'invalid-body'],
    ['one whose name fills a page', path, { ...townHall, names: { de: 'x'.repeat(501) } }, 422, 'invalid-body'],
    ['one in a language that is none', path, { ...townHall, names: { de: 'Rathaus', 'de en': 'x' } }, 422, 'invalid-body'],
    ['a way to reach it that does something', path, { ...townHall, contacts: [{ kind: 'website', value: 'javascript:x' }] }, 422, 'invalid-body'],
  ])('%s', async (_name, address, body, status, code) => {
    const response = await put(body, address)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
    expect(await listAudit(database.db, { limit: 9 })).toEqual([])
  }) // prettier-ignore

  test('nor deleted', async () => {
    const answers = await Promise.all(['landhagen-amt', 'hagenow-alt', 'nothing'].map(remove))
    expect(answers.map(({ status }) => status)).toEqual([403, 409, 404])
  })
})
