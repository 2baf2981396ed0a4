import type { Contact, Person, Unit } from '@amtsweg/contract'

/** A number to dial from anywhere: `03871 71-0` becomes `+493871710`; short numbers such as 115 stay. */
export const dialable = (phone: string): string =>
  phone
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/^0/, '+49')

/** Text as a value (RFC 6350, 3.4); other control characters mean nothing in it. */
const escaped = (text: string) =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** RFC 6350 § 3.2: lines of at most 75 octets, continued after a space; characters stay whole. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let octets = 0
  let result = ''
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      result += '\r\n '
      octets = 1
    }
    result += character
    octets += size
  }
  return result
}

const contactLines: Partial<Record<Contact['kind'], (value: string) => string>> = {
  phone: (value) => `TEL;VALUE=uri;TYPE="work,voice":tel:${dialable(value)}`,
  fax: (value) => `TEL;VALUE=uri;TYPE="work,fax":tel:${dialable(value)}`,
  email: (value) => `EMAIL;TYPE=work:${escaped(value)}`,
  website: (value) => `URL:${value.replace(/\p{Cc}/gu, '')}`,
}

/** An office as vCard 4.0 (RFC 6350), for the reader’s address book. */
export function vCard(unit: Unit): string {
  const addresses = unit.addresses.map(({ kind, addition, street, houseNumber, postcode, city }) => {
    const line = [street, houseNumber].filter(Boolean).join(' ')
    const box = kind === 'pobox' ? line : ''
    const parts = [box, addition, kind === 'pobox' ? '' : line, city, '', postcode, 'Deutschland']
    return `ADR;TYPE=work:${parts.map((part) => escaped(part ?? '')).join(';')}`
  })
  const organisation = [unit.parent?.name, unit.name].filter((name) => name !== undefined)
  return card([
    'KIND:org',
    `FN:${escaped(unit.name)}`,
    `ORG:${organisation.map(escaped).join(';')}`,
    ...addresses,
    ...waysOf(unit.contacts),
    ...(unit.position ? [`GEO:geo:${unit.position.lat},${unit.position.lon}`] : []),
  ])
}

/** A person as vCard 4.0, as far as citizens see them: without a name it is the card of a function. */
export function personCard({ name, honorific, givenName, familyName, functions, contacts }: Person): string {
  const [first] = functions
  const title = first?.name ?? ''
  const parts = [familyName, givenName, '', honorific, ''].map((part) => escaped(part ?? ''))
  return card([
    ...(name ? ['KIND:individual', `FN:${escaped(name)}`, `N:${parts.join(';')}`] : []),
    ...(name ? [`TITLE:${escaped(title)}`] : ['KIND:org', `FN:${escaped(title)}`]),
    ...(first ? [`ORG:${escaped(first.unit.name)}`] : []),
    ...waysOf(contacts),
  ])
}

const waysOf = (contacts: readonly Contact[]) =>
  contacts.flatMap(({ kind, value }) => contactLines[kind]?.(value) ?? [])

const card = (lines: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD'].map((line) => `${folded(line)}\r\n`).join('')
