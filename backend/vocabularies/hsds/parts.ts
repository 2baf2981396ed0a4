import type { Address, Contact, Fee, OpeningHours, RequiredDocument, Unit } from '@amtsweg/contract'
import { uuidOf } from './ids.ts'

/** Fields that are there; HSDS knows no empty ones. */
export const filled = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  ) as Fields

const kinds = { phone: 'voice', fax: 'fax' } as const

/** Telephones of a unit. */
export const phonesOf = ({ id, contacts }: Pick<Unit, 'id' | 'contacts'>) =>
  contacts.flatMap(({ kind, value, label }, index) =>
    kind === 'phone' || kind === 'fax'
      ? [filled({ id: uuidOf('phone', id, index), number: value, type: kinds[kind], description: label })]
      : [],
  )

/** E-mail addresses as contacts; offices, not persons. */
export const contactsOf = ({ id, contacts }: Pick<Unit, 'id' | 'contacts'>) =>
  contacts.flatMap(({ kind, value, label }, index) =>
    kind === 'email' ? [filled({ id: uuidOf('contact', id, index), department: label, email: value })] : [],
  )

const addressTypes = { visitor: 'physical', postal: 'postal', pobox: 'postal' } as const

export const addressesOf = ({ id, addresses }: Pick<Unit, 'id' | 'addresses'>) =>
  addresses.map(({ kind, addition, street, houseNumber, postcode, city }: Address, index) =>
    filled({
      id: uuidOf('address', id, index),
      attention: addition,
      address_1: [street, houseNumber].filter(Boolean).join(' ') || (kind === 'pobox' ? 'Postfach' : ''),
      city,
      postal_code: postcode,
      country: 'DE',
      address_type: addressTypes[kind],
    }),
  )

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Opening hours as recurrence (RFC 5545): days with the same hours together; what differs for a while stands alone. */
export function schedulesOf(id: string, { spans, exceptions, note }: OpeningHours) {
  const weekly = [
    ...Map.groupBy(
      spans,
      ({ opens, closes, byAppointment }) => `${opens} ${closes} ${byAppointment ?? false}`,
    ),
  ]
  return [
    ...weekly.map(([key, same]) => {
      const [first] = same
      return filled({
        id: uuidOf('schedule', id, key),
        freq: 'WEEKLY',
        interval: 1,
        wkst: 'MO',
        byday: same.map(({ weekday }) => days[weekday - 1]).join(','),
        opens_at: first?.opens,
        closes_at: first?.closes,
        notes: [first?.byAppointment ? 'nur mit Termin' : '', first?.note, note].filter(Boolean).join('; '),
      })
    }),
    ...exceptions.flatMap(({ from, to, spans: hours, reason }) => {
      const common = { valid_from: from, valid_to: to, freq: 'DAILY', interval: 1, dtstart: from, until: to }
      if (hours.length === 0)
        return [
          {
            id: uuidOf('schedule', id, from, to),
            ...common,
            description: ['geschlossen', reason].filter(Boolean).join(': '),
          },
        ]
      return hours.map(({ opens, closes }) => ({
        id: uuidOf('schedule', id, from, to, opens),
        ...common,
        opens_at: opens,
        closes_at: closes,
        description: reason ?? '',
      }))
    }),
  ]
}

const names = new Intl.DisplayNames('en', { type: 'language' })

export const languagesOf = (id: string, tags: readonly string[]) =>
  tags.map((tag) => ({
    id: uuidOf('language', id, tag),
    name: names.of(tag) ?? tag,
    code: tag.split('-')[0],
  }))

/** A fee as cost option: an amount, of a range its lower end with the range in words, or words only. */
export const costsOf = (id: string, fees: readonly Fee[]) =>
  fees.map(({ amountCents, lowerCents, upperCents, currency, text }, index) => {
    const cents = amountCents ?? lowerCents
    const range = [lowerCents, upperCents].map((one) => (one === undefined ? '' : (one / 100).toFixed(2)))
    return filled({
      id: uuidOf('cost', id, index),
      option: text,
      currency: currency.toLowerCase(),
      amount: cents === undefined ? undefined : cents / 100,
      amount_description: range.some(Boolean) ? `${range.join('–')} ${currency}` : undefined,
    })
  })

export const documentsOf = (id: string, documents: readonly RequiredDocument[]) =>
  documents.map(({ name, hint, required }, index) => ({
    id: uuidOf('document', id, index),
    document: [name, required ? '' : 'falls zutreffend', hint].filter(Boolean).join('; '),
  }))

export const first = (contacts: readonly Contact[], kind: Contact['kind']): string | undefined =>
  contacts.find((one) => one.kind === kind)?.value
