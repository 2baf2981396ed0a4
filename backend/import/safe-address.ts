const longest = 2_000

/** An absolute address that a reader may safely follow (http, https, mailto or tel), in its normal form. */
export function safeAddress(address: string | undefined): string | undefined {
  if (!address || address.length > longest || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const reachable = url.protocol === 'https:' || url.protocol === 'http:'
  // A name before the host is there to deceive: https://bank.de@evil.example/
  if (reachable && url.hostname && !url.username && !url.password) return url.href
  return url.protocol === 'mailto:' || url.protocol === 'tel:' ? url.href : undefined
}
