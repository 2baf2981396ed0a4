import { beforeEach, describe, expect, test } from 'vitest'
import type { ClerkRole, Draft, DraftItem, Problem } from '@amtsweg/contract'
import { listAudit, verifyAudit } from '../access/index.ts'
import { addAuthority, addTestClerk, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { writeSoon } from '../database/write-soon.ts'
import { createApp } from '../http/app.ts'
import { editKinds } from '../http/edit-kinds.ts'
import { publishDue } from '../http/publish-draft.ts'
import { openPlaces } from '../places/testing.ts'
import { findDraft, pruneDrafts, saveDraft } from './repository-drafts.ts'

const hagenow = '130760060'
const hall = '/units/rathaus/record'
const mine = 'draft-0001'
const office = (name: string) => ({ tier: 'municipal', regionKey: hagenow, names: { de: name } })

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
let now: Date
beforeEach(async () => {
  database = await openPlaces()
  await addAuthority(database.db, 'hagenow', hagenow)
  await addAuthority(database.db, 'landhagen', '130755555')
  token = await addTestToken(database.db, 'hagenow')
  now = testStart
  app = createApp({ database, now: () => now })
})

const ask = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  options: { match?: string | null; body?: unknown; token?: string } = {},
) => app.request(`/api/v1${path}`, editing(method, { token, ...options }))
const etag = async (path: string) => (await ask('GET', path)).headers.get('etag')
const at = (id = mine) => `/drafts/${id}`
const keep = async (wanted: unknown, { id = mine, subject = hall, basedOn = null as string | null } = {}) =>
  ask('PUT', at(id), { match: (await etag(at(id))) ?? 'new', body: { subject, wanted, basedOn } })
const take = async (act: string, body?: object, id = mine) =>
  ask('POST', `${at(id)}/${act}`, { match: await etag(at(id)), ...(body ? { body } : {}) })
const draftIn = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as Draft
}
const problemOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code]
const nameNow = async () => {
  const response = await ask('GET', hall)
  return response.ok ? ((await response.json()) as { names: { de: string } }).names.de : undefined
}
const writeDirectly = async (name: string) =>
  ask('PUT', hall, { match: (await etag(hall)) ?? 'new', body: office(name) })
const wantSecondPerson = () =>
  database.db.updateTable('authority').set({ four_eyes: 1 }).where('id', '=', 'hagenow').execute()
/** As a colleague would, in the session of theirs. */
const approve = async (id = mine) => {
  const draft = (await findDraft(database.db, id))!
  await saveDraft(database.db as never, { ...draft, state: 'approved', approvedBy: 'clerk:max' })
}

