import type { Derivation, ImportProfile } from '../import/index.ts'
import { authorityAddressesProfile } from './import-authority-addresses.ts'
import { berlinUnitsProfile } from './import-berlin-units.ts'
import { unitLinks } from './import-links.ts'
import { munichUnitsProfile } from './import-munich-units.ts'
import { mvBodiesProfile } from './import-mv-bodies.ts'
import { peopleProfile } from './import-people.ts'
import { unitsProfile } from './import-units.ts'
import { peopleSearch } from './repository-people-index.ts'
import { unitSearch } from './repository-unit-search.ts'

export { berlinUnitId } from './import-berlin-units.ts'
export { munichUnitId } from './import-munich-units.ts'
export { refreshUnitSearch } from './repository-unit-search.ts'
export {
  type LdapAnswer,
  type LdapAttributes,
  type LdapDirectory,
  type LdapEntry,
  type LdapQuestion,
  peopleOfEntries,
} from './ldap-people.ts'
export { deleteLongGone, peopleLongGone } from './repository-people-gone.ts'
export { peopleListProfile } from './import-people-list.ts'
export { germanDayOf } from './local-time.ts'
export { peopleCsv, type PeopleCsv, readPeopleCsv } from './people-csv.ts'
export { newPersonId } from './person-id.ts'
export {
  applyPeopleImport,
  exportedPeople,
  noteSync,
  type PeoplePlan,
  type PersonChange,
  planCounts,
  planPeopleImport,
  syncStateOf,
  unitFinder,
} from './repository-people-import.ts'
export { personNamesOf } from './repository-people.ts'
export { searchDirectory } from './repository-directory.ts'
export { listUnits } from './repository-unit-list.ts'
export { projectUnits } from './import-xzufi.ts'
export { findUnit, generalUnitOf, unitNames, unitNamesOf, unitsById, type UnitView } from './repository.ts'
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
  peopleProfile,
]

/** What this domain works out anew after imports. */
export const directoryDerivations: readonly Derivation[] = [unitLinks, unitSearch, peopleSearch]
