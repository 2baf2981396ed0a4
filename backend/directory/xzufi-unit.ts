import type { Address, Contact, Position } from '@amtsweg/contract'
import {
  all,
  childrenOf,
  codeNameOf,
  codeOf,
  first,
  identifierOf,
  localNameOf,
  textOf,
  valueOf,
  type XzufiElement,
  xzufiId,
  type XzufiIdentifier,
  type XzufiWords,
  xzufiWords,
} from '../import/index.ts'
import { isUsable } from './contacts.ts'
import { plainText } from './plain-text.ts'
import type { UnitRecord } from './unit-record.ts'
import { ownElement, ownUnit } from './xzufi-own.ts'
import { accessibilityOf, hoursIn } from './xzufi-visit.ts'

/** An Organisationseinheit as a unit. Persons named in it are not shown: their office is. */
export function unitOf(element: XzufiElement, identifier: XzufiIdentifier): UnitRecord {
  const { de, ...names } = namesOf(element)
  const addresses = all(element, 'anschrift')
  const parent = identifierOf(first(element, 'uebergeordneteOrganisationseinheitID'))
  const version = first(element, 'versionsinformation') ?? first(element, 'versionsinformationen')
  const hours = hoursIn(element)
  const accessibility = accessibilityOf(element)
  const named = {
    line: 0,
    id: xzufiId(identifier),
    parentId: parent && xzufiId(parent),
    identifiers: [identifier, ...all(element, 'idSekundaer').flatMap((one) => identifierOf(one) ?? [])],
  }
  const own = ownUnit(childrenOf(element).find(([name]) => name === ownElement))
  if (own) return { ...own, ...named }
  return {
    ...named,
    name: de ?? Object.values(names)[0] ?? '',
    tier: 'other',
    regionKey: addresses.map(landOf).find((land) => land),
    general: false,
    position: addresses.map(positionOf).find((position) => position),
    content: {
      names,
      descriptions: descriptionsOf(element),
      addresses: addresses.flatMap(addressOf),
      contacts: contactsOf(element),
      ...(hours ? { hours } : {}),
      ...(accessibility ? { accessibility } : {}),
      invented: false,
    },
    updatedAt: valueOf(version, 'geaendertDatumZeit'),
  }
}

/** Names stand in `name` by language, or in a `name` of its own inside, which also holds how long it is valid. */
export const namesOf = (element: XzufiElement): XzufiWords => ({
  ...Object.fromEntries(
    all(element, 'name')
      .flatMap((name) => Object.entries(xzufiWords(name, 'name')))
      .toReversed(),
  ),
  ...xzufiWords(element, 'name'),
})

function descriptionsOf(element: XzufiElement): XzufiWords {
  const words = { ...xzufiWords(element, 'kurzbeschreibung'), ...xzufiWords(element, 'beschreibung') }
  return Object.fromEntries(Object.entries(words).map(([lang, text]) => [lang, plainText(text)]))
}

function addressOf(element: XzufiElement): readonly Address[] {
  const box = valueOf(element, 'postfach')
  const kindName = codeNameOf(first(element, 'typ')) ?? ''
  const onPaper = /post|gro(?:ß|ss)empf/i.test(kindName) ? 'postal' : 'visitor'
  const kind = box ? 'pobox' : onPaper
  const facts = {
    addition:
      all(element, 'zusatz')
        .map((one) => textOf(one)?.trim())
        .filter((text) => text)
        .join(', ') || undefined,
    street: box ? `Postfach ${box.replace(/^Postfach\s+/i, '')}` : valueOf(element, 'strasse'),
    houseNumber: box ? undefined : valueOf(element, 'hausnummer'),
    postcode: valueOf(element, 'postleitzahl'),
    city: valueOf(element, 'ort'),
  }
  if (!facts.street && !facts.city) return []
  return [{ kind, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value)) }]
}

/** Germany, with room around it: other numbers are another kind of coordinates. */
const isInGermany = ({ lat, lon }: Position): boolean => lat > 46 && lat < 56 && lon > 5 && lon < 16

/** Degrees, wherever in an address they stand. */
function positionOf(element: XzufiElement): Position | undefined {
  const lat = numberBelow(element, /^(?:lat|latitude|breitengrad|geographischeBreite)$/i)
  const lon = numberBelow(element, /^(?:lon|lng|longitude|laengengrad|geographischeLaenge)$/i)
  return lat !== undefined && lon !== undefined && isInGermany({ lat, lon }) ? { lat, lon } : undefined
}

function numberBelow(element: XzufiElement, name: RegExp): number | undefined {
  for (const child of childrenOf(element)) {
    const text = name.test(localNameOf(child)) ? textOf(child)?.trim().replace(',', '.') : undefined
    const found = text && /^\d{1,3}\.\d{1,15}$/.test(text) ? Number(text) : numberBelow(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The Land of an address: its public holidays hold there. */
function landOf(address: XzufiElement): string | undefined {
  const codes = first(address, 'verwaltungspolitischeKodierung')
  const code = ['bundesland', 'regionalschluessel', 'gemeindeschluessel']
    .map((name) => codeOf(first(codes, name)))
    .find((one) => one)
  return /^(?:0[1-9]|1[0-6])/.exec(code ?? '')?.[0]
}

/** Code list erreichbarkeit of XÖV. */
const channels: Readonly<Record<string, Contact['kind']>> = {
  '01': 'email',
  '02': 'phone',
  '03': 'phone',
  '04': 'fax',
  '08': 'deMail',
  '09': 'website',
}

function contactsOf(element: XzufiElement): readonly Contact[] {
  const stated = [...all(element, 'kommunikation'), ...all(element, 'kommunikationsystem')].flatMap((one) => {
    const kind = channels[codeOf(first(one, 'kanal')) ?? '']
    const value = valueOf(one, 'kennung')
    const label = valueOf(one, 'zusatz')
    return kind && value ? [{ kind, value, ...(label ? { label } : {}) }] : []
  })
  const pages = all(element, 'internetadresse').flatMap((one) => {
    const value = valueOf(one, 'uri') ?? textOf(one)?.trim()
    const label = valueOf(one, 'titel')
    return value ? [{ kind: 'website' as const, value, ...(label ? { label } : {}) }] : []
  })
  const unique = new Map(
    [...stated, ...pages].filter(isUsable).map((one) => [`${one.kind} ${one.value}`, one]),
  )
  return [...unique.values()]
}
