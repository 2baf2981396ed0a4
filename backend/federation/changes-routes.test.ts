import { describe, expect, test } from 'vitest'
import type { ChangePage } from '@amtsweg/contract'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { importServices, service } from '../services/testing.ts'

async function openFeed(count: number) {
  const database = await openTestDatabase()
  const { db } = database
  const app = createApp({ database })
  const write = async (prefix: string, services: number, words = '') => {
    const list = Array.from({ length: services }, (_, at) =>
      service(`${prefix}-${at}`, { titles: { de: `Leistung ${at} ${words}` } }),
    )
    await importServices(db, list, prefix)
    await touchTrail()
  }
  /** What every write of the program leaves behind. */
  const touchTrail = () => db.updateTable('feed_state').set({ compared_seq: -1 }).execute()
  if (count > 0) await write('a', count)
  const ask = (query = '', headers: Record<string, string> = {}) =>
    app.request(`/api/v1/changes?${query}`, { headers })
  const page = async (query = '') => (await (await ask(query)).json()) as ChangePage
  /** Ids of services from a place to the end, and where that is. */
  const readAll = async (since?: string, limit = 7) => {
    const ids: string[] = []
    let next = since
    for (;;) {
      const found = await page(`limit=${limit}${next ? `&since=${next}` : ''}`)
      for (const item of found.items)
        if (item.kind === 'service') ids.push(`${item.deleted ? '-' : ''}${item.id}`)
      next = found.next
      if (found.complete) return { ids, next }
    }
  }
  return { db, database, app, write, ask, page, readAll }
}

describe('the feed of changes', () => {
  test('gives everything once, page by page, and then what is new', async () => {
    const { readAll, write } = await openFeed(20)
    const first = await readAll()
    expect(first.ids.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `a-${at}`).toSorted())
    expect(new Set(first.ids).size).toBe(20)
    expect((await readAll(first.next)).ids).toEqual([])
    await write('b', 3)
    const second = await readAll(first.next)
    expect(second.ids.toSorted()).toEqual(['b-0', 'b-1', 'b-2'])
    await write('b', 2, 'neu')
    expect((await readAll(second.next)).ids.toSorted()).toEqual(['-b-2', 'b-0', 'b-1'])
    expect((await readAll()).ids).not.toContain('-b-2')
  })

  test('loses nothing that is written while somebody reads', async () => {
    const { readAll, page, write } = await openFeed(10)
    const begun = await page('limit=4')
    await write('a', 12, 'anders')
    await write('b', 5)
    const rest = await readAll(begun.next, 3)
    for (let at = 0; at < 12; at += 1) expect(rest.ids).toContain(`a-${at}`)
    for (let at = 0; at < 5; at += 1) expect(rest.ids).toContain(`b-${at}`)
  })

  test('numbers grow in the order in which they become visible, whoever asks at once', async () => {
    const { db, database, write } = await openFeed(0)
    const other = createApp({ database })
    const third = createApp({ database })
    for (let round = 0; round < 4; round += 1) {
      const before = Number((await db.selectFrom('feed_state').select('head').executeTakeFirst())?.head ?? 0)
      await write(`r${round}`, 30)
      const answers = await Promise.all(
        [other, third, other, third].map(async (app) => app.request('/api/v1/changes?limit=1')),
      )
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const rows = await db.selectFrom('feed_entry').select(['id', 'seq']).where('seq', '>', before).execute()
      expect(rows.filter(({ id }) => id.startsWith(`r${round}-`))).toHaveLength(30)
      expect(new Set(rows.map(({ seq }) => Number(seq))).size).toBe(rows.length)
    }
  })

  test('says that nothing is new without a body', async () => {
    const { ask, readAll } = await openFeed(3)
    const { next } = await readAll()
    const answer = await ask(`since=${next}`)
    const etag = answer.headers.get('etag') ?? ''
    expect((await ask(`since=${next}`, { 'if-none-match': etag })).status).toBe(304)
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  test.each([
    ['a place that never was', 'since=abc', 400, 'invalid-cursor'],
    [
      'one of another epoch',
      `since=${Buffer.from('0123456789ab.0.0').toString('base64url')}`,
      410,
      'changes-gone',
    ],
    ['a wrong number', 'limit=0', 400, 'invalid-query'],
  ])('refuses %s', async (_, query, status, code) => {
    const { ask } = await openFeed(1)
    const answer = await ask(query)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ code })
  })

  test('a page ends at a megabyte', async () => {
    const { db, page } = await openFeed(0)
    const long = `<p>${'Wort '.repeat(15_000)}</p>`
    const list = Array.from({ length: 30 }, (_, at) =>
      service(`long-${at}`, { modules: [{ code: '06', lang: 'de', html: long }] }),
    )
    await importServices(db, list, 'long')
    const found = await page('limit=1000')
    expect(found.complete).toBe(false)
    expect(JSON.stringify(found).length).toBeLessThan(1_200_000)
  })
})
