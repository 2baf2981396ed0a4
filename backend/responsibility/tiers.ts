import { leikaPrefix } from './resolve.ts'
import type { ExecutingTier } from './tables.ts'

/** Grosse kreisangehoerige Staedte: Neubrandenburg, Stralsund, Wismar, Greifswald (KV M-V section 7). */
export const largeTowns: readonly string[] = ['130710107', '130730088', '130740087', '130750039']

/** The general administration of an area. */
export interface Body {
  readonly unitId: string
  readonly regionKey: string
}

/** One row of the table of tiers. */
export interface TierOfService {
  readonly leistungsschluessel: string
  /** Land it holds in. */
  readonly regionKey: string
  readonly tier: ExecutingTier
  readonly basis: string | null
  readonly sourceId: string
}

/** A responsibility that follows from a tier and a body. */
export interface DerivedResponsibility {
  readonly serviceKey: string
  readonly regionKey: string
  readonly unitId: string
  readonly basis: string | null
  readonly sourceId: string
}

/**
 * The responsibilities that follow from the tiers and the bodies there are. Land and Bund derive nothing: which of their
 * authorities acts is recorded or unknown, never guessed.
 */
export function deriveResponsibilities(
  tiers: readonly TierOfService[],
  bodies: readonly Body[],
): readonly DerivedResponsibility[] {
  return tiers.flatMap(({ leistungsschluessel, regionKey: land, tier, basis, sourceId }) =>
    holders[tier](bodies.filter(({ regionKey }) => regionKey.startsWith(land))).map((body) => ({
      serviceKey: leikaPrefix + leistungsschluessel,
      ...body,
      basis,
      sourceId,
    })),
  )
}

const holders: { readonly [Tier in ExecutingTier]: (bodies: readonly Body[]) => readonly Body[] } = {
  'gemeinde-amt': (bodies) => bodies.filter(({ regionKey }) => regionKey.length === 9),
  kreis: (bodies) => countyBodies(bodies),
  'kreis-gross': (bodies) => [
    ...countyBodies(bodies),
    ...bodies.filter(({ regionKey }) => largeTowns.includes(regionKey)),
  ],
  land: () => [],
  bund: () => [],
}

export const executingTiers = Object.keys(holders) as readonly ExecutingTier[]

/** In a kreisfreie Stadt, whose Verband key ends in 0000, the town itself does what elsewhere the Kreis does. */
function countyBodies(bodies: readonly Body[]): readonly Body[] {
  const towns = bodies
    .filter(({ regionKey }) => /^\d{5}0000$/.test(regionKey))
    .map(({ unitId, regionKey }) => ({ unitId, regionKey: regionKey.slice(0, 5) }))
  const isTown = (regionKey: string) => towns.some((town) => town.regionKey === regionKey)
  return [...towns, ...bodies.filter(({ regionKey }) => regionKey.length === 5 && !isTown(regionKey))]
}
