import { connect } from 'node:tls'
import { causeOf, TimeoutError } from './failure-cause.ts'

/** Milliseconds after which a server counts as not reachable. */
const patience = 5_000

/** What a TLS server shows of itself; or why there was nothing to see. */
type SeenCertificate =
  { readonly validTo: Date; readonly refusal: string | undefined } | { readonly failure: string }

/**
 * Looks at the certificate of a server. Only for the name the operator has configured as this server's own: nothing is sent
 * but the greeting of TLS.
 */
export function seeCertificate(host: string, port: number): Promise<SeenCertificate> {
  return new Promise((resolve) => {
    // Whether browsers would accept it is told, not enforced: an expired one must be seen, too.
    const socket = connect({ host, port, servername: host, rejectUnauthorized: false, timeout: patience })
    const end = (seen: SeenCertificate) => {
      socket.destroy()
      resolve(seen)
    }
    socket.once('secureConnect', () => {
      const { valid_to: validTo } = socket.getPeerCertificate()
      const refusal = socket.authorized ? undefined : String(socket.authorizationError)
      end({ validTo: new Date(validTo), refusal })
    })
    socket.once('timeout', () => end({ failure: causeOf(new TimeoutError()) }))
    socket.once('error', (error) => end({ failure: causeOf(error) }))
  })
}

/**
 * Milliseconds our clock is ahead of that of a web server, as exactly as whole seconds and the way there allow. Asks only
 * the address that an operator has typed. Rejects where no time came.
 */
export async function compareClock(url: string, now: () => Date): Promise<number> {
  const began = now().getTime()
  const response = await fetch(url, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  })
  const middle = (began + now().getTime()) / 2
  const date = Date.parse(response.headers.get('date') ?? '')
  if (Number.isNaN(date)) throw new Error('it tells no time')
  // The header is cut to whole seconds: half of one is the best guess.
  return middle - (date + 500)
}
