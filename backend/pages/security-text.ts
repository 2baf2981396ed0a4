/** Days a copy of the file may be believed: a contact that is wrong must not live for years (RFC 9116, 2.5.5). */
const validDays = 90
const day = 24 * 60 * 60_000

/** What the file is made of. */
export interface SecurityContact {
  /** `https:` or `mailto:` address for reports of security holes. */
  readonly contact: string
  /** Where the server is reached, "https://dienste.example"; undefined where the operator has not said so. */
  readonly origin: string | undefined
  readonly now: Date
}

/** security.txt (RFC 9116): where finders of security holes turn to. It expires at the end of a day, so that it can be kept. */
export function securityText({ contact, origin, now }: SecurityContact): string {
  const expires = new Date(Math.floor(now.getTime() / day) * day + validDays * day)
  const fields = [
    ['Contact', contact],
    ['Expires', expires.toISOString()],
    ['Preferred-Languages', 'de, en'],
    // Only https, and only what nobody could have forged.
    ...(origin?.startsWith('https:') ? [['Canonical', `${origin}/.well-known/security.txt`]] : []),
  ]
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('')
}
