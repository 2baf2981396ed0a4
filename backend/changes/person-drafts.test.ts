import { beforeEach, expect, test } from 'vitest'
import type { HistoryItem, Problem } from '@amtsweg/contract'
import { addTestToken, editing, testStart } from '../access/testing.ts'
import { erika, openTown, personId } from '../directory/testing.ts'
import { createApp } from '../http/app.ts'

const subject = `/people/${personId(1)}/record`
const path = '/drafts/draft-0001'

let town: Awaited<ReturnType<typeof openTown>>
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  town = await openTown()
  app = createApp({ database: town.database, now: () => testStart })
})
const ask = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  to: string,
  { token = town.token, ...more }: { token?: string; match?: string | null; body?: unknown } = {},
) => app.request(`/api/v1${to}`, editing(method, { token, ...more }))
const codeOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code]

test('a draft of a person is seen and touched by nobody who must not write of people', async () => {
  const body = { subject, wanted: erika, basedOn: null }
  const kept = await ask('PUT', path, { match: 'new', body })
  expect(kept.status).toBe(200)
  const by = {
    token: await addTestToken(town.db, 'hagenow', ['units:write', 'services:write']),
    match: kept.headers.get('etag'),
  }
  for (const refused of [
    await ask('GET', path, by),
    await ask('PUT', path, { ...by, body }),
    await ask('POST', `${path}/publish`, by),
    await ask('DELETE', path, by),
    await ask('PUT', '/drafts/draft-0002', { ...by, match: 'new', body }),
  ])
    expect(await codeOf(refused)).toEqual([403, 'scope-missing'])
  expect(await (await ask('GET', '/drafts', by)).json()).toEqual({ items: [], next: null })
})

test('a draft of a person is published by who may write of people, and lists name nobody before', async () => {
  const kept = await ask('PUT', path, { match: 'new', body: { subject, wanted: erika, basedOn: null } })
  expect(await (await ask('GET', '/drafts')).text()).not.toContain(erika.familyName)
  expect((await ask('POST', `${path}/publish`, { match: kept.headers.get('etag') })).status).toBe(200)
  expect(await (await ask('GET', subject)).json()).toMatchObject({ familyName: erika.familyName })
  const { items } = (await (await ask('GET', '/history')).json()) as { items: HistoryItem[] }
  expect(items[0]).toMatchObject({ subject, name: expect.stringContaining(erika.familyName) as string })
})
