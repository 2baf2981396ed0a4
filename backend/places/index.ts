import type { Derivation, ImportProfile } from '../import/index.ts'
import { areas } from './import-areas.ts'
import { boundariesGeojson, boundariesTopojson } from './import-boundaries.ts'
import { municipalityCoordinates } from './import-coordinates.ts'
import { gv100ad } from './import-gv100ad.ts'
import { placeNames } from './import-places.ts'
import { postcodeAreas } from './import-postcodes.ts'
import { streets } from './import-streets.ts'
import { areaChanges, areaSuccessors } from './import-successors.ts'
import { rebuildPlaceTerms } from './repository-terms.ts'

export { holidayOn, holidaysIn } from './holidays.ts'
export { foldName, foldWithoutDots } from './place-name.ts'
export { regionAround, regionOfCode } from './region-code.ts'
export { endOfRange, levelOf, regionsAround } from './region-key.ts'
export { areaRefs, childrenOf, findArea, parentsOf, type PlaceMatch, resolveArea } from './repository.ts'
export { areasWithStreets, gemeindenByAgs, gemeindenIn } from './repository-coverage.ts'
export { detailsOf } from './repository-details.ts'
export {
  areasOfPlaceName,
  areasOfPostcode,
  areasOfStreet,
  placesIn,
  type StreetQuestion,
} from './repository-matches.ts'
export { areaAtPoint } from './repository-point.ts'
export { boxOfRegion } from './repository-region-box.ts'

/** Formats this domain reads, in the order in which they build upon each other. */
export const placesProfiles: readonly ImportProfile[] = [
  areas,
  areaSuccessors,
  gv100ad,
  municipalityCoordinates,
  boundariesGeojson,
  boundariesTopojson,
  areaChanges,
  postcodeAreas,
  placeNames,
  streets,
]

/** What is computed anew after places have changed. */
export const placesDerivations: readonly Derivation[] = [
  { from: ['places'], name: 'place-terms', rebuild: rebuildPlaceTerms },
]
