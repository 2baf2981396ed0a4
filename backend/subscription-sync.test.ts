import { describe, expect, test } from 'vitest'
import { addAuthority } from './access/testing.ts'
import { removeSubscription, renewFeed } from './federation/index.ts'
import { catalogueOf, createNetwork, type Node, service, sumOf, unit } from './testing.ts'

const land = '13'
const town = '130040000000'
const village = '130765655001'

/** A town that writes and a Land that subscribes to it. */
async function pair() {
  const network = createNetwork()
  const a = await network.open('town', town)
  const b = await network.open('land', land)
  return { network, a, b }
}

/** An office, a service, and who answers. */
async function writeTown(node: Node, area = town, name = node.name) {
  await node.put(`/api/v1/units/amt-${name}/record`, unit(area, `Bürgeramt ${name}`))
  await node.put(`/api/v1/services/hund-${name}/record`, service(area))
  await node.put(`/api/v1/services/hund-${name}/responsibilities/${area}`, {
    items: [{ unit: `amt-${name}`, role: 'responsible', note: 'Zimmer 3' }],
  })
}

describe('a node that subscribes to another', () => {
  test('has its catalogue after one sync, and tells whose it is', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    const at = (what: string) => `/api/v1/services/hund-town/${what}/${town}`
    await a.put(at('withdrawals'), { reasons: { de: 'Wir haben zu viele Hunde' } })
    await a.put(at('parts'), { fees: [{ kind: 'text', text: 'Kostenfrei' }] })
    await a.put(at('supplements'), { items: [{ code: '06', html: '<p>Der <em>Hof</em> ist offen.</p>' }] })
    const id = await b.subscribe(a, { areas: [town] })
    expect(await b.sync(id)).toMatchObject({ kind: 'taken', deleted: 0 })
    const there = await catalogueOf(a)
    expect(Object.keys(there).map((key) => key.split(' ')[0])).toEqual([
      'local-parts',
      'responsibilities',
      'service',
      'supplement',
      'unit',
      'withdrawal',
    ])
    expect(await catalogueOf(b)).toEqual(there)
    const sources = (await (await b.get('/api/v1/sources')).json()) as {
      items: { id: string; name: string }[]
    }
    expect(sources.items).toContainEqual(
      expect.objectContaining({
        id: `node-${await a.id()}-authority-town`,
        name: expect.stringContaining('town'),
      }),
    )
    expect(sources.items.map((one) => one.id)).not.toContain(`node-${await a.id()}-areas`)
    expect(await b.sync(id)).toEqual({ kind: 'unchanged' })
  })

  test('hears of a change and of what is gone within one sync', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    const id = await b.subscribe(a, { areas: [town] })
    await b.sync(id)
    await a.put('/api/v1/services/hund-town/record', service(town, 'Hund abmelden'))
    await a.remove(`/api/v1/services/hund-town/responsibilities/${town}`)
    await a.remove('/api/v1/units/amt-town/record')
    expect(await b.sync(id)).toMatchObject({ kind: 'taken', written: 1, deleted: 2 })
    expect(await sumOf(b)).toBe(await sumOf(a))
    expect((await b.get('/api/v1/units/amt-town')).status).toBe(404)
    expect((await (await b.get('/api/v1/services/hund-town')).text()).includes('Hund abmelden')).toBe(true)
  })

  test('takes parts of an office that come before it, however deep', async () => {
    const { a, b } = await pair()
    await a.put('/api/v1/units/c/record', unit(town, 'Rathaus'))
    await a.put('/api/v1/units/b/record', { tier: 'municipal', parentId: 'c', names: { de: 'Amt' } })
    await a.put('/api/v1/units/a/record', { tier: 'municipal', parentId: 'b', names: { de: 'Zimmer' } })
    expect(await b.sync(await b.subscribe(a, { areas: [town] }))).toMatchObject({ kind: 'taken' })
    expect(Object.keys(await catalogueOf(b))).toHaveLength(3)
    expect(await catalogueOf(b)).toEqual(await catalogueOf(a))
  })

  test('is told by search as everybody else', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    await b.sync(await b.subscribe(a, { areas: [town] }))
    expect(await b.db.selectFrom('search_change').select('service_id').execute()).not.toEqual([])
  })

  test('lets nobody here change what is kept there', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    await b.sync(await b.subscribe(a, { areas: [town] }))
    expect(await b.put('/api/v1/units/amt-town/record', unit(town, 'Anders'))).toBe(409)
    expect(await b.put('/api/v1/services/hund-town/record', service(town, 'Anders'))).toBe(409)
  })
})

