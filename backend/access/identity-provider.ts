/** An identity provider by which clerks sign in; what speaks to it lies in integration/. */
export interface IdentityProvider {
  readonly id: string
  /** As the button names it. */
  readonly label: string
  /** Its accounts are kept under this name: whoever has the same `sub` at another issuer is somebody else. */
  readonly issuer: string
  /** Whether an address it has verified is proof of which clerk somebody is. */
  readonly isEmailTrusted: boolean
  /** Where a browser goes to sign in, and what has to come back. Throws ProviderError. */
  readonly begin: (callback: string) => Promise<BegunAtProvider>
  /** Who has come back to `callback` with these parameters. Throws ProviderError. */
  readonly prove: (returned: URLSearchParams, begun: KeptAtHome) => Promise<ProvenAccount>
}

/** What the way back is checked by; the browser never has all of it. */
export interface KeptAtHome {
  readonly callback: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface BegunAtProvider extends KeptAtHome {
  readonly location: string
}

/** What a signed ID token says. */
export interface ProvenAccount {
  readonly subject: string
  readonly name: string | undefined
  readonly email: string | undefined
  readonly isEmailVerified: boolean
}

/** The provider has said no (or what it said does not hold), or nothing at all. */
export class ProviderError extends Error {
  override name = 'ProviderError'
  readonly kind: 'refused' | 'unreachable'

  constructor(kind: 'refused' | 'unreachable', options?: ErrorOptions) {
    super(`The identity provider: ${kind}`, options)
    this.kind = kind
  }
}

/**
 * Why a provider was not believed, for the log: names and codes of what was thrown, the deepest last. Nothing else of it is told: claims,
 * codes and tokens lie in messages and fields, and what the browser brought back is anybody's to write.
 */
export function reasonsOf(error: ProviderError): readonly string[] {
  const reasons: string[] = []
  for (let one: unknown = error.cause; one instanceof Error && reasons.length < 5; one = one.cause) {
    const { code } = one as { readonly code?: unknown }
    reasons.push(typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : one.name)
  }
  return reasons
}
