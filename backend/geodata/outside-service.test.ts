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
  const body = (text: string) => new TextEncoder().encode(text)
  test.each([
    ['image/png', 'x', true],
    ['application/json; charset=utf-8', '{}', true],
    ['application/vnd.ogc.wms_xml', '<a/>', false],
    ['text/xml', '<a/>', true],
    ['text/html', '<script>', false],
    ['image/svg+xml', '<svg/>', false],
    ['application/javascript', '1', false],
    ['', '', false],
    ['text/xml', '<OnlineResource href="https://a.example/?key=geheim-123"/>', false],
  ])('%s %s: %s', (type, text, passes) =>
    expect(mayPass(service('wms', { key }), type, body(text))).toBe(passes),
  )
})
