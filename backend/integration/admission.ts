/** Why an address is not asked. */
export type Refusal = 'malformed' | 'scheme' | 'credentials' | 'port' | 'own-server' | 'internal-address'

export interface Admission {
  /** Addresses of our own server, by host name: it must not be made to ask itself. */
  readonly ownHosts: readonly string[]
  /**
   * `address:port` pairs that may be asked although they are internal or on an unusual port, such as `127.0.0.1:8080` or
   * `[::1]:8080`. Dangerous: whoever may write a link can reach them.
   */
  readonly allow: readonly string[]
}

const defaultPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 }
const ordinaryPorts: readonly number[] = [80, 443]
const longest = 2_000

/** Name of a host without brackets and the root's dot: `example.org.` is `example.org`. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

export const portOf = (url: URL): number => Number(url.port) || (defaultPorts[url.protocol] ?? 0)

export const isOrdinaryPort = (url: URL): boolean => ordinaryPorts.includes(portOf(url))

/** `address:port` as the allow-list writes it. */
export const pairOf = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`

/**
 * What can be told from an address alone. The URL parser of the platform does the reading, so that decimal, octal and
 * hexadecimal IP addresses, tabs and full-width letters are the same here as in the request that follows.
 */
export function admit(address: string, { ownHosts, allow }: Admission): URL | Refusal {
  if (address.length > longest || !URL.canParse(address)) return 'malformed'
  const url = new URL(address)
  if (!(url.protocol in defaultPorts)) return 'scheme'
  if (url.username || url.password) return 'credentials'
  const host = hostOf(url)
  if (!host) return 'malformed'
  if (ownHosts.includes(host)) return 'own-server'
  if (!isOrdinaryPort(url) && !allow.some((pair) => pair.endsWith(`:${portOf(url)}`))) return 'port'
  url.hash = ''
  return url
}
