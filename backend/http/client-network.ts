import { BlockList, isIP } from 'node:net'

/** Networks nobody reaches us from over the internet: whoever speaks to us from there is a proxy of the operator. */
const own = new BlockList()
own.addSubnet('127.0.0.0', 8, 'ipv4')
own.addSubnet('10.0.0.0', 8, 'ipv4')
own.addSubnet('172.16.0.0', 12, 'ipv4')
own.addSubnet('192.168.0.0', 16, 'ipv4')
own.addSubnet('169.254.0.0', 16, 'ipv4')
own.addAddress('::1', 'ipv6')
own.addSubnet('fc00::', 7, 'ipv6')
own.addSubnet('fe80::', 10, 'ipv6')

/** More proxies than this stand in front of nobody. */
const mostProxies = 20

/**
 * The network a reader comes from, no finer than needed to tell households from a flood: the first 24 bits of IPv4, 48 of IPv6;
 * '' where it is unknown. Behind proxies of ours the last address of X-Forwarded-For that is not one of them counts: what stands
 * before it may be invented by the reader.
 */
export function clientNetwork(peer: string | undefined, forwardedFor: string | undefined): string {
  const forwarded = forwardedFor?.split(',').slice(-mostProxies).map(bare) ?? []
  const way = [...forwarded, bare(peer ?? '')]
  const stranger = way.findLastIndex((address) => isIP(address) === 0 || !isOwn(address))
  return networkOf(way[Math.max(stranger, 0)] ?? '')
}

/** Without port, brackets and zone. */
const bare = (address: string): string =>
  address
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')

const isOwn = (address: string) => own.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return mapped.split('.').slice(0, 3).join('.')
  return isIP(mapped) === 6 ? groupsOf(mapped).slice(0, 3).join(':') : ''
}

/** The eight groups of an IPv6 address, each in its shortest form. */
function groupsOf(address: string): readonly string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
}
