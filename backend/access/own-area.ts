import { regionsAround } from '../places/index.ts'

/** Who has an area, as far as the rule needs it. */
export interface AreaHolder {
  readonly regionKey: string
}

/**
 * Whose a region is: that of the nearest authority around it. A Gemeinde with an authority of its own is nobody else's, not
 * the Amt's and not the Kreis's (Art. 28 II GG); one without is the Amt's. Undefined where nobody is registered.
 */
export function ownerOf<Holder extends AreaHolder>(
  holders: readonly Holder[],
  regionKey: string,
): Holder | undefined {
  for (const region of regionsAround(regionKey)) {
    const owner = holders.find((holder) => holder.regionKey === region)
    if (owner) return owner
  }
  return undefined
}

/** An area and what it is, such as `kreisfreie-stadt`. */
export interface KnownArea extends AreaHolder {
  readonly kind: string
}

const towns = new Set(['kreisfreie-stadt', 'amtsfreie-gemeinde'])

/**
 * The widest key of a town: Schwerin is a Gemeinde, a Verband and a Kreis in the register, but one administration.
 * `around` are the areas around it, nearest first.
 */
export function wholeTown(area: AreaHolder, around: readonly KnownArea[]): string {
  let { regionKey } = area
  for (const { regionKey: wider, kind } of around) {
    if (!towns.has(kind)) break
    regionKey = wider
  }
  return regionKey
}
