import { beforeEach, describe, expect, test } from 'vitest'
import type { HistoryEntry, HistoryItem, Problem, Undone } from '@amtsweg/contract'
import { listAudit, verifyAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { importUnits, unit } from '../directory/testing.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { importLifeSituations, importServices, service } from '../services/testing.ts'
import { hasHistoryBefore, pruneHistory } from './repository-history.ts'

const hagenow = '130760060'
const office = (name: string) => ({ tier: 'municipal', regionKey: hagenow, names: { de: name } })
const hours = (opens: string) => ({ spans: [{ weekday: 1, opens, closes: '12:00' }], exceptions: [] })
const fee = (amountCents: number) => ({ fees: [{ kind: 'fixed', amountCents }] })
const market = (title: string) => ({
  ...{ regionKey: hagenow, audience: ['citizen'], titles: { de: title, en: 'Market' } },
  keywords: { de: ['Stand', 'Wochenmarkt'] },
  modules: [{ code: '06', lang: 'de', html: `<p>${title}</p>` }],
})

/** Everything that can be written, said once and said anew. */
const kinds: readonly (readonly [address: string, first: object, second: object])[] = [
  ['/units/rathaus/record', office('Rathaus'), office('Neues Rathaus')],
  ['/units/amt/hours', hours('08:00'), hours('09:00')],
  ['/services/markt/record', market('Markt'), market('Wochenmarkt')],
  [
    `/services/hund/supplements/${hagenow}`,
    { items: [{ code: '06', html: '<p>Marke abholen</p>' }] },
    { items: [{ code: '06', html: '<p>Marke kommt</p>' }] },
  ],
  [`/services/hund/parts/${hagenow}`, fee(6_000), fee(7_000)],
  [
    `/services/hund/withdrawals/${hagenow}`,
    { reasons: { de: 'Macht der Kreis' } },
    { reasons: { de: 'Entfällt' } },
  ],
  [
    `/services/hund/responsibilities/${hagenow}`,
    { items: [{ unit: 'amt', role: 'responsible', note: 'Zimmer 1' }] },
    { items: [{ unit: 'amt', role: 'responsible', note: 'Zimmer 2' }] },
  ],
  [
    `/areas/${hagenow}/life-situations`,
    { order: ['wohnen', 'tiere'], rename: { tiere: { de: 'Hund & Co.' } } },
    { hide: ['wohnen'], show: ['tiere'] },
  ],
  [
    `/services/hund/keywords/${hagenow}`,
    { keywords: { de: ['Köter', 'Fiffi'] } },
    { keywords: { de: ['Waldi'], en: ['doggy'] } },
  ],
]

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
let now: Date
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importLifeSituations(db, [
    { id: 'tiere', names: { de: 'Tiere' } },
    { id: 'wohnen', names: { de: 'Wohnen' } },
  ])
  await importServices(db, [service('hund', { typisierung: '5' })])
  await importUnits(db, [unit('fremd', { regionKey: '130755555' })])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', '130755555')
  token = await addTestToken(db, 'hagenow')
  now = testStart
  app = createApp({ database, now: () => now })
  await put('/units/amt/record', office('Amt'))
})

const ask = (address: string, with_ = token) =>
  app.request(`/api/v1${address}`, editing('GET', { token: with_ }))
const tagOf = async (address: string) => (await ask(address)).headers.get('etag') ?? 'new'
async function put(address: string, body: object) {
  const match = (await ask(address)).status === 404 ? 'new' : await tagOf(address)
  const response = await app.request(`/api/v1${address}`, editing('PUT', { token, body, match }))
  expect(response.status, await response.clone().text()).toBe(200)
  return response.headers.get('amtsweg-change') ?? ''
}
const undo = (change: string, with_ = token) =>
  app.request(`/api/v1/history/${change}/undo`, editing('POST', { token: with_ }))
async function undone(change: string): Promise<string> {
  const response = await undo(change)
  expect(response.status, await response.clone().text()).toBe(200)
  return ((await response.json()) as Undone).change ?? ''
}
const problemOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code]
const listed = async (query = '') =>
  (await (await ask(`/history${query}`)).json()) as { items: readonly HistoryItem[]; next: string | null }

describe.each(kinds)('a change of %s', (address, first, second) => {
  test('is undone, and that is undone as well, to the letter', async () => {
    await put(address, first)
    const before = await tagOf(address)
    const change = await put(address, second)
    const after = await tagOf(address)
    expect(after).not.toBe(before)
    const back = await undone(change)
    expect(await tagOf(address)).toBe(before)
    await undone(back)
    expect(await tagOf(address)).toBe(after)
    expect(await verifyAudit(database.db)).toMatchObject({ seq: 5 })
  })

  test('that made it is undone to what was there before', async () => {
    const before = await tagOf(address)
    const back = await undone(await put(address, first))
    expect(await tagOf(address)).toBe(before)
    await undone(back)
    expect(await tagOf(address)).not.toBe(before)
  })

  test('is not undone where it was changed again', async () => {
    const change = await put(address, first)
    await put(address, second)
    const after = await tagOf(address)
    expect(await problemOf(await undo(change))).toEqual([412, 'precondition-failed'])
    expect(await tagOf(address)).toBe(after)
  })
})

const hall = '/units/rathaus/record'

