import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '@amtsweg/contract'
import { listAudit, listTokens, revokeToken } from '../access/index.ts'
import { addAuthority, addTestToken, bodyAfter, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openPlaces } from '../places/testing.ts'
import { createApp } from './app.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const office = (regionKey: string) => ({ tier: 'municipal', regionKey, names: { de: `Amt ${regionKey}` } })
const service = (regionKey: string) => ({
  ...{ regionKey, audience: ['citizen'], titles: { de: `Markt ${regionKey}` } },
  modules: [],
})

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let tokens: { readonly hagenow: string; readonly landhagen: string }
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  tokens = {
    hagenow: await addTestToken(db, 'hagenow'),
    landhagen: await addTestToken(db, 'landhagen'),
  }
  app = createApp({ database, now: () => testStart })
})

type Who = keyof typeof tokens
const put = (who: Who, path: string, body: unknown, match = 'new') =>
  app.request(`/api/v1${path}`, editing('PUT', { token: tokens[who], body, match }))
const putAfter = (who: Who, path: string, body: unknown, first: () => unknown, what = '*') =>
  app.request(
    `/api/v1${path}`,
    bodyAfter(editing('PUT', { token: tokens[who], body, match: what }) as RequestInit, first),
  )
const problemOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code]
const read = async (path: string): Promise<unknown> => (await app.request(`/api/v1${path}`)).json()

describe('while the body of a change is still on its way', () => {
  test.each([
    ['an office', '/units/rathaus/record', office],
    ['a service', '/services/markt/record', service],
  ])('%s that another town has made meanwhile stays that town’s', async (_name, path, of) => {
    const response = await putAfter('landhagen', path, of(landhagen), () => put('hagenow', path, of(hagenow)))
    expect(await problemOf(response)).toEqual([403, 'not-yours'])
    expect(await read(path)).toMatchObject({ regionKey: hagenow })
    expect(await listAudit(database.db, { authority: 'landhagen', limit: 1 })).toEqual([])
  })

  test('a token that is revoked opens nothing any more', async () => {
    const revoke = async () => {
      const [token] = await listTokens(database.db, 'hagenow')
      await database.db.transaction().execute((trx) => revokeToken(trx, token!.id, testStart.toISOString()))
    }
    const response = await putAfter('hagenow', '/units/rathaus/record', office(hagenow), revoke)
    expect(await problemOf(response)).toEqual([401, 'token-invalid'])
    expect((await app.request('/api/v1/units/rathaus')).status).toBe(404)
  })

  test('a town that is registered meanwhile is nobody else’s any more', async () => {
    await put('hagenow', '/services/markt/record', service(hagenow))
    const gemeinde = '130760060060'
    const response = await putAfter(
      'hagenow',
      `/services/markt/withdrawals/${gemeinde}`,
      { reasons: { de: 'Zieht um' } },
      () => addAuthority(database.db, 'kern', gemeinde),
      'new',
    )
    expect(await problemOf(response)).toEqual([403, 'not-yours'])
  })
})
