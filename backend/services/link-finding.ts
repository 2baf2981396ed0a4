import type { Visit } from './link-visitor.ts'

/** What one look at an address tells, before its past is considered. */
export interface Finding {
  readonly kind:
    'alive' | 'moved' | 'suspicious' | 'login' | 'blocked' | 'gone' | 'failing' | 'unsafe' | 'refused'
  readonly status?: number
  readonly cause?: string
  readonly movedTo?: string
}

const permanent: readonly number[] = [301, 308]
/** Where people are asked who they are; never a word of a title such as "wohnsitz-anmelden". */
const loginPage =
  /(?:^|[/._?&=-])(?:log-?in|sign-?in|sso|oauth2?|saml2?|idp|openid|authorize|auth)(?:[/._?&=-]|$)/i
const startPage = /^\/(?:(?:de|en|index|home|start|startseite|default)(?:\.\w{2,5})?\/?)?$/i
const missingPage =
  /(?:^|[/._?=-])(?:404|not-?found|page-?not-?found|seite-nicht-gefunden|fehler(?:seite)?|error)(?:[/._?&-]|$)/i

/** Judges one look at an address. */
export function findingOf(asked: string, visit: Visit): Finding {
  if (visit.kind === 'refused') return { kind: 'refused', cause: visit.reason }
  if (visit.kind === 'failed') {
    const { cause } = visit
    if (cause === 'certificate') return { kind: 'unsafe', cause }
    return { kind: cause === 'certificate-chain' ? 'suspicious' : 'failing', cause }
  }
  const { status } = visit
  if (status === 404 || status === 410) return { kind: 'gone', status }
  if (status >= 500 || status === 408 || (status >= 300 && status < 400 && status !== 300 && status !== 304))
    return { kind: status === 999 ? 'blocked' : 'failing', status }
  if (status === 401) return { kind: 'login', status }
  if (status >= 400) return { kind: 'blocked', status }
  return { ...whereItLed(new URL(asked), visit), status }
}

function whereItLed(asked: URL, { url, hops }: Visit & { kind: 'answered' }): Finding {
  const there = new URL(url)
  const target = there.host + there.pathname
  if (hops.length === 0) return { kind: 'alive' }
  const wasLogin = loginPage.test(asked.host + asked.pathname)
  if (!wasLogin && loginPage.test(target)) return { kind: 'login' }
  if (missingPage.test(there.pathname) && !missingPage.test(asked.pathname))
    return { kind: 'suspicious', cause: 'error-page' }
  if (startPage.test(there.pathname) && !there.search && !startPage.test(asked.pathname))
    return { kind: 'suspicious', cause: 'start-page' }
  const movedTo = newAddress(url, hops)
  return movedTo === undefined || movedTo === asked.href ? { kind: 'alive' } : { kind: 'moved', movedTo }
}

/** As far as every step says "for good"; a passing redirect after that belongs to the new address. */
function newAddress(end: string, hops: readonly { readonly url: string; readonly status: number }[]) {
  const firstPassing = hops.findIndex(({ status }) => !permanent.includes(status))
  if (firstPassing === 0) return undefined
  return firstPassing === -1 ? end : hops[firstPassing]?.url
}