describe('the history', () => {
  test('tells who changed what, the newest first, and no contents', async () => {
    await put(hall, office('Rathaus'))
    const change = await put(hall, office('Neues Rathaus'))
    const { items } = await listed(`?subject=${hall}`)
    expect(items.map(({ id }) => id)).toEqual([change, '2'])
    expect(items[0]).toEqual({
      id: '3',
      at: testStart.toISOString(),
      by: { clerk: null, token: token.slice(4, 16) },
      action: 'unit.put',
      subject: hall,
      name: 'Neues Rathaus',
      undoes: null,
      kept: true,
    })
  })

  test('bears the numbers of the trail', async () => {
    const back = await undone(await put(hall, office('Rathaus')))
    const [entry] = await listAudit(database.db, { limit: 1 })
    expect([String(entry?.seq), entry?.action, entry?.after]).toEqual([back, 'unit.delete', null])
    expect((await listed()).items[0]).toMatchObject({ id: back, undoes: '2' })
  })

  test('shows what one change found and left', async () => {
    await put(hall, office('Rathaus'))
    const change = await put(hall, office('Neues Rathaus'))
    const entry = (await (await ask(`/history/${change}`)).json()) as HistoryEntry
    expect(entry).toMatchObject({
      before: { names: { de: 'Rathaus' } },
      after: { names: { de: 'Neues Rathaus' } },
    })
  })

  test('comes in pages', async () => {
    await put(hall, office('Rathaus'))
    await put('/units/amt/hours', hours('08:00'))
    const first = await listed('?limit=2')
    const second = await listed(`?limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['3', '2', '1'])
    expect(second.next).toBeNull()
    expect(await problemOf(await ask(`/history?cursor=${first.next}&subject=${hall}`))).toEqual([
      400,
      'invalid-cursor',
    ])
  })

  test('holds what could be asked again only: a repeated write is no change', async () => {
    await put(hall, office('Rathaus'))
    expect(await put(hall, office('Rathaus'))).toBe('')
    expect((await listed(`?subject=${hall}`)).items).toHaveLength(1)
  })

  test('shows nobody what they may not write', async () => {
    const change = await put(hall, office('Rathaus'))
    const texts = await addTestToken(database.db, 'hagenow', ['supplements:write'])
    expect(await (await ask('/history', texts)).json()).toEqual({ items: [], next: null })
    expect(await problemOf(await ask(`/history/${change}`, texts))).toEqual([403, 'scope-missing'])
    expect(await problemOf(await undo(change, texts))).toEqual([403, 'scope-missing'])
    const stranger = await addTestToken(database.db, 'landhagen')
    expect(await problemOf(await undo(change, stranger))).toEqual([404, 'change-unknown'])
  })

  test('keeps the last fifty changes of one thing', async () => {
    for (let number = 1; number <= 52; number += 1) await put(hall, office(`Rathaus ${number}`))
    const { items } = await listed(`?subject=${hall}&limit=100`)
    expect([items.length, items.at(-1)?.id]).toEqual([50, '4'])
  })

  test('does not keep what is very long', async () => {
    await put(hall, office('Rathaus'))
    const descriptions = Object.fromEntries(['de', 'en', 'uk'].map((lang) => [lang, 'x'.repeat(99_000)]))
    const change = await put(hall, { ...office('Rathaus'), descriptions })
    expect((await listed()).items[0]).toMatchObject({ id: change, kept: false })
    expect(await problemOf(await undo(change))).toEqual([409, 'not-undoable'])
  })
})

describe('what was there once', () => {
  const erase = (subject: string) =>
    app.request(`/api/v1/history?subject=${subject}`, editing('DELETE', { token }))

  test('can be erased; that it was changed stays', async () => {
    await put(hall, office('Erika Muster'))
    const change = await put(hall, office('Rathaus'))
    expect((await erase(hall)).status).toBe(204)
    const rows = await database.db
      .selectFrom('edit_history')
      .selectAll()
      .where('address', '=', hall)
      .execute()
    expect(JSON.stringify(rows)).not.toContain('Erika Muster')
    expect((await listed(`?subject=${hall}`)).items.map(({ kept }) => kept)).toEqual([false, false])
    expect(await problemOf(await undo(change))).toEqual([409, 'not-undoable'])
    expect((await listAudit(database.db, { limit: 1 }))[0]).toMatchObject({
      action: 'history.erase',
      subject: hall,
    })
    expect((await erase(hall)).status).toBe(204)
  })

  test('is not erased where there is none', async () => {
    expect(await problemOf(await erase('/units/fremd/record'))).toEqual([404, 'change-unknown'])
    expect(await problemOf(await erase('/nothing/written'))).toEqual([404, 'change-unknown'])
    expect(await problemOf(await erase(''))).toEqual([400, 'invalid-query'])
  })

  test('is forgotten after its days', async () => {
    now = new Date('2026-11-24T09:00:00Z')
    await put(hall, office('Rathaus'))
    const { db } = database
    expect(await hasHistoryBefore(db, testStart.toISOString())).toBe(false)
    await pruneHistory(db, now.toISOString())
    expect((await listed()).items.map(({ subject }) => subject)).toEqual([hall])
  })
})

describe('where a second person has to look first', () => {
  beforeEach(async () => {
    await put(hall, office('Rathaus'))
    await database.db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()
  })

  test('nothing is written or undone at once', async () => {
    const before = await tagOf(hall)
    const direct = editing('PUT', { token, body: office('Schloss'), match: before })
    expect(await problemOf(await app.request(`/api/v1${hall}`, direct))).toEqual([409, 'approval-needed'])
    const removal = editing('DELETE', { token, match: before })
    expect(await problemOf(await app.request(`/api/v1${hall}`, removal))).toEqual([409, 'approval-needed'])
    expect(await problemOf(await undo('2'))).toEqual([409, 'approval-needed'])
    expect(await tagOf(hall)).toBe(before)
  })

  test('another town writes as it did', async () => {
    const other = await addTestToken(database.db, 'landhagen')
    const body = { ...office('Amt'), regionKey: '130755555' }
    const response = await app.request(
      '/api/v1/units/anders/record',
      editing('PUT', { token: other, body, match: 'new' }),
    )
    expect(response.status).toBe(200)
  })
})
