/** What the policy of a page must allow, as CSP writes it: `connect-src https://amtsweg.example.de`. */
export interface Need {
  readonly directive: string
  readonly source: string
}

/** The choices that a policy depends on. */
export interface Variant {
  /** Origin of the Amtsweg server. */
  readonly server: string
  /** Where the script makes widgets, where a frame shows our page, and where a link leads to it. */
  readonly shown: 'script' | 'frame' | 'link'
  /** The stylesheet that keeps room is linked. */
  readonly reserve: boolean
  /** The page's own nonce stands on our tags. */
  readonly nonce: boolean
  /** `'sha256-…'` of the inline import map, where the version is pinned. */
  readonly mapHash: string | undefined
  /** The page demands Trusted Types. */
  readonly trustedTypes: boolean
}

const nonce = "'nonce-…'"

/** Everything a policy needs for a variant; nothing where a plain link is all there is. */
export function needsOf({ server, shown, reserve, nonce: byNonce, mapHash, trustedTypes }: Variant): Need[] {
  if (shown === 'link') return []
  if (shown === 'frame') return [{ directive: 'frame-src', source: server }]
  const needs: Need[] = [{ directive: 'script-src', source: byNonce ? nonce : server }]
  if (mapHash && !byNonce) needs.push({ directive: 'script-src', source: mapHash })
  needs.push({ directive: 'connect-src', source: server })
  if (reserve) needs.push({ directive: 'style-src', source: server })
  if (trustedTypes) needs.push({ directive: 'trusted-types', source: 'amt-html' })
  return needs
}

/** The lines to add to a policy, one per directive. */
export function policyLines(variant: Variant): string[] {
  const needs = needsOf(variant)
  const directives = [...new Set(needs.map(({ directive }) => directive))]
  const lines = directives.map((directive) =>
    [directive, ...needs.filter((need) => need.directive === directive).map(({ source }) => source)].join(
      ' ',
    ),
  )
  const demand =
    variant.shown === 'script' && variant.trustedTypes ? ["require-trusted-types-for 'script'"] : []
  return [...lines, ...demand]
}

/** From the most to the least special; the first that a policy has counts. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'style-src': ['style-src-elem', 'style-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
  'frame-src': ['frame-src', 'child-src', 'default-src'],
  'trusted-types': ['trusted-types'],
}

type Policy = Map<string, string[]>

/** A header as it is sent, or with its name before it, or as a line of nginx or Apache, or as a meta element. */
function policyText(pasted: string): string {
  const text = pasted.replaceAll('&#39;', "'").replaceAll('&quot;', '"')
  const named = /content-security-policy(?:-report-only)?["']?\s*(?::|content=|=|\s)\s*([^]*)$/i.exec(text)
  const value = (named?.[1] ?? text).trim()
  const quoted = /^"([^"]*)"/.exec(value) ?? /content="([^"]*)"/i.exec(value)
  return quoted?.[1] ?? value
}

function readPolicies(pasted: string): Policy[] {
  return policyText(pasted)
    .split(',')
    .map((text) => {
      const policy: Policy = new Map()
      for (const part of text.split(';')) {
        const [name = '', ...sources] = part.trim().split(/\s+/)
        // The first of two counts, as in browsers.
        if (/^[a-z][a-z-]+$/i.test(name) && !policy.has(name.toLowerCase()))
          policy.set(name.toLowerCase(), sources)
      }
      return policy
    })
    .filter((policy) => policy.size > 0)
}

/** Whether a source list lets an origin in (CSP 3, § 6.7.2.8); paths are taken for open. */
function letsIn(sources: readonly string[], origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin)
  const effective = port || (protocol === 'https:' ? '443' : '80')
  return sources.some((source) => {
    if (source === '*' || source.toLowerCase() === protocol) return true
    if (source.toLowerCase() === 'http:' && protocol === 'https:') return true
    const [, scheme, host, at] =
      /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+)(?::(\d+|\*))?(?:\/.*)?$/i.exec(source) ?? []
    if (!host) return false
    if (scheme && `${scheme.toLowerCase()}:` !== protocol && !(scheme === 'http' && protocol === 'https:'))
      return false
    const name = host.toLowerCase()
    const hostFits =
      name === '*' || (name.startsWith('*.') ? hostname.endsWith(name.slice(1)) : hostname === name)
    return hostFits && (at === '*' || (at ?? (protocol === 'https:' ? '443' : '80')) === effective)
  })
}

const hasNonce = (sources: readonly string[]) => sources.some((source) => /^'nonce-/i.test(source))
const hasHash = (sources: readonly string[]) => sources.some((source) => /^'sha\d{3}-/i.test(source))

function allows(sources: readonly string[], { directive, source }: Need): boolean {
  if (directive === 'trusted-types') return sources.includes('*') || sources.includes(source)
  const isScript = directive === 'script-src'
  if (source === nonce) return hasNonce(sources)
  if (source.startsWith("'sha")) {
    if (sources.includes(source)) return true
    return sources.includes("'unsafe-inline'") && !hasNonce(sources) && !hasHash(sources)
  }
  // Where trust is handed on by nonces, names of servers count for nothing.
  if (isScript && sources.includes("'strict-dynamic'")) return false
  return letsIn(sources, source)
}

function missingIn(policy: Policy, variant: Variant): Need[] {
  const asked = needsOf({ ...variant, trustedTypes: policy.has('trusted-types') })
  return asked.filter((need) => {
    const [governing] = fallbacks[need.directive]!.filter((name) => policy.has(name))
    return governing !== undefined && !allows(policy.get(governing)!, need)
  })
}

/** The policy with what it lacks: a new directive takes along what the one it stood for has allowed. */
function amend(policy: Policy, missing: readonly Need[]): string {
  const amended: Policy = new Map(policy)
  for (const { directive, source } of missing) {
    const governing = fallbacks[directive]!.find((name) => amended.has(name))!
    const name = governing === 'default-src' ? directive : governing
    amended.set(name, [...amended.get(governing)!.filter((each) => each !== "'none'"), source])
  }
  return [...amended].map(([name, sources]) => [name, ...sources].join(' ')).join('; ')
}

/** What a pasted policy lacks, and how it would read with it; undefined where there is no policy in the text. */
export function checkPolicy(
  pasted: string,
  variant: Variant,
): { readonly missing: readonly Need[]; readonly amended: string; readonly nonceOnly: boolean } | undefined {
  const policies = readPolicies(pasted)
  if (policies.length === 0) return undefined
  const lacking = policies.map((policy) => missingIn(policy, variant))
  const missing = new Map(lacking.flat().map((need) => [`${need.directive} ${need.source}`, need]))
  return {
    missing: [...missing.values()],
    amended: policies.map((policy, index) => amend(policy, lacking[index]!)).join(', '),
    // No address of a server helps there: the tag itself must carry the page's nonce.
    nonceOnly:
      variant.shown === 'script' &&
      !variant.nonce &&
      policies.some((policy) =>
        (
          policy.get('script-src-elem') ??
          policy.get('script-src') ??
          policy.get('default-src') ??
          []
        ).includes("'strict-dynamic'"),
      ),
  }
}