describe('two nodes that subscribe to each other', () => {
  test('end with the same, and nothing goes round', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    await b.put('/api/v1/units/ministerium/record', { ...unit(land, 'Ministerium'), tier: 'state' })
    await b.put('/api/v1/services/pass/record', service(land, 'Pass'))
    const fromA = await b.subscribe(a, { areas: [town] })
    const fromB = await a.subscribe(b)
    for (let round = 0; round < 3; round += 1) {
      await b.sync(fromA)
      await a.sync(fromB)
    }
    expect(await catalogueOf(a)).toEqual(await catalogueOf(b))
    expect(Object.keys(await catalogueOf(a))).toHaveLength(5)
    expect(await b.sync(fromA)).toEqual({ kind: 'unchanged' })
    expect(await a.sync(fromB)).toEqual({ kind: 'unchanged' })
  })

  test('and three in a ring as well; who stands between passes on, also what is gone', async () => {
    const network = createNetwork()
    const a = await network.open('town', town)
    const b = await network.open('land', land)
    const c = await network.open('village', village)
    await writeTown(a)
    await writeTown(c, village)
    const ways = [
      [b, await b.subscribe(a)],
      [c, await c.subscribe(b)],
      [a, await a.subscribe(c)],
    ] as const
    // The Land keeps everything of the Land: what is a town’s it takes where it names the town.
    await b.db
      .updateTable('subscription')
      .set({ areas: `${town} ${village}` })
      .execute()
    const rounds = async () => {
      for (let round = 0; round < 3; round += 1) for (const [node, id] of ways) await node.sync(id)
    }
    await rounds()
    expect(await catalogueOf(c)).toEqual(await catalogueOf(a))
    expect(Object.keys(await catalogueOf(a))).toHaveLength(6)
    await a.remove(`/api/v1/services/hund-town/responsibilities/${town}`)
    await a.remove('/api/v1/units/amt-town/record')
    await rounds()
    expect(await catalogueOf(c)).toEqual(await catalogueOf(a))
    expect((await c.get('/api/v1/units/amt-town')).status).toBe(404)
    for (const [node, id] of ways) expect(await node.sync(id)).toEqual({ kind: 'unchanged' })
  })
})

test('who ends a subscription and makes it anew follows again, also what is only passed on there', async () => {
  const network = createNetwork()
  const a = await network.open('town', town)
  const b = await network.open('land', land)
  const c = await network.open('village', village)
  await writeTown(a)
  await b.put('/api/v1/units/ministerium/record', { ...unit(land, 'Ministerium'), tier: 'state' })
  const fromA = await b.subscribe(a, { areas: [town] })
  await b.sync(fromA)
  const first = await c.subscribe(b)
  await c.sync(first)
  await c.db
    .transaction()
    .execute((trx) => removeSubscription(trx, first, { records: 'keep', at: new Date().toISOString() }))
  const second = await c.subscribe(b)
  await c.sync(second)
  await a.put('/api/v1/services/hund-town/record', service(town, 'Hund abmelden'))
  await a.remove(`/api/v1/services/hund-town/responsibilities/${town}`)
  await a.remove('/api/v1/units/amt-town/record')
  await b.sync(fromA)
  await c.sync(second)
  expect(await catalogueOf(c)).toEqual(await catalogueOf(b))
})

