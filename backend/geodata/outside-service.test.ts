import { describe, expect, test } from 'vitest'
import { mayPass, outsideAddress, type OutsideKind, type OutsideService } from './outside-service.ts'

const service = (kind: OutsideKind, more: Partial<OutsideService> = {}): OutsideService => ({
  ...{ id: 'a', title: 'A', kind, url: 'https://karten.example/dienst', attribution: '© A' },
  ...{ parameters: ['query'], key: undefined, maxAge: 60, ...more },
})
const ask = (one: OutsideService, query: string) => {
  const address = outsideAddress(one, new URLSearchParams(query))
  return address instanceof URL ? address.href : address.unusable
}
const at = 'https://karten.example/dienst'
const key = { parameter: 'key', value: 'geheim-123' }

describe('what a service of others is asked', () => {
  test.each<readonly [OutsideKind, string, string]>([
    [
      'wms',
      'SERVICE=WMS&REQUEST=GetMap&width=256&height=256',
      `${at}?SERVICE=WMS&REQUEST=GetMap&width=256&height=256`,
    ],
    ['wms', 'request=DescribeLayer', 'request'],
    ['wms', 'request=GetMap&sld=https://evil.example/', 'sld'],
    ['wms', 'request=GetMap&url=http://169.254.169.254/', 'url'],
    ['wms', 'request=GetMap&width=99999', 'width'],
    ['wmts', 'request=GetTile&tilerow=3', `${at}?request=GetTile&tilerow=3`],
    ['wmts', 'request=GetMap', 'request'],
    ['tiles', 'path=12/2145/1342.png', `${at}/12/2145/1342.png`],
    ['tiles', 'path=../../admin', 'path'],
    ['tiles', 'path=//evil.example/a', 'path'],
    ['tiles', 'path=a%2f..%2fb', 'path'],
    ['tiles', '', 'path'],
    ['tiles', 'path=1&path=2', 'path'],
    ['geocoder', 'query=Am+Wall', `${at}?query=Am+Wall`],
    ['geocoder', 'callback=alert', 'callback'],
  ])('%s: %s', (kind, query, expected) => expect(ask(service(kind), query)).toBe(expected))

  test('its key is put in here, and nobody else may', () => {
    expect(ask(service('geocoder', { key }), 'query=a')).toBe(`${at}?query=a&key=geheim-123`)
    expect(ask(service('geocoder', { key, parameters: ['query', 'KEY'] }), 'KEY=mine')).toBe('KEY')
  })
})

describe('what is passed on', () => {
  const odd = { parameter: 'key', value: 'ab+c/d==&' }
  const passes = (request: string, type: string, text: string, kind: OutsideKind = 'wms') =>
    mayPass(service(kind, { key: odd }), new URLSearchParams({ REQUEST: request }), {
      type,
      body: new TextEncoder().encode(text),
    })

  test.each([
    ['GetMap', 'image/png', 'x', true],
    ['GetMap', 'text/xml', '<ServiceException/>', false],
    ['GetFeatureInfo', 'application/json; charset=utf-8', '{}', true],
    ['GetFeatureInfo', 'application/vnd.ogc.gml', '<a/>', false],
    ['GetCapabilities', 'text/xml', '<a/>', true],
    ['GetFeatureInfo', 'text/html', '<script>', false],
    ['GetFeatureInfo', 'application/xhtml+xml', '<form/>', false],
    ['GetMap', 'image/svg+xml', '<svg/>', false],
    ['GetCapabilities', 'application/javascript', '1', false],
    ['GetCapabilities', '', '', false],
  ])('%s as %s %s: %s', (request, type, text, isPassed) => expect(passes(request, type, text)).toBe(isPassed))

  test.each(['ab+c/d==&', 'ab%2Bc%2Fd%3D%3D%26', 'AB%2bC%2fD%3d%3d%26', 'ab+c/d==&amp;', 'ab+c\\/d==&'])(
    'no answer with the key in it: %s',
    (form) =>
      expect(passes('GetCapabilities', 'text/xml', `<a href="https://a.example/?key=${form}"/>`)).toBe(false),
  )

  test('a tile is a picture', () => {
    expect(passes('', 'image/png', 'x', 'tiles')).toBe(true)
    expect(passes('', 'text/plain', 'x', 'tiles')).toBe(false)
  })
})
