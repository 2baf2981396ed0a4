import type { Derivation, ImportProfile } from '../import/index.ts'
import { executingTiersProfile } from './import-executing-tiers.ts'
import { berlinResponsibilitiesProfile, munichResponsibilitiesProfile } from './import-offices.ts'
import { responsibilitiesProfile } from './import-responsibilities.ts'
import { xzufiChangesProfile, xzufiProfile } from './import-xzufi.ts'
import { deriveTiers } from './repository-tiers.ts'

export { isNamed } from './repository-own.ts'
export { responsibilityCarrier } from './repository-carried.ts'
export { deriveTiers } from './repository-tiers.ts'
export { findResponsibility, type Unknown } from './responsibility-finder.ts'
export { heldBy, holderCounts, holdersOf } from './repository-holders.ts'
export { responsibilityRoutes } from './routes.ts'
export { writeXzufiFile } from './xzufi-file.ts'
export { servicesOfUnit } from './unit-services.ts'
export type { Where } from './where.ts'

/** Formats this domain reads, for the command line. Units and services come first. */
export const responsibilityProfiles: readonly ImportProfile[] = [
  responsibilitiesProfile,
  executingTiersProfile,
  munichResponsibilitiesProfile,
  berlinResponsibilitiesProfile,
  xzufiProfile,
  xzufiChangesProfile,
]

/** What is computed anew after units, tiers or recorded responsibilities have changed. */
export const responsibilityDerivations: readonly Derivation[] = [
  { name: 'responsibilities by tier', from: ['directory', 'responsibility'], rebuild: deriveTiers },
]
