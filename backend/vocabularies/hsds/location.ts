import type { Unit } from '@amtsweg/contract'
import { uuidOf } from './ids.ts'
import { addressesOf, contactsOf, filled, first, phonesOf, schedulesOf } from './parts.ts'

/** Where a unit is, without what hangs on it. */
export const basicLocation = (unit: Unit) =>
  filled({
    id: uuidOf('location', unit.id),
    location_type: unit.addresses.some(({ kind }) => kind === 'visitor') ? 'physical' : 'postal',
    url: first(unit.contacts, 'website'),
    name: unit.name,
    description: unit.description,
    latitude: unit.position?.lat,
    longitude: unit.position?.lon,
    external_identifier: unit.regionKey,
    external_identifier_type: unit.regionKey && 'ARS',
  })

const accessWords = { yes: 'ja', no: 'nein', partly: 'teilweise', unknown: undefined } as const

/** Where a unit is, with addresses, telephones, opening hours and how one gets in. */
export function locationOf(unit: Unit) {
  const { accessibility: access, hours, id } = unit
  const stepFree = access && accessWords[access.stepFree]
  const told = [stepFree && `stufenlos: ${stepFree}`, access?.note].filter(Boolean).join('; ')
  return {
    ...basicLocation(unit),
    addresses: addressesOf(unit),
    contacts: contactsOf(unit),
    phones: phonesOf(unit),
    schedules: hours ? schedulesOf(id, hours) : [],
    accessibility: told ? [{ id: uuidOf('accessibility', id), description: told }] : [],
    languages: [],
  }
}
