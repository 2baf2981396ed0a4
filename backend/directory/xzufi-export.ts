import type { z } from 'zod'
import type { Address, Contact, OpeningHours, Position } from '@amtsweg/contract'
import type { XzufiElement, XzufiIdentifier } from '../import/index.ts'
import type { UnitRow } from './tables.ts'
import type { UnitContent } from './unit-content.ts'
import { ownElement, type OwnUnit } from './xzufi-own.ts'

/** All that is stored of a unit that did not come as XZuFi. */
export interface StoredUnit {
  readonly unit: UnitRow
  /** Identifiers in other systems. */
  readonly identifiers: readonly XzufiIdentifier[]
  readonly parent?: XzufiIdentifier | undefined
}

/** The identifier of a unit of ours, the same at every export. */
export const unitIdentifier = (id: string): XzufiIdentifier => ({
  schemeAgencyId: 'amtsweg',
  schemeId: 'unit',
  value: id,
})

/** A unit of any format as an Organisationseinheit. */
export function organisationseinheitOf({ unit, identifiers, parent }: StoredUnit): XzufiElement {
  const content = JSON.parse(unit.content) as UnitContent
  const names = { de: unit.name, ...content.names }
  const position = unit.lat === null || unit.lon === null ? undefined : { lat: unit.lat, lon: unit.lon }
  return [
    'organisationseinheit',
    [
      identifierElement('id', unitIdentifier(unit.id)),
      ...identifiers.map((one) => identifierElement('idSekundaer', one)),
      ...(parent ? [identifierElement('uebergeordneteOrganisationseinheitID', parent)] : []),
      ['name', said('name', names, (text) => text)],
      ...said('beschreibung', content.descriptions ?? {}, html),
      ...content.addresses.map((one, index) =>
        addressElement(one, index === 0 ? position : undefined, content.accessibility),
      ),
      ...content.contacts.map(contactElement),
      ...hoursElements(content.hours),
      ...(unit.updated_at
        ? [['versionsinformation', [['geaendertDatumZeit', timeOf(unit.updated_at)]]] as const]
        : []),
      [ownElement, JSON.stringify(ownFacts(unit, content, position))],
    ],
  ]
}

function ownFacts(
  unit: UnitRow,
  { names, ...content }: UnitContent,
  position: Position | undefined,
): z.input<typeof OwnUnit> {
  return {
    ...(content as Omit<z.input<typeof OwnUnit>, 'id' | 'tier' | 'names'>),
    id: unit.id,
    tier: unit.tier,
    ...(unit.region_key ? { regionKey: unit.region_key } : {}),
    general: unit.general === 1,
    names: { de: unit.name, ...names },
    ...(position ? { position } : {}),
    ...(unit.updated_at ? { updatedAt: unit.updated_at } : {}),
  }
}

export const identifierElement = (name: string, identifier: XzufiIdentifier): XzufiElement => {
  const attributes = {
    ...(identifier.schemeAgencyId ? { schemeAgencyID: identifier.schemeAgencyId } : {}),
    ...(identifier.schemeId ? { schemeID: identifier.schemeId } : {}),
  }
  return [name, identifier.value, attributes]
}

const said = (
  name: string,
  words: Readonly<Record<string, string>>,
  write: (text: string) => string,
): readonly XzufiElement[] =>
  Object.entries(words).map(([lang, text]) => [name, write(text), { languageCode: lang }])

/** Descriptions are HTML in XZuFi and plain text to us. */
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

const coded = (name: string, code: string, called?: string): XzufiElement => [
  name,
  [['|code', code], ...(called ? [['|name', called] as const] : [])],
]

const texts = (given: Readonly<Record<string, string | undefined>>): readonly XzufiElement[] =>
  Object.entries(given).flatMap(([name, text]) => (text ? [[name, text] as const] : []))

const addressTypes: Readonly<Record<Address['kind'], string>> = {
  visitor: 'Hausanschrift',
  postal: 'Postanschrift',
  pobox: 'Postfach',
}

function addressElement(
  { kind, addition, street, houseNumber, postcode, city }: Address,
  position: Position | undefined,
  accessibility: UnitContent['accessibility'],
): XzufiElement {
  const isBox = kind === 'pobox'
  const flag = (answer: string | undefined) =>
    answer === 'yes' || answer === 'no' ? String(answer === 'yes') : undefined
  return [
    'anschrift',
    [
      coded('typ', isBox ? '002' : '001', addressTypes[kind]),
      ...texts({
        postfach: isBox ? street?.replace(/^Postfach\s+/i, '') : undefined,
        strasse: isBox ? undefined : street,
        hausnummer: isBox ? undefined : houseNumber,
        postleitzahl: postcode,
        ort: city,
        zusatz: addition,
      }),
      ...(position
        ? [
            [
              'geokodierung',
              texts({ breitengrad: position.lat.toFixed(6), laengengrad: position.lon.toFixed(6) }),
            ] as const,
          ]
        : []),
      ...texts({
        kennzeichenRollstuhlgerecht: flag(accessibility?.stepFree),
        kennzeichenAufzug: flag(accessibility?.lift),
      }),
    ],
  ]
}

/** Code list erreichbarkeit of XÖV; pages stand in a field of their own. */
const channels: Readonly<Partial<Record<Contact['kind'], string>>> = {
  email: '01',
  phone: '02',
  fax: '04',
  deMail: '08',
}

function contactElement({ kind, value, label }: Contact): XzufiElement {
  const channel = channels[kind]
  if (!channel) return ['internetadresse', texts({ uri: value, titel: label })]
  return ['kommunikation', [coded('kanal', channel), ...texts({ kennung: value, zusatz: label })]]
}

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

/** Hours in words, a line for each day, as people read them. */
function hoursElements(hours: OpeningHours | undefined): readonly XzufiElement[] {
  if (!hours) return []
  const days = [...Map.groupBy(hours.spans, ({ weekday }) => weekday)]
    .toSorted(([one], [other]) => one - other)
    .map(([weekday, spans]) => {
      const times = spans.map(
        ({ opens, closes, byAppointment }) =>
          `${opens} - ${closes} Uhr${byAppointment ? ' (nur mit Termin)' : ''}`,
      )
      return `${weekdays[weekday - 1]}: ${times.join(' und ')}`
    })
  const lines = [...days, ...(hours.note ? [hours.note] : [])]
  return lines.length > 0 ? [['infoOeffnungszeitenText', html(lines.join('\n')), { languageCode: 'de' }]] : []
}

const timeOf = (stated: string): string => (stated.length === 10 ? `${stated}T00:00:00Z` : stated)
