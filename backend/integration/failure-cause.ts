/** Why no answer came. */
export type FailureCause =
  | 'no-such-host'
  | 'name-service'
  | 'no-connection'
  | 'no-network'
  | 'timeout'
  | 'broken'
  | 'certificate'
  | 'certificate-chain'
  | 'tls'
  | 'redirect-loop'
  | 'too-many-redirects'

/** We gave up waiting. */
export class TimeoutError extends Error {
  override name = 'TimeoutError'
}

const causes: Readonly<Record<string, FailureCause>> = {
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'name-service',
  EAI_FAIL: 'name-service',
  EAI_NODATA: 'no-such-host',
  ECONNREFUSED: 'no-connection',
  ENETUNREACH: 'no-network',
  EHOSTUNREACH: 'no-network',
  ENETDOWN: 'no-network',
  EADDRNOTAVAIL: 'no-network',
  ETIMEDOUT: 'timeout',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  CERT_REVOKED: 'certificate',
  // A server that leaves out the intermediate certificate: browsers fetch it and show the page, so it is no fault of the link.
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-chain',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-chain',
}

/** The cause of what a request threw. */
export function causeOf(error: unknown): FailureCause {
  if (error instanceof TimeoutError) return 'timeout'
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  const { code = '' } = (first ?? {}) as { code?: string }
  if (code.startsWith('ERR_SSL_')) return 'tls'
  return causes[code] ?? 'broken'
}
