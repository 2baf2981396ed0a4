import { hash } from 'node:crypto'
import type { Role } from '@amtsweg/contract'
import { identifierElement } from '../directory/index.ts'
import type { XzufiElement, XzufiIdentifier } from '../import/index.ts'
import type { ResponsibilityRow } from './tables.ts'

/** What is recorded of a responsibility, with what its service and its unit are called in XZuFi. */
export interface StoredResponsibility {
  readonly row: ResponsibilityRow
  readonly service: XzufiIdentifier
  readonly unit: XzufiIdentifier
}

/** Names of roles; an import knows them by these words. */
const roles: Readonly<Record<Role, string>> = {
  responsible: 'Zuständige Stelle',
  contact: 'Ansprechstelle',
  intake: 'Antragsannahme',
  involved: 'Beteiligte Stelle',
}

/** A law is told in words, as XZuFi knows none here; an import knows it by how they begin. */
export const basisStart = 'Rechtsgrundlage: '

/** A recorded responsibility as a message of its own, with an id that is the same at every export. */
export function zustaendigkeitOf({ row, service, unit }: StoredResponsibility): XzufiElement {
  const { service_key, region_key, role, unit_id, note, basis } = row
  const key = JSON.stringify([service_key, region_key, role, unit_id])
  const id = {
    schemeAgencyId: 'amtsweg',
    schemeId: 'responsibility',
    value: hash('sha1', key, 'base64url'),
  }
  return [
    'zustaendigkeitTransferObjekt',
    [
      identifierElement('uebergeordnetesObjektID', unit),
      [
        'zustaendigkeit',
        [
          identifierElement('id', id),
          identifierElement('leistungID', service),
          ...(region_key ? [area(region_key)] : []),
          [
            'rolle',
            [
              ['|code', role === 'responsible' ? '01' : role],
              ['|name', roles[role]],
            ],
          ],
          ...(note ? [['kommentar', note] as const] : []),
          ...(basis ? [['bemerkung', basisStart + basis] as const] : []),
        ],
        { 'xsi:type': 'xzufi:ZustaendigkeitOrganisationseinheit' },
      ],
    ],
  ]
}

/** Region keys as an ARS of twelve digits. */
const area = (regionKey: string): XzufiElement => [
  'gebietID',
  regionKey.padEnd(12, '0'),
  { schemeID: 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs' },
]
