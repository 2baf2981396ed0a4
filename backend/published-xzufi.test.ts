import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { removeSubscription } from './federation/index.ts'
import { importContent, xzufiMessages } from './import/testing.ts'
import { httpServer, localClient, shortCaps } from './integration/testing.ts'
import { testFolder } from './operation/testing.ts'
import { xzufiProfile } from './responsibility/import-xzufi.ts'
import { importXzufi } from './subscription-xzufi.ts'
import { catalogueOf, createNetwork, type Node, service, unit } from './testing.ts'

const town = '130040000000'
const address = '/api/v1/xzufi'
let node: Node
let network: ReturnType<typeof createNetwork>
beforeEach(async () => {
  network = createNetwork()
  node = await network.open('town', town)
  await node.put('/api/v1/units/amt/record', unit(town, 'Bürgeramt'))
  await node.put('/api/v1/services/hund/record', service(town))
  await node.put(`/api/v1/services/hund/responsibilities/${town}`, {
    items: [{ unit: 'amt', role: 'responsible' }],
  })
})
const ask = (headers: Record<string, string> = {}, query = '') =>
  node.app.request(address + query, { headers })

test('anybody gets the whole catalogue as one message of XZuFi', async () => {
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const text = await answer.text()
  expect(Number(answer.headers.get('content-length'))).toBe(Buffer.byteLength(text))
  const messages = await xzufiMessages(text)
  expect(messages.map(({ kind }) => kind)).toEqual(['organisationseinheit', 'leistung', 'zustaendigkeit'])
  expect(await (await ask({}, '?version=2.3.1')).text()).toContain('xzufi/2_3_1')
  expect((await ask({}, '?version=3')).status).toBe(400)
  const head = await node.app.request(address, { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
    200,
    '',
    answer.headers.get('etag'),
  ])
})

test('who has it gets nothing until it has changed, also where something else was written', async () => {
  const first = await ask()
  const etag = first.headers.get('etag') ?? ''
  const modified = first.headers.get('last-modified') ?? ''
  const same = async () => [
    (await ask({ 'if-none-match': etag })).status,
    (await ask({ 'if-none-match': `W/"x", ${etag}` })).status,
    (await ask({ 'if-modified-since': modified })).status,
  ]
  expect(await same()).toEqual([304, 304, 304])
  // As a clerk who signs in, or an import that found nothing new.
  await node.db.updateTable('audit_head').set({ hash: 'another' }).execute()
  expect(await same()).toEqual([304, 304, 304])
  await node.put('/api/v1/services/hund/record', service(town, 'Hund abmelden'))
  expect((await ask({ 'if-none-match': etag, 'if-modified-since': modified })).status).toBe(200)
  expect(await (await ask()).text()).toContain('Hund abmelden')
})

test('who reads slowly reads one state to its end while another is made', async () => {
  const slow = await ask()
  await node.put('/api/v1/services/hund/record', service(town, 'Hund abmelden'))
  await (await ask()).text()
  const text = await slow.text()
  expect(text).toContain('Hund anmelden')
  expect(text).not.toContain('Hund abmelden')
  expect((await xzufiMessages(text)).length).toBe(3)
})

test('names of persons stay where they are', async () => {
  const example = readFileSync(join(import.meta.dirname, 'responsibility/xzufi-example-22.xml'), 'utf8')
  const named = example.replace(
    /<\/(\w+:)?organisationseinheit>/,
    (end, prefix: string = '') =>
      `<${prefix}kontaktperson><${prefix}familienname>Muster</${prefix}familienname></${prefix}kontaktperson><${prefix}versionsinformation><${prefix}erstelltDurch>Erika Muster</${prefix}erstelltDurch></${prefix}versionsinformation>${end}`,
  )
  expect(named).not.toBe(example)
  await importContent(node.db, { profile: xzufiProfile, content: named, name: 'file.xml' })
  await node.put('/api/v1/services/hund/record', service(town, 'Anders'))
  const text = await (await ask()).text()
  expect(text).toContain('organisationseinheit')
  expect(text).not.toContain('Muster<')
})

test('slots are given back by who leaves early', async () => {
  for (let round = 0; round < 45; round += 1) {
    const answer = await ask()
    expect(answer.status).toBe(200)
    await answer.body?.cancel()
  }
  const open = await Promise.all(Array.from({ length: 25 }, async () => ask()))
  expect(open.filter(({ status }) => status === 503)).toHaveLength(5)
  await Promise.all(open.map(async (answer) => answer.body?.cancel()))
  expect((await ask()).status).toBe(200)
})

/** A node that others ask over HTTP. */
async function serve(giver: Node) {
  const server = await httpServer((request, response) => {
    void (async () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const answer = await giver.app.request(request.url ?? '', { headers })
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })()
  })
  const client = localClient([server.pair], {
    caps: { ...shortCaps, headersTime: 20_000, totalTime: 20_000, bodyBytes: 10_000_000 },
  })
  const workFile = join(testFolder(), 'amtsweg.sqlite')
  return { url: `http://127.0.0.1:${server.port}${address}`, more: { ask: client, importXzufi, workFile } }
}
const wordsOf = (found: Readonly<Record<string, unknown>>) =>
  Object.entries(found).map(([key, record]) => `${key.split(' ')[0]} ${JSON.stringify(record)}`)

