import type { Derivation, ImportProfile } from '../import/index.ts'
import { berlinServicesProfile } from './import-berlin-services.ts'
import { keywordReferencesProfile } from './import-keyword-references.ts'
import { lifeSituationsProfile } from './import-life-situations.ts'
import { serviceLinks } from './import-links.ts'
import { munichServicesProfile } from './import-munich-services.ts'
import { ozgCatalogueProfile } from './import-ozg-catalogue.ts'
import { servicesProfile } from './import-services.ts'
import { situationMappingsProfile, situationSettingsProfile } from './import-situation-rules.ts'
import { supplementsProfile } from './import-supplements.ts'
import { applyLocalKeywords } from './repository-local-keywords.ts'

export { germanDay } from './german-day.ts'
export {
  checkLinks,
  hurryLinks,
  type LinkCheckParts,
  type LinkCheckSettings,
  type RoundReport,
} from './check-links.ts'
export { letterOf, sortKeyOf } from './german-order.ts'
export { berlinServiceOffices } from './import-berlin-services.ts'
export { linkTable } from './link-table.ts'
export type { LinkVisitor, Turn, Visit } from './link-visitor.ts'
export { munichServiceOffices, type ServiceOffice } from './import-munich-services.ts'
export { htmlOf, wordsOf } from './rich-text.ts'
export { projectServices } from './import-xzufi.ts'
export { refusedXzufi } from './own-xzufi.ts'
export { livingRegion } from './routes.ts'
export { editedService, findService, serviceRef, type ServiceRef, type ServiceView } from './repository.ts'
export { listKeywords } from './repository-keywords.ts'
export { keywordOf } from './keyword.ts'
export {
  addLocalKeywords,
  applyLocalKeywords,
  listLocalKeywords,
  type LocalKeyword,
  removeLocalKeyword,
  servicesNamed,
} from './repository-local-keywords.ts'
export { type CatalogueEntry, readCatalogue, titleLetters } from './repository-catalogue.ts'
export { linkCounts, linkReport, type LinkReportEntry } from './repository-link-report.ts'
export { listServices, type ServiceListOptions } from './repository-list.ts'
export { lifeSituationName, lifeSituationTree, situationsBelow } from './repository-life-situations.ts'
export { listServiceRecords, withOwnState } from './repository-records.ts'
export { serviceCarrier } from './repository-carried.ts'
export { localPartCarrier, supplementCarrier, withdrawalCarrier } from './repository-carried-local.ts'
export { summariesById } from './repository-summaries.ts'
export { ownLeistungen } from './repository-xzufi.ts'
export { type Hours, isWithin } from './night-hours.ts'
export { serviceIdsOf } from './repository-identifiers.ts'
export { servicesRoutes } from './routes.ts'
export {
  holderKind,
  ownResponsibilities,
  transferredResponsibility,
  xzufiReferences,
  type XzufiResponsibility,
} from './xzufi-responsibility.ts'
export type { RegionOf } from './xzufi-service.ts'
export { unknownIn } from './xzufi-unknown.ts'
export { convertXzufi } from './xzufi-version.ts'

/** Formats this domain reads, for the command line, in the order in which they build upon each other. */
export const servicesProfiles: readonly ImportProfile[] = [
  lifeSituationsProfile,
  situationMappingsProfile,
  situationSettingsProfile,
  keywordReferencesProfile,
  servicesProfile,
  supplementsProfile,
  ozgCatalogueProfile,
  munichServicesProfile,
  berlinServicesProfile,
]

/** What is computed anew after services have changed; search reads what these leave. */
export const servicesDerivations: readonly Derivation[] = [
  { from: ['services'], name: 'local keywords', rebuild: applyLocalKeywords },
  serviceLinks,
]
