/** An outgoing address as it is looked after. */
export interface LinkAddress {
  /** In its normal form, without fragment. */
  readonly url: string
  /** Name of the host without `www.`; '' where there is none. */
  readonly host: string
  /** No address that could work. */
  readonly malformed: boolean
}

/** `www.` is the same machine as a rule, and is asked no faster than it. */
export const hostKey = (host: string): string => host.replace(/^www\./, '')

/** Names that never belong to anybody (RFC 2606, RFC 6761): examples lead nowhere on purpose. */
const reserved = /(?:^|\.)(?:example|test|invalid|localhost|local|example\.(?:com|net|org))\.?$/i
const mail = /^mailto:[^\s@?]+@[^\s@?]+\.[a-z]{2,}(?:\?.*)?$/i
const telephone = /^tel:\+?(?:[\d().-]|%20)*\d(?:[\d().-]|%20)*(?:;.*)?$/i

/**
 * What there is to look after about an address: the web address without its fragment, or a mail address or telephone number
 * that cannot work. Undefined for the rest.
 */
export function linkAddress(address: string | undefined): LinkAddress | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') {
    const works = mail.test(address) || telephone.test(address)
    return works ? undefined : { url: url.href, host: '', malformed: true }
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || reserved.test(url.hostname)) return undefined
  url.hash = ''
  return { url: url.href, host: hostKey(url.hostname), malformed: false }
}
