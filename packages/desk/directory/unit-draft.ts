import type { Accessibility, Address, Contact, OpeningHours, Tier } from '@amtsweg/contract'

/** An office as the API reads and takes it, without its id. */
export interface UnitRecord {
  readonly tier: Tier
  readonly regionKey?: string
  readonly general?: boolean
  readonly parentId?: string
  readonly identifiers?: readonly object[]
  readonly names: Readonly<Record<string, string>>
  readonly descriptions?: Readonly<Record<string, string>>
  readonly addresses?: readonly Address[]
  readonly position?: { readonly lat: number; readonly lon: number }
  readonly contacts?: readonly Contact[]
  readonly hours?: OpeningHours
  readonly accessibility?: Accessibility
}

/** A new office of an authority. */
export const newUnit = (regionKey: string | null): UnitRecord => ({
  tier: regionKey === null ? 'other' : tierOf(regionKey),
  ...(regionKey ? { regionKey } : {}),
  names: { de: '' },
  addresses: [{ kind: 'visitor', street: '', houseNumber: '', postcode: '', city: '' }],
  contacts: [
    { kind: 'phone', value: '' },
    { kind: 'email', value: '' },
  ],
})

function tierOf(regionKey: string): Tier {
  if (regionKey.length <= 2) return 'state'
  return regionKey.length <= 5 ? 'county' : 'municipal'
}

/** An address of the office that says its name, and cannot be taken already. */
export function idOf(name: string, random: () => string = () => crypto.randomUUID().slice(0, 8)): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return [plain, random()].filter(Boolean).join('-')
}

const trimmed = <Record extends object>(record: Record): Record =>
  Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      if (typeof value !== 'string') return [[key, value]]
      return value.trim() ? [[key, value.trim()]] : []
    }),
  ) as Record

const isWritten = (address: Address) => Object.keys(trimmed(address)).some((key) => key !== 'kind')
const isReachable = ({ value }: Contact) => value.trim() !== ''

/** What is sent: without what was left empty. */
export function sentUnit(draft: UnitRecord): UnitRecord {
  const {
    names,
    descriptions,
    addresses = [],
    contacts = [],
    accessibility,
    regionKey,
    parentId,
    ...rest
  } = draft
  const described = trimmed(descriptions ?? {})
  const access = accessibility && trimmed(accessibility)
  return {
    ...rest,
    ...(regionKey?.trim() ? { regionKey: regionKey.trim() } : {}),
    ...(parentId?.trim() ? { parentId: parentId.trim() } : {}),
    names: trimmed(names),
    ...(Object.keys(described).length ? { descriptions: described } : {}),
    addresses: addresses.filter(isWritten).map(trimmed),
    contacts: contacts.filter(isReachable).map(trimmed),
    ...(access && (access.note || Object.values(access).some((value) => value !== 'unknown'))
      ? { accessibility: access }
      : {}),
  }
}

/** What is wrong, by the id of the field. */
export function unitErrors(
  draft: UnitRecord,
  words: { nameMissing: string; regionKeyWrong: string },
): Record<string, string> {
  const regionKey = draft.regionKey?.trim() ?? ''
  return {
    ...(draft.names['de']?.trim() ? {} : { 'name-de': words.nameMissing }),
    ...(regionKey === '' || /^\d{2}(?:\d(?:\d\d(?:\d{4}(?:\d{3})?)?)?)?$/.test(regionKey)
      ? {}
      : { 'region-key': words.regionKeyWrong }),
  }
}

/** The field of a part that the server has refused, by its JSON Pointer in what was sent. */
export function unitFieldOf(draft: UnitRecord, pointer: string): string | undefined {
  const [, part = '', key = '', inner = ''] = pointer.split('/')
  const at = <Item>(items: readonly Item[] = [], isSent: (item: Item) => boolean) =>
    items.indexOf(items.filter(isSent)[Number(key)]!)
  if (part === 'names') return `name-${key}`
  if (part === 'descriptions') return `description-${key}`
  if (part === 'addresses') return `address-${at(draft.addresses, isWritten)}-${inner}`
  if (part === 'contacts') return `contact-${at(draft.contacts, isReachable)}-${inner || 'value'}`
  if (part === 'accessibility') return `accessibility-${key}`
  return { regionKey: 'region-key', parentId: 'parent' }[part]
}