describe('a draft', () => {
  test('may be unfinished, and tells what is missing', async () => {
    const draft = await draftIn(await keep({ tier: 'somewhere', names: { en: 'Town hall' } }))
    expect(draft).toMatchObject({
      state: 'draft',
      wanted: { names: { en: 'Town hall' } },
      basedOn: null,
      base: null,
    })
    expect(draft.errors.map(({ pointer }) => pointer)).toEqual(['/tier'])
    expect(await problemOf(await take('submit'))).toEqual([422, 'invalid-body'])
    expect(await problemOf(await take('publish'))).toEqual([422, 'invalid-body'])
    expect(await nameNow()).toBeUndefined()
  })

  test('is told back as it was kept, and knows who wrote it and what it builds on', async () => {
    await writeDirectly('Rathaus')
    const basedOn = await etag(hall)
    const kept = await draftIn(await keep(office('Neues Rathaus'), { basedOn }))
    expect(kept).toMatchObject({ basedOn, base: { names: { de: 'Rathaus' } }, errors: [] })
    expect(kept.authors).toEqual([{ clerk: null, token: token.slice(4, 16) }])
    expect(await draftIn(await ask('GET', at()))).toEqual(kept)
  })

  test('keeps what it builds on when it is written again after somebody else has been faster', async () => {
    await writeDirectly('Rathaus')
    const basedOn = await etag(hall)
    await keep(office('Neues Rathaus'), { basedOn })
    await writeDirectly('Altes Rathaus')
    const again = await draftIn(await keep(office('Neueres Rathaus'), { basedOn }))
    expect(again.base).toMatchObject({ names: { de: 'Rathaus' } })
  })

  test('is published at once through the same checks, and can be undone', async () => {
    await keep(office('Rathaus'))
    const draft = await draftIn(await take('publish'))
    expect(draft).toMatchObject({ state: 'published', change: expect.any(String) as string })
    expect(await nameNow()).toBe('Rathaus')
    expect((await ask('POST', `/history/${draft.change}/undo`)).status).toBe(200)
    expect(await nameNow()).toBeUndefined()
    expect(await verifyAudit(database.db)).toMatchObject({ seq: 3 })
  })

  test('can want that something goes', async () => {
    await writeDirectly('Rathaus')
    await keep(null, { basedOn: await etag(hall) })
    await draftIn(await take('publish'))
    expect(await nameNow()).toBeUndefined()
  })

  test('is not published over what somebody has changed meanwhile, and stays', async () => {
    await writeDirectly('Rathaus')
    await keep(office('Neues Rathaus'), { basedOn: await etag(hall) })
    await writeDirectly('Altes Rathaus')
    expect(await problemOf(await take('publish'))).toEqual([412, 'precondition-failed'])
    expect(await nameNow()).toBe('Altes Rathaus')
    expect(await draftIn(await ask('GET', at()))).toMatchObject({
      state: 'draft',
      wanted: office('Neues Rathaus'),
    })
  })

  test('is thrown away', async () => {
    await keep(office('Rathaus'))
    expect((await ask('DELETE', at(), { match: await etag(at()) })).status).toBe(204)
    expect(await problemOf(await ask('GET', at()))).toEqual([404, 'draft-unknown'])
  })

  test('is treated by who has seen it only', async () => {
    await keep(office('Rathaus'))
    const seen = await etag(at())
    await keep(office('Schloss'))
    expect(await problemOf(await ask('POST', `${at()}/submit`, { match: seen }))).toEqual([
      412,
      'precondition-failed',
    ])
    expect(await problemOf(await ask('POST', `${at()}/submit`))).toEqual([428, 'precondition-missing'])
  })

  test('leaves its steps in the trail', async () => {
    await keep(office('Rathaus'))
    await take('submit')
    await take('withdraw')
    const actions = (await listAudit(database.db, { limit: 9 })).map(({ action }) => action)
    expect(actions).toEqual(['draft.withdraw', 'draft.submit', 'draft.save'])
  })

  test.each([
    ['nowhere', { subject: '/nothing/written' }, 422, 'invalid-body'],
    ['of another town', { subject: '/units/fremd/hours' }, 404, 'unit-unknown'],
    ['with an id that is none', { id: 'x' }, 400, 'invalid-path'],
  ])('%s is refused', async (_, where, status, code) => {
    expect(await problemOf(await keep(office('Rathaus'), where))).toEqual([status, code])
  })

  test('is nobody else’s', async () => {
    await keep(office('Rathaus'))
    const other = await addTestToken(database.db, 'landhagen')
    expect(await problemOf(await ask('GET', at(), { token: other }))).toEqual([404, 'draft-unknown'])
    const body = { subject: '/units/anders/record', wanted: {}, basedOn: null }
    expect(await problemOf(await ask('PUT', at(), { token: other, match: '*', body }))).toEqual([
      404,
      'draft-unknown',
    ])
    expect((await (await ask('GET', '/drafts', { token: other })).json()) as object).toEqual({
      items: [],
      next: null,
    })
  })

  test('no program approves of', async () => {
    await keep(office('Rathaus'))
    await take('submit')
    expect(await problemOf(await take('approve'))).toEqual([403, 'scope-missing'])
    expect(await problemOf(await take('reject', { reason: 'So nicht' }))).toEqual([403, 'scope-missing'])
  })
})

