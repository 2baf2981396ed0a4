import type { Address, Unit } from '@amtsweg/contract'
import { areaNode, to } from './cpsv-concepts.ts'
import { iri, type Node, plain, words } from './rdf.ts'

/** Where a unit is spoken of. */
export const unitIri = (origin: string, id: string): string => `${origin}/api/v1/units/${id}`

/** An office as cv:PublicOrganisation with its address, its area, and a contact point where it has contacts. */
export function organisationNodes(unit: Unit, origin: string): readonly Node[] {
  const own = unitIri(origin, unit.id)
  const area = areaNode(unit.regionKey, unit.regionName)
  const addresses = unit.addresses.map((one, index) => addressNode(one, `${own}#address-${index + 1}`))
  const contact = contactNode(unit, `${own}#contact`)
  return [
    {
      iri: own,
      types: ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'],
      says: [
        ['dct:identifier', [plain(unit.id)]],
        ['dct:title', [words(unit.name, unit.lang)]],
        ['skos:prefLabel', [words(unit.name, unit.lang)]],
        ['dct:spatial', [to(area)]],
        ['locn:address', addresses.map(to)],
        ['cv:contactPoint', contact ? [to(contact)] : []],
        ['org:subOrganizationOf', unit.parent ? [iri(unitIri(origin, unit.parent.id))] : []],
      ],
    },
    area,
    ...addresses,
    ...(contact ? [contact] : []),
  ]
}

const addressNode = ({ addition, street, houseNumber, postcode, city }: Address, address: string): Node => {
  const thoroughfare = [street, houseNumber].filter(Boolean).join(' ')
  const full = [addition, thoroughfare, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return {
    iri: address,
    types: ['locn:Address'],
    says: [
      ['locn:fullAddress', full ? [words(full, 'de')] : []],
      ['locn:thoroughfare', thoroughfare ? [words(thoroughfare, 'de')] : []],
      ['locn:postCode', postcode ? [plain(postcode)] : []],
      ['locn:postName', city ? [words(city, 'de')] : []],
    ],
  }
}

function contactNode({ contacts }: Unit, address: string): Node | undefined {
  const of = (...kinds: readonly string[]) => contacts.filter(({ kind }) => kinds.includes(kind))
  if (contacts.length === 0) return undefined
  return {
    iri: address,
    types: ['cv:ContactPoint'],
    says: [
      ['cv:telephone', of('phone').map(({ value }) => plain(value))],
      ['cv:email', of('email').map(({ value }) => plain(value))],
      ['cv:contactPage', of('website', 'contactForm', 'appointment').map(({ value }) => iri(value))],
    ],
  }
}
