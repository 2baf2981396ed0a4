import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockList, clientNetwork, strangerNetwork } from './client-network.ts'

describe('a reader who comes straight to us', () => {
  test.each([
    ['203.0.113.77', '203.0.113'],
    ['::ffff:203.0.113.77', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:0DB8:0001::6', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['127.0.0.1', '127.0.0'],
    ['nonsense', ''],
    ['', ''],
    [undefined, ''],
  ])('from %s is of the network %j', (peer, network) => {
    expect(clientNetwork(peer, undefined)).toBe(network)
  })

  test('cannot claim another network', () => {
    expect(clientNetwork('203.0.113.77', '198.51.100.1')).toBe('203.0.113')
  })
})

describe('a reader who comes through a proxy of ours', () => {
  test.each([
    ['127.0.0.1', '198.51.100.1', '198.51.100'],
    ['::1', '198.51.100.1:4711', '198.51.100'],
    ['::ffff:10.0.0.3', '[2001:db8:9::1]:443', '2001:db8:9'],
    ['fd00::3', ' 198.51.100.1 ,10.1.1.1, 192.168.0.1', '198.51.100'],
    ['127.0.0.1', '192.168.1.5', '192.168.1'],
    ['127.0.0.1', '', ''],
  ])('%s, which forwards for %j, is of the network %j', (peer, forwarded, network) => {
    expect(clientNetwork(peer, forwarded)).toBe(network)
  })

  test('cannot claim another network by sending the header too', () => {
    expect(clientNetwork('127.0.0.1', '1.1.1.1, 10.0.0.9, 198.51.100.1')).toBe('198.51.100')
    expect(clientNetwork('127.0.0.1', '1.1.1.1, nonsense')).toBe('')
  })
})

describe('where the operator has named the proxies', () => {
  const proxies = blockList(['10.0.0.5', 'fd00::/16'])

  test.each([
    ['10.0.0.5', '198.51.100.1', '198.51.100'],
    ['fd00::7', '198.51.100.1, 10.0.0.5', '198.51.100'],
    ['::ffff:10.0.0.5', '192.168.7.1', '192.168.7'],
  ])('%s, which forwards for %j, is believed', (peer, forwarded, network) => {
    expect(clientNetwork(peer, forwarded, proxies)).toBe(network)
    expect(strangerNetwork(peer, forwarded, proxies)).toBe(network)
  })

  test.each([
    ['10.0.0.6', '10.0.0'],
    ['127.0.0.1', '127.0.0'],
    ['fe80::1', 'fe80:0:0'],
  ])('%s is a reader like any other, and what it says of others is not believed', (peer, network) => {
    expect(strangerNetwork(peer, '198.51.100.1', proxies)).toBe(network)
  })
})

describe('readers that cannot be told apart', () => {
  test.each([
    ['127.0.0.1', undefined],
    ['10.0.0.9', '192.168.1.5'],
  ])('%s, which forwards for %j: all of them are ours', (peer, forwarded) => {
    expect(strangerNetwork(peer, forwarded)).toBeUndefined()
  })

  test('where a proxy says nonsense it is the network without a name', () => {
    expect(strangerNetwork('127.0.0.1', 'nonsense')).toBe('')
  })
})

test('whatever stands in the header, the network is short and nothing breaks', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.ipV4(), fc.ipV6(), fc.string(), fc.constant(undefined)),
      fc.oneof(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())).map(String), fc.constant(undefined)),
      (peer, forwarded) => {
        expect(clientNetwork(peer, forwarded)).toMatch(/^(?:|\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f]+:[0-9a-f]+)$/)
      },
    ),
  )
})
