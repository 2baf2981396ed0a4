import type { ImportProfile } from '../import/index.ts'

export { findUnit, generalUnitOf, type UnitView, unitsById } from './repository.ts'
export { directoryRoutes } from './routes.ts'

/** Formats this domain reads, for the command line. */
export const directoryProfiles: readonly ImportProfile[] = []
