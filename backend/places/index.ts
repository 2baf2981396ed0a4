import type { Derivation, ImportProfile } from '../import/index.ts'

export { levelOf, regionsAround } from './region-key.ts'
export { areaRefs, childrenOf, findArea, parentsOf, type PlaceMatch, resolveArea } from './repository.ts'
export { areasWithStreets, gemeindenIn } from './repository-coverage.ts'
export { detailsOf } from './repository-details.ts'
export {
  areasOfPlaceName,
  areasOfPostcode,
  areasOfStreet,
  placesIn,
  type StreetQuestion,
} from './repository-matches.ts'
export { areaAtPoint } from './repository-point.ts'

/** Formats this domain reads, in the order in which they build upon each other. */
export const placesProfiles: readonly ImportProfile[] = []

/** What is computed anew after places have changed. */
export const placesDerivations: readonly Derivation[] = []