describe('drafts', () => {
  test('are listed by state and thing, the one that was touched last first, in pages', async () => {
    for (const number of [1, 2, 3]) {
      now = new Date(testStart.getTime() + number * 1_000)
      await keep(office('Rathaus'), { id: `draft-000${number}` })
    }
    now = new Date(testStart.getTime() + 4_000)
    await take('submit', undefined, 'draft-0002')
    const list = async (query: string) =>
      (await (await ask('GET', `/drafts?${query}`)).json()) as { items: DraftItem[]; next: string | null }
    const first = await list('limit=2')
    expect(first.items.map(({ id }) => id)).toEqual(['draft-0002', 'draft-0003'])
    expect((await list(`limit=2&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual(['draft-0001'])
    expect((await list('state=submitted')).items.map(({ id }) => id)).toEqual(['draft-0002'])
    expect((await list(`subject=${hall}&state=published`)).items).toEqual([])
    expect((await take('publish', undefined, 'draft-0003')).status).toBe(200)
    expect((await list('state=published')).items.map(({ id }) => id)).toEqual(['draft-0003'])
    expect((await list('state=unpublished')).items.map(({ id }) => id)).toEqual(['draft-0002', 'draft-0001'])
    expect(first.items.map(({ name }) => name)).toEqual([null, null])
    expect(JSON.stringify(first)).not.toContain('Rathaus')
  })
})

describe('where a second person has to look first', () => {
  beforeEach(wantSecondPerson)

  test('nothing is published or scheduled without', async () => {
    await keep(office('Rathaus'))
    const later = { at: '2026-12-24T11:00:00Z' }
    expect(await problemOf(await take('publish'))).toEqual([409, 'approval-needed'])
    expect(await problemOf(await take('schedule', later))).toEqual([409, 'approval-needed'])
    await take('submit')
    expect(await problemOf(await take('publish'))).toEqual([409, 'draft-not-ready'])
    expect(await nameNow()).toBeUndefined()
  })

  test('what was approved of is published by whoever wrote it', async () => {
    await keep(office('Rathaus'))
    await take('submit')
    await approve()
    expect(await draftIn(await take('publish'))).toMatchObject({ approvedBy: { clerk: 'max', token: null } })
    expect(await nameNow()).toBe('Rathaus')
  })

  test('what is written after that has to be looked at again', async () => {
    await keep(office('Rathaus'))
    await take('submit')
    await approve()
    expect(await draftIn(await keep(office('Schloss')))).toMatchObject({ state: 'draft', approvedBy: null })
    expect(await problemOf(await take('publish'))).toEqual([409, 'approval-needed'])
  })
})

describe('two clerks', () => {
  const clerk = (roles: readonly ClerkRole[] = ['editor'], authority: string | null = 'hagenow') =>
    addTestClerk(database.db, { grants: [{ authority, roles }], authority: 'hagenow' })
  type Clerk = Awaited<ReturnType<typeof clerk>>
  const as = ({ headers }: Clerk, method: 'GET' | 'PUT' | 'POST', path: string, more: object = {}) =>
    app.request(`/api/v1${path}`, editing(method, { ...more, headers }))
  const tagFor = async (who: Clerk) => (await as(who, 'GET', at())).headers.get('etag')
  const write = async (who: Clerk, name: string) => {
    const body = { subject: hall, wanted: office(name), basedOn: null }
    return draftIn(await as(who, 'PUT', at(), { match: (await tagFor(who)) ?? 'new', body }))
  }
  const step = async (who: Clerk, act: string, body?: object) =>
    as(who, 'POST', `${at()}/${act}`, { match: await tagFor(who), ...(body ? { body } : {}) })

  beforeEach(wantSecondPerson)

  test('publish what one has written and the other approved of', async () => {
    const [erika, max] = [await clerk(), await clerk()]
    await write(erika, 'Rathaus')
    await step(erika, 'submit')
    expect(await problemOf(await step(erika, 'approve'))).toEqual([403, 'own-draft'])
    await draftIn(await step(max, 'approve'))
    const draft = await draftIn(await step(erika, 'publish'))
    expect(draft.authors).toEqual([{ clerk: erika.id, token: null }])
    expect(draft.approvedBy).toEqual({ clerk: max.id, token: null })
    expect(await nameNow()).toBe('Rathaus')
    expect((await listAudit(database.db, { limit: 1 }))[0]).toMatchObject({
      action: 'unit.put',
      clerk: erika.id,
    })
  })

  test('who have both written in it need a third', async () => {
    const [erika, max, uwe] = [await clerk(), await clerk(), await clerk()]
    await write(erika, 'Rathaus')
    await write(max, 'Altes Rathaus')
    await step(erika, 'submit')
    expect(await problemOf(await step(max, 'approve'))).toEqual([403, 'own-draft'])
    await draftIn(await step(uwe, 'reject', { reason: 'Bitte mit Ortsteil' }))
    expect(await draftIn(await as(erika, 'GET', at()))).toMatchObject({
      state: 'rejected',
      reason: 'Bitte mit Ortsteil',
    })
  })
})

describe('a draft with a time', () => {
  const due = new Date('2026-12-24T11:00:00Z')
  const publish = (kinds = editKinds({ now: () => now, reindex: async () => {} })) =>
    publishDue(
      {
        db: database.db,
        write: writeSoon(database.writeIfFree),
        now: () => now,
        kinds,
      },
      new AbortController().signal,
    )
  const schedule = async (name = 'Rathaus') => {
    await keep(office(name), { basedOn: await etag(hall) })
    await draftIn(await take('schedule', { at: due.toISOString() }))
  }
  const state = async () => (await draftIn(await ask('GET', at()))).state

  test('is published then and not before, in the name of who has set it', async () => {
    await schedule()
    await publish()
    expect([await nameNow(), await state()]).toEqual([undefined, 'scheduled'])
    now = due
    await publish()
    expect([await nameNow(), await state()]).toEqual(['Rathaus', 'published'])
    const [entry] = await listAudit(database.db, { limit: 1 })
    expect(entry).toMatchObject({ action: 'unit.put', token: token.slice(4, 16), at: due.toISOString() })
  })

  test('is published once, however many look for it, and however late', async () => {
    await schedule()
    now = new Date('2027-01-07T11:00:00Z')
    await Promise.all([publish(), publish(), publish()])
    await publish()
    const { db } = database
    const entries = await db.selectFrom('edit_history').select('seq').where('address', '=', hall).execute()
    expect(entries).toHaveLength(1)
  })

  test('waits as a conflict where somebody was faster, and nothing of it is lost', async () => {
    await writeDirectly('Rathaus')
    await schedule('Neues Rathaus')
    await writeDirectly('Altes Rathaus')
    now = due
    await publish()
    expect(await nameNow()).toBe('Altes Rathaus')
    expect(await draftIn(await ask('GET', at()))).toMatchObject({
      state: 'conflict',
      reason: 'precondition-failed',
      wanted: office('Neues Rathaus'),
      base: { names: { de: 'Rathaus' } },
    })
    await keep(office('Neues Rathaus'), { basedOn: await etag(hall) })
    await draftIn(await take('publish'))
    expect(await nameNow()).toBe('Neues Rathaus')
  })

  test('waits as well where a second person is wanted by then', async () => {
    await schedule()
    await wantSecondPerson()
    now = due
    await publish()
    expect(await draftIn(await ask('GET', at()))).toMatchObject({
      state: 'conflict',
      reason: 'approval-needed',
    })
    expect(await nameNow()).toBeUndefined()
  })

  test('is not published after it was taken back', async () => {
    await schedule()
    await draftIn(await take('withdraw'))
    now = due
    await publish()
    expect([await nameNow(), await state()]).toEqual([undefined, 'draft'])
  })

  test('holds up no other that is due', async () => {
    await writeDirectly('Rathaus')
    await schedule('Neues Rathaus')
    await writeDirectly('Altes Rathaus')
    await keep(office('Bibliothek'), { id: 'draft-0002', subject: '/units/bibliothek/record' })
    await take('schedule', { at: due.toISOString() }, 'draft-0002')
    now = due
    await publish()
    expect((await ask('GET', '/units/bibliothek/record')).status).toBe(200)
  })

  test('holds up no other where it fails in a way that nobody foresaw, and stays due', async () => {
    await schedule()
    await keep(office('Bibliothek'), { id: 'draft-0002', subject: '/units/bibliothek/record' })
    await take('schedule', { at: due.toISOString() }, 'draft-0002')
    now = due
    const kinds = editKinds({ now: () => now, reindex: async () => {} }).map((kind) => ({
      ...kind,
      open: async (...[db, params]: Parameters<typeof kind.open>) => {
        if (params['id'] === 'rathaus') throw new RangeError('A fault of ours')
        return kind.open(db, params)
      },
    }))
    await expect(publish(kinds)).rejects.toThrow('A fault of ours')
    expect((await ask('GET', '/units/bibliothek/record')).status).toBe(200)
    expect(await state()).toBe('scheduled')
    await publish()
    expect(await nameNow()).toBe('Rathaus')
  })

  test('has a moment that is to come', async () => {
    await keep(office('Rathaus'))
    for (const moment of ['2026-11-23T08:59:59Z', 'morgen', '2026-12-24'])
      expect(await problemOf(await take('schedule', { at: moment }))).toEqual([422, 'invalid-body'])
  })
})

test('what was published is forgotten after its days, and nothing else', async () => {
  await keep(office('Rathaus'))
  await draftIn(await take('publish'))
  await keep(office('Schloss'), { id: 'draft-0002' })
  await pruneDrafts(database.db, '2026-12-24T00:00:00.000Z')
  expect((await ask('GET', at())).status).toBe(404)
  expect((await ask('GET', at('draft-0002'))).status).toBe(200)
})
