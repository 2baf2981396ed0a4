import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { xzufiSource } from './federation/index.ts'
import { httpServer, localClient, shortCaps } from './integration/testing.ts'
import { testFolder } from './operation/testing.ts'
import { importXzufi } from './subscription-xzufi.ts'
import { catalogueOf, createNetwork } from './testing.ts'

const example = readFileSync(join(import.meta.dirname, 'responsibility', 'xzufi-example-22.xml'), 'utf8')

/** A node that subscribes to a file, and what the file holds. */
async function openFile(first: string) {
  let file = first
  const server = await httpServer((request, response) => {
    const etag = `"${file.length}"`
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
    return response.writeHead(200, { etag }).end(file)
  })
  const ask = localClient([server.pair], { caps: { ...shortCaps, totalTime: 20_000, bodyBytes: 10_000_000 } })
  const network = createNetwork()
  const node = await network.open('town', '13004')
  const workFile = join(testFolder(), 'amtsweg.sqlite')
  const url = `http://127.0.0.1:${server.port}/leistungen.xml`
  const id = await node.subscribe(url, { kind: 'xzufi' })
  return {
    node,
    url,
    put: (text: string) => (file = text),
    sync: () => node.sync(id, { ask, importXzufi, workFile }),
    ids: async () => Object.keys(await catalogueOf(node)).filter((key) => key.startsWith('service')),
  }
}

test('a file of XZuFi is taken as imports take it, and passed on by the feed', async () => {
  const { node, url, sync, ids, put } = await openFile(example)
  expect(await sync()).toMatchObject({ kind: 'taken' })
  const own = await node.id()
  const found = await ids()
  expect(found.length).toBeGreaterThan(0)
  expect(found.every((key) => key.endsWith(`${own} ${xzufiSource(url)}`))).toBe(true)
  expect(await sync()).toEqual({ kind: 'unchanged' })

  put('<html>Wartung</html>')
  expect(await sync()).toEqual({ kind: 'failed', code: 'import-refused' })
  expect(await ids()).toEqual(found)
})
