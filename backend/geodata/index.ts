export { type Collection, sourceNote } from './collection.ts'
export { importGeofile } from './import-file.ts'
export type { InTransaction } from './repository-versions.ts'
export type { AskOutside } from './outside-routes.ts'
export { outsideKinds, type OutsideService } from './outside-service.ts'
export type { OgcPage, ShowPage } from './ogc-page.ts'
export { listAllCollections } from './repository-office.ts'
export { collectionState, keeperOf, keepsCollection, saveCollection } from './repository-record.ts'
export { discardUnpublished, pruneVersions } from './repository-prune.ts'
export { collectionTitlesOf, listCollections, listPublicCollections } from './repository-collections.ts'
export { type AskForeign, type ForeignAnswer, HarvestGone, type HarvestParts } from './harvest-parts.ts'
export { type Harvested, visit } from './harvest-visit.ts'
export { HarvestError, type HarvestFailure, wordsOfHarvest } from './harvest-words.ts'
export { type AskDocument, offersOf } from './foreign-offers.ts'
export { type HarvestVisitor } from './harvest-routes.ts'
export { isAudience, isLicence, listedHarvests, orderHarvest, type WantedHarvest } from './harvests.ts'
export {
  changeHarvest,
  findHarvest,
  harvestJob,
  listHarvests,
  pausedUntil,
  removeHarvest,
} from './repository-harvests.ts'
