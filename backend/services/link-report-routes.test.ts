import { beforeEach, describe, expect, test } from 'vitest'
import type { LinkReportPage, Problem } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'

const tomorrow = '2026-11-24T09:00:00.000Z'
let db: Db
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  const database = await openTestDatabase()
  ;({ db } = database)
  await addAuthority(db, 'kreis', '13076')
  await addAuthority(db, 'hagenow', '130760060')
  token = await addTestToken(db, 'kreis')
  app = createApp({ database, now: () => testStart })
})

interface Told {
  readonly verdict?: 'dead' | 'moved' | 'alive' | 'login'
  readonly region?: string
  readonly movedTo?: string
}

async function addLink(url: string, { verdict = 'dead', region = '13076', movedTo }: Told = {}) {
  await db
    .insertInto('link')
    .values({
      url,
      host: 'a.example',
      verdict,
      due_at: tomorrow,
      status: 404,
      moved_to: movedTo ?? null,
      failing_since: '2026-11-01T00:00:00.000Z',
    })
    .execute()
  const use = {
    owner: 'service' as const,
    owner_id: 'hund',
    owner_name: 'Hundesteuer',
    section: '06',
    lang: 'de',
  }
  await db
    .insertInto('link_use')
    .values({ ...use, url, layer: 'text', region_key: region })
    .execute()
}

const list = async (query = '') => {
  const response = await app.request(`/api/v1/link-reports${query}`, editing('GET', { token }))
  return (await response.json()) as LinkReportPage
}
const act = (id: string, action: string) =>
  app.request(`/api/v1/link-reports/${id}/${action}`, { ...editing('GET', { token }), method: 'POST' })

describe('the list', () => {
  test('tells where an address stands, since when it fails and what could stand there', async () => {
    await addLink('https://a.example/x')
    expect(await list()).toEqual({
      total: 1,
      next: null,
      items: [
        {
          id: expect.stringMatching(/^[\w-]{22}$/) as string,
          url: 'https://a.example/x',
          ...{
            verdict: 'dead',
            status: 404,
            cause: null,
            since: '2026-11-01T00:00:00.000Z',
            checkedAt: null,
          },
          ...{ nextLook: tomorrow, marked: false, ignored: false },
          ...{ owner: 'service', ownerId: 'hund', ownerName: 'Hundesteuer', section: '06', layer: 'text' },
          ...{ regionKey: '13076', lang: 'de' },
          suggestions: [{ kind: 'look-here', url: 'https://a.example/' }],
        },
      ],
    })
  })

  test('begins with what hurts most, and leaves out what is fine', async () => {
    await addLink('https://a.example/login', { verdict: 'login' })
    await addLink('https://a.example/moved', { verdict: 'moved', movedTo: 'https://b.example/' })
    await addLink('https://a.example/dead')
    await addLink('https://a.example/fine', { verdict: 'alive' })
    const { items } = await list()
    expect(items.map(({ verdict }) => verdict)).toEqual(['dead', 'moved', 'login'])
    expect(items[1]?.suggestions).toEqual([{ kind: 'moved', url: 'https://b.example/' }])
  })

  test('proposes nearly the same address where it is known to work', async () => {
    await addLink('http://a.example/x')
    await addLink('https://a.example/x', { verdict: 'alive' })
    expect((await list()).items[0]?.suggestions[0]).toEqual({ kind: 'variant', url: 'https://a.example/x' })
  })

  test.each([
    ['the Land', '13'],
    ['a town with an authority of its own', '130760060'],
    ['nobody', ''],
  ])('leaves out what is of %s', async (_, region) => {
    await addLink('https://a.example/x', { region })
    expect((await list()).total).toBe(0)
  })

  test('names units by where they or those above them are', async () => {
    const source = { id: 's', name: 's', invented: 1, imported_at: tomorrow }
    await db.insertInto('source').values(source).execute()
    const unit = { tier: 'municipal' as const, general: 0, content: '{}', batch: '', source_id: 's' }
    await db
      .insertInto('unit')
      .values([
        { ...unit, id: 'rathaus', name: 'Rathaus', region_key: '130760001' },
        { ...unit, id: 'steuer', name: 'Steueramt', parent_id: 'rathaus' },
      ])
      .execute()
    await addLink('https://a.example/x', { region: '' })
    await db.updateTable('link_use').set({ owner: 'unit', owner_id: 'steuer' }).execute()
    expect((await list()).items).toMatchObject([{ owner: 'unit', ownerId: 'steuer', regionKey: null }])
  })

  test('comes a page at a time', async () => {
    for (const name of ['a', 'b', 'c']) await addLink(`https://a.example/${name}`)
    const first = await list('?limit=2')
    const second = await list(`?limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map(({ url }) => url.slice(-1))).toEqual(['a', 'b', 'c'])
    expect([first.total, second.next]).toEqual([3, null])
    expect(((await list('?cursor=x')) as unknown as Problem).code).toBe('invalid-cursor')
  })
})

describe('an editor', () => {
  test('has an address looked at again', async () => {
    await addLink('https://a.example/x')
    const [link] = (await list()).items
    expect((await act(link!.id, 'recheck')).status).toBe(204)
    expect((await list()).items[0]?.nextLook).toBe(testStart.toISOString())
  })

  test('leaves an address out, and takes it back', async () => {
    await addLink('https://a.example/x')
    const [link] = (await list()).items
    expect((await act(link!.id, 'ignore')).status).toBe(204)
    expect((await act(link!.id, 'ignore')).status).toBe(204)
    expect([(await list()).total, (await list('?ignored=1')).total]).toEqual([0, 1])
    await act(link!.id, 'heed')
    expect([(await list()).total, (await list('?ignored=1')).total]).toEqual([1, 0])
  })

  test('does nothing to what is somebody else’s', async () => {
    await addLink('https://a.example/x', { region: '130760060' })
    const other = await addTestToken(db, 'hagenow')
    const theirs = await app.request('/api/v1/link-reports', editing('GET', { token: other }))
    const [link] = ((await theirs.json()) as LinkReportPage).items
    const response = await act(link!.id, 'ignore')
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([404, 'link-report-unknown'])
  })
})
