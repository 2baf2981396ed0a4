import { generateKeyPairSync, sign } from 'node:crypto'
import { httpServer } from './testing.ts'

/** Whatever a test wants an issuer to say; by default all of it is right. */
export interface Said {
  readonly header?: object
  readonly claims?: object
  /** Status of the token endpoint. */
  readonly status?: number
  /** A signature of somebody else's key, or none at all. */
  readonly signature?: 'foreign' | 'none'
}

const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An issuer on this computer that signs what it is told: what a real one never says can be said by this one alone. */
export async function faultyIssuer() {
  const [own, foreign] = [rsa(), rsa()]
  let said: Said & { readonly nonce?: string } = {}
  const tokenOf = () => {
    const now = Math.floor(Date.now() / 1_000)
    const alg = said.signature === 'none' ? 'none' : 'RS256'
    const claims = {
      ...{ iss: issuer, sub: 'erika', aud: 'amtsweg', iat: now, exp: now + 60, nonce: said.nonce },
      ...said.claims,
    }
    const signed = `${part({ alg, kid: 'own', ...said.header })}.${part(claims)}`
    if (alg === 'none') return `${signed}.`
    const { privateKey } = said.signature === 'foreign' ? foreign : own
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }
  const server = await httpServer((request, response) => {
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return void json({
        issuer,
        ...{
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
        },
        ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
        id_token_signing_alg_values_supported: ['RS256', 'none'],
        authorization_response_iss_parameter_supported: true,
      })
    const asked = new URL(request.url ?? '/', issuer)
    if (asked.pathname === '/auth') {
      // Whoever is asked here agrees, by a link: a browser comes back from another site then.
      const { redirect_uri = '', state = '', nonce = '' } = Object.fromEntries(asked.searchParams)
      said = { ...said, nonce }
      const back = `${redirect_uri}?${new URLSearchParams({ code: 'c', state, iss: issuer }).toString()}`
      response.writeHead(200, { 'content-type': 'text/html' })
      return void response.end(`<a href="${back.replaceAll('&', '&amp;')}">Zustimmen</a>`)
    }
    if (request.url === '/keys') {
      const key = { ...own.publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }
      return void json({ keys: [key] })
    }
    const token = { access_token: 'a', token_type: 'Bearer', id_token: tokenOf() }
    return void json(token, said.status)
  })
  const issuer = `http://127.0.0.1:${server.port}`
  return {
    issuer,
    asked: server.asked,
    /** What it says from now on, to whoever began with this nonce. */
    say: (next: Said & { readonly nonce?: string }) => (said = next),
  }
}
