import ipaddr from 'ipaddr.js'

/** Global unicast (IANA): what lies outside was never given to anybody, or carries an IPv4 address in disguise. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an IP address belongs to the public internet. Everything else is refused: private, loopback, link-local (cloud
 * metadata at 169.254.169.254), unique local, multicast, 0.0.0.0/8, carrier-grade NAT, reserved, and IPv6 that stands for an
 * IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js reads "127.1" and "0x7f.1" as well; a resolver never says them.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalUnicast)
}