test('another node subscribes to it and follows every change', async () => {
  const { url, more } = await serve(node)
  const other = await network.open('land', '13')
  const id = await other.subscribe(url, { kind: 'xzufi' })
  expect(await other.sync(id, more)).toMatchObject({ kind: 'taken' })
  const titles = async () => wordsOf(await catalogueOf(other)).join('\n')
  expect(await titles()).toContain('Hund anmelden')
  expect(await titles()).toContain('Bürgeramt')
  expect(await titles()).toMatch(/responsibilities .*"13004"/)
  expect(await other.sync(id, more)).toEqual({ kind: 'unchanged' })
  await node.put('/api/v1/services/hund/record', service(town, 'Hund abmelden'))
  expect(await other.sync(id, more)).toMatchObject({ kind: 'taken' })
  expect(await titles()).toContain('Hund abmelden')
  await node.remove(`/api/v1/services/hund/responsibilities/${town}`)
  await node.remove('/api/v1/units/amt/record')
  expect(await other.sync(id, more)).toMatchObject({ kind: 'taken' })
  expect(await titles()).not.toContain('Bürgeramt')
}, 60_000)

test('what a file brought goes with its subscription where that is wanted, and nothing else', async () => {
  const { url, more } = await serve(node)
  const other = await network.open('land', '13')
  await other.put('/api/v1/services/pass/record', service('13', 'Pass'))
  const before = await catalogueOf(other)
  const order = { kind: 'xzufi' } as const
  const id = await other.subscribe(url, order)
  await other.sync(id, more)
  expect(Object.keys(await catalogueOf(other))).toHaveLength(4)
  const end = (records: 'keep' | 'remove', subscription: string) =>
    other.db
      .transaction()
      .execute((trx) => removeSubscription(trx, subscription, { records, at: new Date().toISOString() }))
  expect(await end('remove', id)).toBe(3)
  expect(await catalogueOf(other)).toEqual(before)
  for (const table of ['xzufi_record', 'xzufi_reference'] as const)
    expect(await other.db.selectFrom(table).select('id').execute()).toEqual([])
  const again = await other.subscribe(url, order)
  expect(await other.sync(again, more)).toMatchObject({ kind: 'taken' })
  expect(await end('keep', again)).toBe(0)
  expect(Object.keys(await catalogueOf(other))).toHaveLength(4)
  await node.put('/api/v1/services/hund/record', service(town, 'Hund abmelden'))
  const anew = await other.subscribe(url, order)
  expect(await other.sync(anew, more)).toMatchObject({ kind: 'taken' })
  expect(wordsOf(await catalogueOf(other)).join()).toContain('Hund abmelden')
}, 60_000)

test('two nodes that subscribe to each other this way come to rest, and nobody loses what is theirs', async () => {
  const other = await network.open('land', '13')
  await other.put('/api/v1/units/ministerium/record', { ...unit('13', 'Ministerium'), tier: 'state' })
  await other.put('/api/v1/services/pass/record', service('13', 'Pass'))
  const [fromTown, fromLand] = [await serve(node), await serve(other)]
  const landId = await other.subscribe(fromTown.url, { kind: 'xzufi' })
  const townId = await node.subscribe(fromLand.url, { kind: 'xzufi' })
  const counts: number[][] = []
  for (let round = 0; round < 5; round += 1) {
    await other.sync(landId, fromTown.more)
    await node.sync(townId, fromLand.more)
    counts.push([Object.keys(await catalogueOf(node)).length, Object.keys(await catalogueOf(other)).length])
  }
  expect(counts.at(-1)).toEqual(counts.at(-2))
  for (const here of [node, other]) {
    const text = wordsOf(await catalogueOf(here)).join('\n')
    for (const word of ['Bürgeramt', 'Ministerium', 'Hund anmelden', 'Pass'])
      expect(text.split(`"${word}"`)).toHaveLength(2)
  }
}, 60_000)

test('offices of two nodes that are called alike are two', async () => {
  const village = await network.open('village', '130765655001')
  await village.put('/api/v1/units/amt/record', unit('130765655001', 'Gemeindebüro'))
  const land = await network.open('land', '13')
  for (const giver of [node, village]) {
    const { url, more } = await serve(giver)
    expect(await land.sync(await land.subscribe(url, { kind: 'xzufi' }), more)).toMatchObject({
      kind: 'taken',
    })
  }
  const units = wordsOf(await catalogueOf(land)).filter((line) => line.startsWith('unit'))
  expect(units.join()).toContain('Bürgeramt')
  expect(units.join()).toContain('Gemeindebüro')
})