describe('in a conflict', () => {
  test('what the authority of the area has here stays, and comes once it has gone', async () => {
    const { a, b } = await pair()
    await b.put('/api/v1/units/amt-town/record', unit(town, 'Unser Amt'))
    await a.put('/api/v1/units/amt-town/record', unit(town, 'Bürgeramt town'))
    const id = await b.subscribe(a, { areas: [town] })
    await b.sync(id)
    expect(await (await b.get('/api/v1/units/amt-town')).text()).toContain('Unser Amt')
    await b.remove('/api/v1/units/amt-town/record')
    await b.sync(id)
    expect(await (await b.get('/api/v1/units/amt-town')).text()).toContain('Bürgeramt town')
    expect(await sumOf(b)).toBe(await sumOf(a))
  })

  test('an area that an authority here keeps is not written by others unless it is named', async () => {
    const { a, b } = await pair()
    await addAuthority(b.db, 'own-town', town)
    await writeTown(a)
    expect(await b.sync(await b.subscribe(a))).toMatchObject({ kind: 'taken' })
    expect(await catalogueOf(b)).toEqual({})
  })

  test('a record that leaves the areas that are wanted goes', async () => {
    const { a, b } = await pair()
    await addAuthority(a.db, 'town-2', village)
    await writeTown(a)
    const id = await b.subscribe(a, { areas: [town] })
    await b.sync(id)
    await a.db.updateTable('unit').set({ region_key: village }).where('id', '=', 'amt-town').execute()
    await a.put(`/api/v1/services/hund-town/record`, service(town, 'Neu'))
    await a.db.updateTable('feed_state').set({ compared_seq: -1 }).execute()
    await b.sync(id)
    expect((await b.get('/api/v1/units/amt-town')).status).toBe(404)
  })
})

describe('whoever was away for too long', () => {
  test('reads everything anew, and what has gone meanwhile goes', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    const id = await b.subscribe(a, { areas: [town] })
    await b.sync(id)
    await a.remove('/api/v1/services/hund-town/record')
    await a.id()
    // As if half a year had passed.
    await a.db.deleteFrom('feed_entry').where('deleted', '=', 1).execute()
    await a.db
      .updateTable('feed_state')
      .set((is) => ({ pruned: is.ref('head') }))
      .execute()
    await a.put('/api/v1/services/katze/record', service(town, 'Katze'))
    expect(await b.sync(id)).toMatchObject({ kind: 'taken' })
    expect(await catalogueOf(b)).toEqual(await catalogueOf(a))
    expect((await b.get('/api/v1/services/hund-town')).status).toBe(404)
  })

  test('takes back what a node has lost by a backup', async () => {
    const { a, b } = await pair()
    await writeTown(a)
    const id = await b.subscribe(a, { areas: [town] })
    await a.put('/api/v1/services/later/record', service(town, 'Später'))
    await b.sync(id)
    await a.db.deleteFrom('service').where('id', '=', 'later').execute()
    await a.db.deleteFrom('feed_entry').where('id', '=', 'later').execute()
    await renewFeed(a.db)
    await b.sync(id)
    expect(await catalogueOf(b)).toEqual(await catalogueOf(a))
    expect((await b.get('/api/v1/services/later')).status).toBe(404)
  })
})

