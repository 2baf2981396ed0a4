import { BlockList, isIP } from 'node:net'

/** Networks nobody reaches us from over the internet: whoever speaks to us from there is a proxy of the operator. */
const privateNetworks = blockList([
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '169.254.0.0/16',
  '::1',
  'fc00::/7',
  'fe80::/10',
])

/** Addresses and networks ("10.0.0.5", "fd00::/8") as a list to look up in. Throws for anything else. */
export function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** More proxies than this stand in front of nobody. */
const mostProxies = 20

/**
 * The network a reader comes from, no finer than needed to tell households from a flood: the first 24 bits of IPv4, 48 of IPv6;
 * '' where it is unknown. Behind proxies of ours the last address of X-Forwarded-For that is not one of them counts: what stands
 * before it may be invented by the reader.
 */
export function clientNetwork(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList = privateNetworks,
): string {
  const { way, stranger } = wayOf(peer, forwardedFor, proxies)
  return networkOf(way[Math.max(stranger, 0)] ?? '')
}

/** The same where a stranger is on the way; undefined where all are proxies of ours, so that readers cannot be told apart. */
export function strangerNetwork(
  peer: string | undefined,
  forwardedFor: string | undefined,
  proxies: BlockList = privateNetworks,
): string | undefined {
  const { way, stranger } = wayOf(peer, forwardedFor, proxies)
  return stranger < 0 ? undefined : networkOf(way[stranger] ?? '')
}

/** From the reader to us, and where on it the last one stands who is no proxy of ours; -1 for nobody. */
function wayOf(peer: string | undefined, forwardedFor: string | undefined, proxies: BlockList) {
  const forwarded = forwardedFor?.split(',').slice(-mostProxies).map(bare) ?? []
  const way = [...forwarded, bare(peer ?? '')]
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return { way, stranger: way.findLastIndex((address) => isIP(address) === 0 || !isProxy(address)) }
}

/** Without port, brackets and zone. */
const bare = (address: string): string =>
  address
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')

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
