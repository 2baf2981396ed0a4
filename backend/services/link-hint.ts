import type { LinkVerdict } from '../import/index.ts'

/** What is known of an address, as far as it helps whoever has to put it right. */
interface Reported {
  readonly verdict: LinkVerdict
  readonly status: number | null
  readonly cause: string | null
  readonly movedTo: string | null
}

const causes: Readonly<Record<string, string>> = {
  'no-such-host': 'There is no server of this name: check the spelling or look for the new address.',
  'name-service': 'The name could not be looked up; if it stays so, ask whoever runs the page.',
  'no-connection': 'The server takes no connections.',
  'no-network': 'There is no way to the server from here.',
  timeout: 'The server did not answer in time.',
  broken: 'The server broke the connection off or answered with something that is no web page.',
  certificate: 'The certificate is wrong or has expired: browsers warn your readers.',
  'certificate-chain': 'The server leaves out part of its certificate chain; most browsers cope.',
  tls: 'No safe connection comes about: the server speaks an outdated TLS, for example.',
  'redirect-loop': 'The page sends its readers round in a circle.',
  'too-many-redirects': 'The page sends its readers on more than five times.',
  'start-page': 'Leads to the start page instead of the page meant: look for the new address.',
  'error-page': 'Leads to an error page although it claims to be fine.',
  malformed: 'This is no usable address.',
  scheme: 'Only http and https are checked.',
  credentials: 'The address carries a user name or password: remove it.',
  port: 'Only the ports 80 and 443 are checked.',
  'own-server': 'Leads to this server itself; it is not checked.',
  'internal-address': 'Leads into an internal network, which readers at home cannot reach.',
}

const statuses: Readonly<Record<number, string>> = {
  404: 'The page does not exist any more: look for its new address.',
  410: 'The page was taken down on purpose: remove the link.',
  429: 'The server asks for fewer questions; readers may not notice.',
}

/** One sentence for the person who looks after the texts. */
export function linkHint({ verdict, status, cause, movedTo }: Reported): string {
  if (verdict === 'moved') return `Moved for good: replace it by ${movedTo}`
  if (verdict === 'malformed') return 'This is no usable mail address or telephone number.'
  if (verdict === 'login') return 'Asks for a login, so nobody can tell from outside whether it works.'
  if (cause !== null && causes[cause]) return causes[cause]
  if (status !== null && statuses[status]) return statuses[status]
  if (verdict === 'blocked')
    return 'The server turns automatic visits away; look at it yourself now and then.'
  return status === null ? '' : `The server reports an error (${status}).`
}
