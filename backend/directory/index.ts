import type { Derivation, ImportProfile } from '../import/index.ts'
import { authorityAddressesProfile } from './import-authority-addresses.ts'
import { berlinUnitsProfile } from './import-berlin-units.ts'
import { unitLinks } from './import-links.ts'
import { munichUnitsProfile } from './import-munich-units.ts'
import { mvBodiesProfile } from './import-mv-bodies.ts'
import { unitsProfile } from './import-units.ts'
import { peopleSearch } from './repository-people-index.ts'
import { unitSearch } from './repository-unit-search.ts'

export { berlinUnitId } from './import-berlin-units.ts'
export { munichUnitId } from './import-munich-units.ts'
export { refreshUnitSearch } from './repository-unit-search.ts'
export { projectUnits } from './import-xzufi.ts'
export { findUnit, generalUnitOf, unitNames, unitsById, type UnitView } from './repository.ts'
export { reindexUnits, unitCarrier } from './repository-carried.ts'
export { ownOrganisationseinheiten, unitIdentifiers } from './repository-xzufi.ts'
export { directoryRoutes } from './routes.ts'

export { identifierElement } from './xzufi-export.ts'

/** Formats this domain reads, for the command line, in the order in which they build upon each other; areas come before. */
export const directoryProfiles: readonly ImportProfile[] = [
  unitsProfile,
  mvBodiesProfile,
  authorityAddressesProfile,
  berlinUnitsProfile,
  munichUnitsProfile,
]

/** What this domain works out anew after imports. */
export const directoryDerivations: readonly Derivation[] = [unitLinks, unitSearch, peopleSearch]
