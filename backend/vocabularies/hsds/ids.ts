import { v5 } from 'uuid'

/** Name space of our UUIDs (RFC 9562, version 5); made once at random and never to be changed. */
const space = '7d3c1f0a-5b0e-4c57-9d0b-2f1e6a8c4b93'

/** What HSDS entities are made of. */
export type Kind =
  | 'address' | 'attribute' | 'contact' | 'cost' | 'document' | 'identifier' | 'accessibility' | 'language' | 'location' | 'phone'
  | 'publisher' | 'schedule' | 'service' | 'service-area' | 'taxonomy' | 'term' | 'unit' // prettier-ignore

/** The UUID of something of ours: the same on every server and after every import. */
export const uuidOf = (kind: Kind, ...ids: readonly (string | number)[]): string =>
  v5([kind, ...ids].join(':'), space)

/**
 * The UUID of a service at a location (version 8, RFC 9562 5.8): the first half of the service's, the second of the unit's,
 * so that it can be taken apart again without a table.
 */
export const joinedUuid = (service: string, unit: string): string =>
  `${service.slice(0, 14)}8${service.slice(15, 18)}${unit.slice(18)}`

/** What both halves of a joined UUID are found by. */
export const firstHalf = (uuid: string): string => `${uuid.slice(0, 14)}5${uuid.slice(15, 18)}`
export const secondHalf = (uuid: string): string => uuid.slice(18)
