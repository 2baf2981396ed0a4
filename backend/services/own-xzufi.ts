import type { Trx } from '../database/database.ts'
import type { Fault, Tenant, XzufiElement, XzufiIdentifier, XzufiMessage } from '../import/index.ts'
import { describedAbove } from './repository-own-services.ts'
import { whyNotDescribed } from './typisierung.ts'
import { areasIn, ownResponsibilities, transferredResponsibility } from './xzufi-responsibility.ts'
import { type RegionOf, serviceOf } from './xzufi-service.ts'

interface Refused extends Fault {
  readonly reason: string
}

/**
 * Why an authority may not write an object of XZuFi: it holds where somebody else is at home, or does not say where, which means
 * everywhere; or its text is reserved. Undefined where it may. What it deletes can only be its own (xzufi-recorder.ts).
 */
export async function refusedXzufi(
  trx: Trx,
  { action, kind, element, identifier }: XzufiMessage,
  { owns }: Tenant,
  regionOf: RegionOf,
): Promise<Refused | undefined> {
  if (action === 'delete' || !identifier) return undefined
  for (const areas of areasOf(kind, element)) {
    if (areas.length === 0)
      return { reason: `The ${kind} does not say where it holds`, code: 'not-yours', field: 'gebietID' }
    const foreign = areas.find((area) => {
      const region = regionOf(area)
      return region === undefined || !owns(region)
    })
    if (foreign)
      return { reason: `The ${kind} holds in ${foreign.value}`, code: 'not-yours', field: 'gebietID' }
  }
  return kind === 'leistung' ? reserved(trx, element, identifier, regionOf) : undefined
}

/** Lists of areas in an object, each of which must be the authority's own. */
function areasOf(kind: string, element: XzufiElement): readonly (readonly XzufiIdentifier[])[] {
  const stated = ownResponsibilities(element).map(({ areas }) => areas)
  switch (kind) {
    case 'leistung':
    case 'spezialisierung':
      return [areasIn(element)]
    case 'zustaendigkeit':
      return [transferredResponsibility(element).areas]
    case 'organisationseinheit':
      return stated
    case 'onlinedienst':
    case 'formular':
      return stated.length > 0 ? stated : [areasIn(element)]
    default:
      return []
  }
}

async function reserved(
  trx: Trx,
  element: XzufiElement,
  identifier: XzufiIdentifier,
  regionOf: RegionOf,
): Promise<Refused | undefined> {
  const {
    id,
    leistungsschluessel,
    furtherKeys = [],
  } = serviceOf(element, identifier, {
    ...{ day: '', regionKey: undefined },
  })
  const keys = [...(leistungsschluessel ? [leistungsschluessel] : []), ...furtherKeys]
  for (const area of areasIn(element)) {
    const region = regionOf(area) ?? ''
    for (const text of await describedAbove(trx, id, keys, region)) {
      const reason = whyNotDescribed(text, region)
      if (reason) return { reason, code: 'reserved', field: 'referenzLeiKa' }
    }
  }
  return undefined
}
