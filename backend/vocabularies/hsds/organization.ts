import type { Source, Unit } from '@amtsweg/contract'
import { uuidOf } from './ids.ts'
import { locationOf } from './location.ts'
import { contactsOf, filled, first, phonesOf } from './parts.ts'

/** Who publishes descriptions: the organisation of their services. */
export const publisherOrganization = ({ id, name, publisher, url, attribution }: Source) =>
  filled({
    id: uuidOf('publisher', id),
    name: publisher ?? name,
    description: attribution ?? name,
    website: url,
    uri: url,
  })

/** An office, without what hangs on it. */
export const unitOrganization = (unit: Unit) =>
  filled({
    id: uuidOf('unit', unit.id),
    name: unit.name,
    alternate_name: unit.parent && `${unit.parent.name}, ${unit.name}`,
    description: unit.description ?? unit.name,
    email: first(unit.contacts, 'email'),
    website: first(unit.contacts, 'website'),
    parent_organization_id: unit.parent && uuidOf('unit', unit.parent.id),
  })

/** An office with telephones, contacts, where it is, and the Regionalschluessel of the area it administers. */
export const fullOrganization = (unit: Unit) => ({
  ...unitOrganization(unit),
  funding: [],
  contacts: contactsOf(unit),
  phones: phonesOf(unit),
  locations: [locationOf(unit)],
  programs: [],
  organization_identifiers: unit.regionKey
    ? [
        {
          id: uuidOf('identifier', unit.id),
          identifier_scheme: 'DE-ARS',
          identifier_type: 'Amtlicher Regionalschlüssel',
          identifier: unit.regionKey,
        },
      ]
    : [],
})
