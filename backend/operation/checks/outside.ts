import { type Finding, fine, problem, warning } from './finding.ts'

const day = 24 * 60 * 60_000

/** What a TLS server showed of itself; or why there was nothing to see. */
export type SeenCertificate =
  { readonly validTo: Date; readonly refusal: string | undefined } | { readonly failure: string }

/** The certificate readers see, and how long it holds. */
export function certificateFinding(host: string, seen: SeenCertificate, now: Date): Finding {
  const renew = 'Look at the renewal of certificates (certbot, Caddy or acme.sh) and reload the proxy.'
  if ('failure' in seen)
    return warning(
      'certificate',
      `${host} could not be reached from here (${seen.failure})`,
      'Is the proxy running, and does the name lead here? Behind some firewalls a server cannot reach its own public name: then look from outside.',
    )
  const days = Math.floor((seen.validTo.getTime() - now.getTime()) / day)
  const what = `The certificate of ${host} holds until ${seen.validTo.toISOString().slice(0, 10)}`
  if (days < 0) return problem('certificate', what, renew)
  if (seen.refusal)
    return problem('certificate', `Browsers refuse the certificate of ${host} (${seen.refusal})`, renew)
  if (days < 3) return problem('certificate', what, renew)
  return days < 14 ? warning('certificate', what, renew) : fine('certificate', what)
}

/** Whether the proxy may be left out of what readers are told about the way to us. */
export function publicUrlFinding(publicUrl: string | undefined): Finding {
  const todo =
    'Set AMTSWEG_PUBLIC_URL to the address readers use, such as https://dienste.musterstadt.de: else answers take it from a header anybody can forge, and nobody may keep them.'
  if (!publicUrl) return warning('public-url', 'AMTSWEG_PUBLIC_URL is not set', todo)
  if (publicUrl.startsWith('https:')) return fine('public-url', `Readers come by ${publicUrl}`)
  return warning(
    'public-url',
    `Readers come by ${publicUrl}, without encryption`,
    'Put a proxy with TLS in front.',
  )
}

/** Browsers keep the desk's cookie on TLS and on localhost alone: elsewhere nobody stays signed in. */
export function deskFinding(
  publicUrl: string | undefined,
  { clerks, isLocal }: { readonly clerks: number; readonly isLocal: boolean },
): Finding {
  const isUsed = clerks > 0 || isLocal
  if (!isUsed) return fine('desk', 'Nobody signs in at the desk')
  if (!publicUrl?.startsWith('http:') || isLoopback(new URL(publicUrl).hostname))
    return fine('desk', `${clerks} clerks may sign in at the desk`)
  return warning(
    'desk',
    `${clerks} clerks may sign in at ${publicUrl}/desk, but browsers keep no session without encryption`,
    'Put a proxy with TLS in front and set AMTSWEG_PUBLIC_URL to the address with https.',
  )
}

const isLoopback = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** Whether the clock of this computer agrees with another one. Milliseconds; positive where ours is ahead. */
export function clockFinding(ahead: number, comparedWith: string): Finding {
  const seconds = Math.round(Math.abs(ahead) / 1000)
  const what = `The clock is ${seconds} s ${ahead < 0 ? 'behind' : 'ahead of'} ${comparedWith}`
  const todo = 'Switch time synchronisation on: timedatectl set-ntp true'
  if (seconds <= 5) return fine('clock', what)
  return seconds > 60 ? problem('clock', what, todo) : warning('clock', what, todo)
}

/** Without asking anybody: a clock that stands before what has already happened is wrong. */
export function clockSanityFinding(now: Date, lastImport: string | undefined): Finding {
  if (!lastImport || Date.parse(lastImport) <= now.getTime() + 60_000)
    return fine(
      'clock',
      'The clock is not before the last import; --clock <url> compares it with a web server',
    )
  return problem(
    'clock',
    `The clock says ${now.toISOString()}, but the last import was at ${lastImport}`,
    'Set the clock: timedatectl set-ntp true',
  )
}
