import { beforeEach, describe, expect, test } from 'vitest'
import type { PersonEditState, PersonRecordPage, Problem } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addTestToken, editing } from '../access/testing.ts'
import { erika, openTown, personId } from './testing.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeEach(async () => {
  town = await openTown()
})

const read = async (number: number, token = town.token) =>
  town.app.request(town.pathOf(number), editing('GET', { token }))
const codeOf = async (response: Response) => ((await response.json()) as Problem).code
const { naming: _, ...unnamed } = erika

describe('a person whom a town keeps', () => {
  test('is told back with all that was sent, and can be sent again as it is', async () => {
    expect((await town.put(1, erika)).status).toBe(200)
    const response = await read(1)
    const { id, origin, ...body } = (await response.json()) as PersonEditState
    expect({ id, origin, body }).toEqual({ id: personId(1), origin: 'desk', body: erika })
    const again = await town.put(1, body, response.headers.get('etag')!)
    expect(again.status).toBe(200)
    expect((await listAudit(town.db, { limit: 9 })).map(({ action }) => action)).toEqual(['person.put'])
  })

  test('is kept by nobody else', async () => {
    const response = await read(1)
    expect([response.status, await codeOf(response)]).toEqual([404, 'person-unknown'])
    await town.put(1, erika)
    expect(response.headers.get('cache-control') ?? '').not.toContain('public')
    expect((await read(1)).headers.get('cache-control')).toBe('private, no-cache')
  })

  test('is not written over what somebody else wrote meanwhile', async () => {
    await town.put(1, erika)
    const { headers } = await read(1)
    await town.put(1, unnamed, '*')
    expect((await town.put(1, erika, headers.get('etag')!)).status).toBe(412)
  })

  test('is gone as a whole', async () => {
    await town.put(1, erika)
    const response = await town.app.request(town.pathOf(1), editing('DELETE', { token: town.token, match: '*' }))
    expect(response.status).toBe(204)
    expect(await town.db.selectFrom('person').selectAll().execute()).toEqual([])
    expect(await town.db.selectFrom('person_word').selectAll().execute()).toEqual([])
  }) // prettier-ignore

  test('keeps an office of theirs from being deleted', async () => {
    const path = '/api/v1/units/amt/record'
    const unit = { tier: 'municipal', regionKey: '130760060', names: { de: 'Amt' } }
    await town.app.request(path, editing('PUT', { token: town.token, body: unit, match: 'new' }))
    await town.put(1, { ...erika, functions: [{ unitId: 'amt', names: { de: 'Leitung' } }] })
    const refused = await town.app.request(path, editing('DELETE', { token: town.token, match: '*' }))
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'still-named'])
  })

  test('leaves no name in the trail of changes', async () => {
    await town.put(1, erika)
    expect(JSON.stringify(await listAudit(town.db, { limit: 9 }))).not.toMatch(/Erika|M.ster/)
  })
})

describe('what is refused', () => {
  test.each([
    ['a field that nobody may keep', { ...erika, birthday: '1980-01-01' }, 422, 'invalid-body', ''],
    ['a field in a function', { ...erika, functions: [{ ...erika.functions[0], salary: 1 }] }, 422, 'invalid-body', '/functions/0'],
    ['nobody’s name', { ...erika, familyName: ' ' }, 422, 'invalid-body', '/familyName'],
    ['somebody without an office', { ...erika, functions: [] }, 422, 'invalid-body', '/functions'],
    ['an office that is none', { ...erika, functions: [{ unitId: 'x', names: { de: 'Amt' } }] }, 422, 'invalid-body', '/functions/0/unitId'],
    ['a function without German words', { ...erika, functions: [{ unitId: 'rathaus', names: { en: 'x' } }] }, 422, 'invalid-body', '/functions/0/names'],
    ['an office of another town', { ...erika, functions: [{ unitId: 'landhagen-amt', names: { de: 'Amt' } }] }, 403, 'not-yours', undefined],
    ['a number that is none', { ...erika, contacts: [{ kind: 'phone', value: 'javascript:x' }] }, 422, 'invalid-body', '/contacts/0'],
    ['consent from tomorrow', { ...erika, naming: { basis: 'consent', since: '2026-11-24' } }, 422, 'invalid-body', '/naming/since'],
    ['an absence that ends before it begins', { ...erika, absence: { from: '2026-12-02', until: '2026-12-01' } }, 422, 'invalid-body', '/absence'],
    ['standing in for oneself', { ...erika, substitute: { id: personId(1) } }, 422, 'invalid-body', '/substitute'],
    ['somebody unknown who stands in', { ...erika, substitute: { id: personId(9) } }, 422, 'invalid-body', '/substitute/id'],
  ])('%s', async (_name, body, status, code, pointer) => {
    const response = await town.put(1, body)
    const problem = (await response.json()) as Problem
    expect([response.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([status, code, pointer])
    expect(await town.db.selectFrom('person').selectAll().execute()).toEqual([])
  }) // prettier-ignore

  test('an id that tells a name', async () => {
    const path = '/api/v1/people/erika-muster/record'
    const response = await town.app.request(path, editing('PUT', { token: town.token, body: erika, match: 'new' }))
    expect([response.status, await codeOf(response)]).toEqual([400, 'invalid-path'])
  }) // prettier-ignore

  test('another town’s person, to read, to write and to delete', async () => {
    await town.put(1, erika)
    const token = await addTestToken(town.db, 'landhagen')
    const asked = [
      await read(1, token),
      await town.put(1, erika, '*', token),
      await town.app.request(town.pathOf(1), editing('DELETE', { token, match: '*' })),
    ]
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403])
  })

  test('who comes without the scope, or without a token', async () => {
    await town.put(1, erika)
    const token = await addTestToken(town.db, 'hagenow', ['units:write'])
    expect((await read(1, token)).status).toBe(403)
    expect((await town.app.request(town.pathOf(1))).status).toBe(401)
    expect((await town.app.request('/api/v1/people/records')).status).toBe(401)
  })
})

describe('the list of one’s own people', () => {
  const list = async (query = '', token = town.token) =>
    (await (
      await town.app.request(`/api/v1/people/records${query}`, editing('GET', { token }))
    ).json()) as PersonRecordPage

  beforeEach(async () => {
    await town.put(1, { ...unnamed, familyName: 'Zander' })
    await town.put(2, { ...erika, familyName: 'Ähre' })
    await town.put(3, { ...erika, functions: [{ unitId: 'archiv', names: { de: 'Archiv' } }] })
  })

  test('is sorted by name, whether it is shown to citizens or not', async () => {
    expect((await list()).items.map(({ familyName }) => familyName)).toEqual(['Ähre', 'Müster', 'Zander'])
    expect((await list('?unit=archiv')).items.map(({ id }) => id)).toEqual([personId(3)])
  })

  test('is read page by page, with no name in the address', async () => {
    const first = await list('?limit=2')
    expect(Buffer.from(first.next!, 'base64url').toString()).not.toMatch(/muester|ster/i)
    expect((await list(`?limit=2&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual([personId(1)])
  })

  test('holds nobody of another authority', async () => {
    expect((await list('', await addTestToken(town.db, 'landhagen'))).items).toEqual([])
  })
})
