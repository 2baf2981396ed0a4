import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { hashAt, headOf, listAudit, recorded, verifyAudit, waiting } from './repository-audit.ts'
import { testStart } from './testing.ts'

let db: Db
beforeEach(async () => {
  ;({ db } = await openTestDatabase())
})

const at = testStart.toISOString()
const change = (subject: string, after: unknown = subject) => ({
  action: 'test',
  subject,
  before: undefined,
  after,
})
const record = (subject: string, authority: string | null = 'wismar') =>
  recorded(waiting(db), { token: null, authority }, at, async () => ({
    result: subject,
    change: change(subject),
  }))

describe('work and its entry', () => {
  test('are done together', async () => {
    expect(await record('a')).toBe('a')
    expect(await listAudit(db, { limit: 9 })).toMatchObject([
      { seq: 1, subject: 'a', authority: 'wismar', before: null },
    ])
  })

  test('are both left undone where the work fails', async () => {
    const failing = recorded(waiting(db), { token: null, authority: null }, at, async (trx) => {
      await trx
        .insertInto('counted_click')
        .values({ service_id: 'x', period: '2026-11', clicks: 1 })
        .execute()
      throw new Error('in the middle')
    })
    await expect(failing).rejects.toThrow('in the middle')
    expect(await db.selectFrom('counted_click').selectAll().execute()).toEqual([])
    expect(await headOf(db)).toEqual({ seq: 0, hash: '' })
  })

  test('that changes nothing leaves no entry', async () => {
    await recorded(waiting(db), { token: null, authority: null }, at, async () => ({ result: 1 }))
    expect(await listAudit(db, { limit: 9 })).toEqual([])
  })

  test('that come at once are numbered without a gap', async () => {
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((subject) => record(subject)))
    expect((await listAudit(db, { limit: 9 })).map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
    expect(await verifyAudit(db)).toEqual(await headOf(db))
  })
})

test('entries are read back from the newest, those of one authority, behind a number', async () => {
  for (const [subject, authority] of [['a', 'wismar'], ['b', 'hagenow'], ['c', 'wismar'], ['d', 'wismar']] as const)
    await record(subject, authority) // prettier-ignore
  const subjects = async (query: object) =>
    (await listAudit(db, { limit: 2, ...query })).map(({ subject }) => subject)
  expect(await subjects({})).toEqual(['d', 'c'])
  expect(await subjects({ authority: 'wismar', before: 4 })).toEqual(['c', 'a'])
  expect(await subjects({ authority: 'nobody' })).toEqual([])
})

test('an entry is known by its number', async () => {
  await record('a')
  expect(await hashAt(db, 1)).toBe((await headOf(db)).hash)
  expect(await hashAt(db, 2)).toBeUndefined()
})
