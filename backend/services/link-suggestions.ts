import type { LinkSuggestion, LinkVerdict } from '@amtsweg/contract'

/** An address that does not work, and where its server says it has gone. */
interface Broken {
  readonly url: string
  readonly verdict: LinkVerdict
  readonly movedTo: string | null
}

/** Verdicts of addresses whose page is gone, so that one has to look for it. */
const lost: readonly LinkVerdict[] = ['dead', 'failing', 'suspicious']

/** The same address with and without `www.`, a slash at its end and encryption; encrypted ones first. */
export function variantsOf(url: string): readonly string[] {
  const address = webAddress(url)
  if (!address) return []
  const hosts = [address.host, address.host.replace(/^www[.]|^(?!www[.])/, (cut) => (cut ? '' : 'www.'))]
  const path = address.pathname.replace(/\/$/, '')
  const paths = [address.pathname, ...(path === '' ? [] : [path, `${path}/`])]
  const all = ['https:', 'http:'].flatMap((scheme) =>
    hosts.flatMap((host) => paths.map((one) => `${scheme}//${host}${one}${address.search}`)),
  )
  return [...new Set(all)].filter((one) => one !== url && one !== address.href)
}

/**
 * What could stand in its place, the surest first: what its server has said, nearly the same address that is known to work, and the
 * page from which to look for it. `works` tells of addresses that were looked at; nobody is asked anew.
 */
export function linkSuggestions(
  { url, verdict, movedTo }: Broken,
  works: (url: string) => boolean,
): LinkSuggestion[] {
  const moved: readonly LinkSuggestion[] = movedTo === null ? [] : [{ kind: 'moved', url: movedTo }]
  const variants = variantsOf(url)
    .filter(works)
    .slice(0, 1)
    .map((variant): LinkSuggestion => ({ kind: 'variant', url: variant }))
  const start = webAddress(url)
  const isDeep = start !== undefined && start.pathname + start.search !== '/'
  const look: readonly LinkSuggestion[] =
    isDeep && lost.includes(verdict) ? [{ kind: 'look-here', url: `${start.origin}/` }] : []
  return [...moved, ...variants, ...look]
}

function webAddress(url: string): URL | undefined {
  const address = URL.parse(url)
  return address && /^https?:$/.test(address.protocol) ? address : undefined
}
