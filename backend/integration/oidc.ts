import * as client from 'openid-client'
import { type IdentityProvider, ProviderError } from '../access/index.ts'
import { boundedFetch } from './bounded-fetch.ts'

/** What the operator has agreed with the provider. */
export interface OidcSettings {
  readonly id: string
  readonly label: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly isEmailTrusted: boolean
}

/** Milliseconds after which the provider is asked anew for its addresses. */
const discoveryLife = 60 * 60_000

/** OpenID Connect, by code with PKCE; only the issuer and the addresses it names are ever asked. */
export function oidcProvider(settings: OidcSettings, now: () => Date = () => new Date()): IdentityProvider {
  const { id, label, issuer, isEmailTrusted } = settings
  let known: { readonly until: number; readonly configuration: client.Configuration } | undefined

  async function configuration(): Promise<client.Configuration> {
    const at = now().getTime()
    if (known && known.until > at) return known.configuration
    try {
      const found = await discover(settings)
      known = { until: at + discoveryLife, configuration: found }
      return found
    } catch (cause) {
      throw new ProviderError('unreachable', { cause })
    }
  }

  return {
    ...{ id, label, issuer, isEmailTrusted },
    async begin(callback) {
      const found = await configuration()
      const verifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      const location = client.buildAuthorizationUrl(found, {
        ...{ redirect_uri: callback, scope: 'openid email profile', state, nonce },
        ...{
          code_challenge_method: 'S256',
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
        },
      })
      return { callback, state, nonce, verifier, location: location.href }
    },
    async prove(returned, { callback, state, nonce, verifier }) {
      const found = await configuration()
      const url = new URL(callback)
      url.search = returned.toString()
      try {
        const tokens = await client.authorizationCodeGrant(found, url, {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
        })
        const claims = tokens.claims()
        if (!claims) throw new ProviderError('refused')
        const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
        return {
          subject: claims.sub,
          name: text(claims['name']),
          email: text(claims['email']),
          isEmailVerified: claims['email_verified'] === true,
        }
      } catch (cause) {
        throw new ProviderError(isUnreachable(cause) ? 'unreachable' : 'refused', { cause })
      }
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const home = new URL(issuer)
  const allowed = new Set<string>([`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`])
  const post = client.ClientSecretPost(clientSecret)
  const basic = client.ClientSecretBasic(clientSecret)
  const authenticate: client.ClientAuth = (server, ...rest) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(
      server,
      ...rest,
    )
  const found = await client.discovery(home, clientId, undefined, authenticate, {
    timeout: 10,
    [client.customFetch]: boundedFetch((url) => allowed.has(url)),
    // The token is read from a connection we made; its signature is looked at all the same.
    execute: [
      client.enableNonRepudiationChecks,
      // The setting admits http on this computer only.
      ...(home.protocol === 'http:' ? [client.allowInsecureRequests] : []),
    ],
  })
  const { token_endpoint, jwks_uri, authorization_endpoint } = found.serverMetadata()
  const isSafe = (text: string | undefined): text is string =>
    text !== undefined && (text.startsWith('https:') || new URL(text).origin === home.origin)
  if (!isSafe(token_endpoint) || !isSafe(jwks_uri) || !isSafe(authorization_endpoint))
    throw new Error('The provider names no addresses over https for code, token and keys')
  for (const one of [token_endpoint, jwks_uri]) allowed.add(one)
  return found
}

function isUnreachable(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof ProviderError) return one.kind === 'unreachable'
  return false
}