describe('a feed that is not what it should be', () => {
  const item = (more: object) => ({
    ...{ kind: 'service', id: 'x', origin: 'bbbbbbbbbbbb', source: 's', version: 1, deleted: false },
    record: { identifier: { schemeAgencyId: 's', schemeId: 'l', value: 'x' }, audience: ['citizen'] },
    ...more,
  })
  const page = (items: readonly object[], more: object = {}) => ({
    ...{ format: 1, node: 'bbbbbbbbbbbb', items, next: 'n', complete: true },
    ...more,
  })
  const good = (more: object = {}) => {
    const { record, ...rest } = item({})
    return { ...rest, record: { ...record, titles: { de: 'Gut' }, modules: [], parts: [], ...more } }
  }

  test.each<[what: string, answer: unknown, code: string]>([
    ['no JSON', new Response('<html></html>', { headers: { 'content-type': 'text/html' } }), 'no-feed'],
    ['JSON of another form', { hello: 'world' }, 'malformed'],
    ['a later form', { ...page([]), format: 2 }, 'newer-format'],
    ['a page that never ends', page([], { complete: false, next: 'n' }), 'malformed'],
    ['more than is taken', page([good({ author: 'x'.repeat(3_000) })]), 'too-large'],
  ])('%s fails and changes nothing', async (_, answer, code) => {
    const { network, b } = await pair()
    network.place('evil.example', () => (answer instanceof Response ? answer.clone() : answer))
    const id = await b.subscribe('https://evil.example/')
    expect(await b.sync(id, code === 'too-large' ? { longest: 1_000 } : {})).toEqual({ kind: 'failed', code })
    expect(await catalogueOf(b)).toEqual({})
  })

  test('what is unsound in it is left out, and the rest is taken', async () => {
    const { network, a, b } = await pair()
    await writeTown(a)
    await b.sync(await b.subscribe(a, { areas: [town] }))
    const before = await catalogueOf(b)
    const own = await b.id()
    network.place('evil.example', () =>
      page([
        {
          ...good(),
          id: 'good',
          record: { ...good().record, identifier: { schemeAgencyId: 's', schemeId: 'l', value: 'good' } },
        },
        item({ id: 'no-title', record: { identifier: {} } }),
        item({ id: '../../etc', record: good().record }),
        { ...good(), id: 'hund-town' },
        { ...good(), id: 'echo', origin: own },
        item({ kind: 'unit', id: 'amt-town', deleted: true, record: undefined }),
        item({ kind: 'poem', id: 'p' }),
        item({
          kind: 'responsibilities',
          id: 'nobody',
          record: { items: [{ service: 'x', regionKey: '', role: 'responsible' }] },
        }),
      ]),
    )
    const id = await b.subscribe('https://evil.example/')
    expect(await b.sync(id)).toMatchObject({ kind: 'taken', written: 1 })
    const { [`service good bbbbbbbbbbbb s`]: taken, ...rest } = await catalogueOf(b)
    expect(taken).toBeDefined()
    expect(rest).toEqual(before)
    const withheld = await b.db
      .selectFrom('feed_staged')
      .select(['id', 'withheld'])
      .where('subscription_id', '=', id)
      .orderBy('id')
      .execute()
    expect(withheld).toEqual([
      { id: '../../etc', withheld: 'invalid' },
      { id: 'hund-town', withheld: 'taken' },
      { id: 'no-title', withheld: 'invalid' },
      { id: 'nobody node-bbbbbbbbbbbb-s', withheld: 'incomplete' },
      { id: 'p', withheld: 'unknown-kind' },
    ])
  })

  test('HTML is made safe as that of every import', async () => {
    const { network, b } = await pair()
    const html = '<p onclick="x()">Hallo<script>alert(1)</script><a href="javascript:x()">hier</a></p>'
    network.place('evil.example', () => page([good({ modules: [{ code: '06', lang: 'de', html }] })]))
    await b.sync(await b.subscribe('https://evil.example/'))
    const rows = await b.db.selectFrom('service_text').select(['html', 'content']).execute()
    expect(rows[0]?.html).toContain('Hallo')
    expect(JSON.stringify(rows)).not.toMatch(/script|onclick/)
  })

  test('who answers under the address of another is not believed', async () => {
    const { network, b } = await pair()
    let node = 'bbbbbbbbbbbb'
    network.place('evil.example', () => page([], { node, next: `n${node}` }))
    const id = await b.subscribe('https://evil.example/')
    await b.sync(id)
    node = 'cccccccccccc'
    expect(await b.sync(id)).toEqual({ kind: 'failed', code: 'other-node' })
    node = await b.id()
    const second = await b.subscribe('https://evil.example/again')
    expect(await b.sync(second)).toEqual({ kind: 'failed', code: 'own-node' })
  })

  test('the same page again changes nothing, and what came too early waits', async () => {
    const network = createNetwork()
    const b = await network.open('village', village)
    const early = item({
      ...{ kind: 'responsibilities', id: 'amt' },
      record: { items: [{ service: 'x', regionKey: town, role: 'responsible' }] },
    })
    const late = item({
      kind: 'unit',
      id: 'amt',
      record: { tier: 'municipal', regionKey: town, names: { de: 'Amt' } },
    })
    const pages = [
      page([early, good()], { next: 'n1' }),
      page([early, good()], { next: 'n2' }),
      page([late], { next: 'n3' }),
    ]
    network.place('early.example', () => pages.shift() ?? page([], { next: 'n4' }))
    const id = await b.subscribe('https://early.example/')
    expect(await b.sync(id)).toMatchObject({ kind: 'taken', written: 1 })
    expect(await b.sync(id)).toMatchObject({ written: 0 })
    expect(await b.sync(id)).toMatchObject({ kind: 'taken', written: 2 })
    expect(await b.db.selectFrom('responsibility').select('unit_id').execute()).toEqual([{ unit_id: 'amt' }])
  })
})
