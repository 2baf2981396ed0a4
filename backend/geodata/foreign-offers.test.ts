import { describe, expect, test } from 'vitest'
import { type AskDocument, offersOf } from './foreign-offers.ts'

const items = (id: string) => ({
  ...{ rel: 'items', type: 'application/geo+json' },
  href: `https://geo.example/api/collections/${id}/items`,
})
const trees = { id: 'trees', title: 'Bäume', description: '<b>Alle</b>', links: [items('trees')] }
const licensed = {
  ...{ id: 'bänke', links: [items('b'), { rel: 'license', href: 'https://www.govdata.de/dl-de/by-2-0' }] },
  provider: 'Stadt Beispielhagen',
}
const rasters = { id: 'air', title: 'Luftbild', links: [{ rel: 'coverage', href: '/air' }] }
const copied = { ...trees, id: 'ours', origin: { node: 'abcdefabcdef' } }
const astray = {
  id: 'astray',
  links: [{ rel: 'items', type: 'application/geo+json', href: 'https://evil.example/items' }],
}

/** A server that knows some addresses, and what it was asked. */
function server(pages: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const ask: AskDocument = async (url) => {
    asked.push(url)
    const body = pages[url]
    if (typeof body === 'string') return body as 'unreachable'
    return body === undefined ? 'no-collection' : { url, body }
  }
  const look = (url: string) => offersOf(ask, { url, token: null, node: 'abcdefabcdef' })
  return { look, asked }
}

const list = { 'https://geo.example/api/collections': { collections: [trees, licensed, rasters] } }
const single = { 'https://geo.example/api/collections/trees': trees }

describe('what another server has to copy', () => {
  test.each([
    ['its service', 'https://geo.example/api', list, ['trees', 'bänke']],
    ['its service with a stroke', 'https://geo.example/api/?f=html#top', list, ['trees', 'bänke']],
    ['its list', 'https://geo.example/api/collections?f=html', list, ['trees', 'bänke']],
    ['one collection', 'https://geo.example/api/collections/trees', single, ['trees']],
    ['its features', 'https://geo.example/api/collections/trees/items?limit=9&f=html', single, ['trees']],
    ['one feature', 'https://geo.example/api/collections/trees/items/7', single, ['trees']],
    [
      'a node',
      'https://node.example',
      { 'https://node.example/ogc/collections': { collections: [trees, licensed] } },
      ['trees', 'bänke'],
    ],
    [
      'a page of a node',
      'https://node.example/services',
      { 'https://node.example/ogc/collections': { collections: [trees] } },
      ['trees'],
    ],
    [
      'the service of a node',
      'https://node.example/ogc/',
      { 'https://node.example/ogc/collections': { collections: [trees] } },
      ['trees'],
    ],
  ])('is found by the address of %s', async (_, url, pages, ids) => {
    expect((await server(pages).look(url)).map(({ id }) => id)).toEqual(ids)
  })

  test('is told with its address, its terms, and why it cannot be copied', async () => {
    const { look } = server({
      'https://geo.example/api/collections': { collections: [trees, licensed, copied, astray] },
    })
    const found = await look('https://geo.example/api')
    expect(found[0]).toEqual({
      ...{
        id: 'trees',
        url: 'https://geo.example/api/collections/trees',
        title: 'Bäume',
        description: 'Alle',
      },
      ...{ kind: 'ogc-features', licence: null, provider: null, audience: null, error: null },
    })
    expect(found[1]).toMatchObject({
      ...{ url: 'https://geo.example/api/collections/b%C3%A4nke', licence: 'dl-de-by-2.0' },
      provider: 'Stadt Beispielhagen',
    })
    expect(found.slice(2).map(({ error }) => error)).toEqual(['own-data', 'other-origin'])
  })

  test.each([
    ['no-collection', {}],
    ['no-collection', { 'https://geo.example/api/collections': 'wrong-type' }],
    ['no-collection', { 'https://geo.example/api/collections': { collections: [rasters, null, 7] } }],
    ['not-allowed', { 'https://geo.example/api/collections': 'not-allowed' }],
    ['unreachable', { 'https://geo.example/api/collections': 'unreachable' }],
  ])('is %s where it is not there: %o', (code, pages) =>
    expect(server(pages).look('https://geo.example/api')).rejects.toMatchObject({ code }),
  )

  test('is not asked for a second time where the server is not there at all', async () => {
    const { look, asked } = server({ 'https://geo.example/api/collections': 'unreachable' })
    await expect(look('https://geo.example/api')).rejects.toThrow()
    expect(asked).toHaveLength(1)
  })
})
