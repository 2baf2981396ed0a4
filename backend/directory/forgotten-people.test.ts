import { beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from '@amtsweg/contract'
import { editing } from '../access/testing.ts'
import { applyPeopleImport, planPeopleImport } from './repository-people-import.ts'
import { erika, openTown, personId } from './testing.ts'

let town: Awaited<ReturnType<typeof openTown>>
beforeEach(async () => {
  town = await openTown()
})

const { naming: _, ...unnamed } = erika
const subject = `/people/${personId(1)}/record`
const ask = async (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown, match?: string) =>
  town.app.request(
    `/api/v1${path}`,
    editing(method, { token: town.token, body, ...(match ? { match } : {}) }),
  )
const etag = async (path: string) => (await ask('GET', path)).headers.get('etag')!
const draft = async (id: string, wanted: unknown) =>
  ask(
    'PUT',
    `/drafts/${id}`,
    { subject, wanted, basedOn: await etag(subject), note: 'Frau Müster heißt so' },
    'new',
  )
const act = async (id: string, name: string) =>
  ask('POST', `/drafts/${id}/${name}`, undefined, await etag(`/drafts/${id}`))

/** Names of tables in which a word stands anywhere. */
async function tablesWith(word: string): Promise<readonly string[]> {
  const tables = await town.db.introspection.getTables()
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await town.db
        .selectFrom(name as 'person')
        .selectAll()
        .execute()
      return JSON.stringify(rows).includes(word) ? [name] : []
    }),
  )
  return found.flat()
}

/** Written, corrected, drafted and published: the name is in every place that keeps it. */
async function leaveTraces() {
  await town.put(1, unnamed)
  await town.put(1, erika, '*')
  await draft('draft-0001', { ...erika, room: '13' })
  await act('draft-0001', 'publish')
  await draft('draft-0002', { ...erika, room: '14' })
  expect(await tablesWith('Müster')).toEqual(expect.arrayContaining(['edit_draft', 'edit_history', 'person']))
}

describe('a person who is deleted', () => {
  test('is named in no table any more, and that something was done stays', async () => {
    await leaveTraces()
    const gone = await ask('DELETE', subject, undefined, '*')
    expect([gone.status, gone.headers.get('amtsweg-change')]).toEqual([204, null])
    expect(await tablesWith('Müster')).toEqual([])
    expect(await tablesWith('e.muester')).toEqual([])
    const { items } = (await (await ask('GET', `/history?subject=${subject}`)).json()) as { items: object[] }
    expect(items).toHaveLength(4)
    expect(items).toMatchObject(Array.from({ length: 4 }, () => ({ kept: false })))
    expect((await ask('GET', '/drafts/draft-0002')).status).toBe(404)
    expect(await (await ask('GET', '/drafts/draft-0001')).json()).toMatchObject({
      state: 'published',
      base: null,
    })
  })

  test('is named in none either where a draft has deleted them', async () => {
    await leaveTraces()
    await draft('draft-0003', null)
    const published = (await (await act('draft-0003', 'publish')).json()) as Draft
    expect(published).toMatchObject({ state: 'published', wanted: null, base: null, note: null })
    expect(await tablesWith('Müster')).toEqual([])
  })
})

describe('a person whose consent is withdrawn', () => {
  test('is named only where the office itself needs it, and undoing does not bring the consent back', async () => {
    await leaveTraces()
    const hidden = await town.put(1, unnamed, '*')
    expect([hidden.status, hidden.headers.get('amtsweg-change')]).toEqual([200, null])
    expect((await tablesWith('Müster')).filter((name) => /edit_/.test(name))).toEqual([])
    expect(await tablesWith('"consent')).toEqual([])
    const { items } = (await (await ask('GET', `/history?subject=${subject}`)).json()) as {
      items: { id: string }[]
    }
    const undo = await ask('POST', `/history/${items[0]!.id}/undo`)
    expect([undo.status, ((await undo.json()) as { code: string }).code]).toEqual([409, 'not-undoable'])
  })

  test('loses nothing of what others change', async () => {
    await leaveTraces()
    await town.put(1, { ...erika, room: '15' }, '*')
    expect((await ask('GET', '/drafts/draft-0002')).status).toBe(200)
    expect(await tablesWith('Müster')).toContain('edit_history')
  })

  test('is named no more at once, where all else waits for a second person', async () => {
    await leaveTraces()
    await town.db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()
    const { room: _room, ...more } = unnamed
    const waits = [
      await town.put(1, { ...erika, room: '15' }, '*'),
      await town.put(1, more, '*'),
      await ask('DELETE', subject, undefined, '*'),
      await town.put(2, unnamed),
    ]
    expect(
      await Promise.all(waits.map(async (one) => ((await one.json()) as { code: string }).code)),
    ).toEqual(Array.from({ length: 4 }, () => 'approval-needed'))
    expect((await town.put(1, { ...unnamed, room: '13' }, '*')).status).toBe(200)
    expect(await (await ask('GET', subject)).json()).not.toHaveProperty('naming')
    const again = await town.put(1, { ...erika, room: '13' }, '*')
    expect(((await again.json()) as { code: string }).code).toBe('approval-needed')
  })
})

test('whose key a list gives to somebody else is named in no table any more', async () => {
  await leaveTraces()
  const row = { origin: 'csv', external_key: '1', desk_fields: '' } as const
  await town.db.updateTable('person').set(row).where('id', '=', personId(1)).execute()
  const plan = await planPeopleImport(town.db, {
    ...{ source: 'authority-hagenow', origin: 'csv', keys: new Set(['1']), newId: () => personId(2) },
    people: [
      {
        ...{ line: 2, key: '1' },
        person: { givenName: 'Hans', familyName: 'Beispiel', functions: [...unnamed.functions] },
      },
    ],
  })
  await town.db
    .transaction()
    .execute((trx) => applyPeopleImport(trx, plan, { at: new Date('2026-11-30'), today: '2026-11-30' }))
  expect(await tablesWith('Müster')).toEqual([])
  expect(await tablesWith('Beispiel')).toEqual(['person'])
})
