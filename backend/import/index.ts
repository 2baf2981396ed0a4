export { readTextTable, type TextTable } from './table-text.ts'
export { type CsvRow, readCsv } from './csv.ts'
export { isJson, readTable, wholeOf } from './table.ts'
export { csvCell } from './csv-cell.ts'
export { type ImportFile, openImportFile } from './file.ts'
export {
  type Derivation,
  type ImportOptions,
  type ImportReport,
  type ImportStep,
  type Rejection,
  runImport,
} from './import.ts'
export { insertAll } from './insert.ts'
export { markOf } from './carried-mark.ts'
export { sourceCarrier } from './carried-sources.ts'
export {
  asCarrier,
  type Carried,
  type Carrier,
  type Hold,
  idsAtOnce,
  type IsWanted,
  type Mark,
  nothingClashes,
  sameEverywhere,
  someOf,
} from './carrier.ts'
export { type JsonRecord, jsonRecords, ndjsonRecords, tableRecords } from './json.ts'
export {
  DamageError,
  type ImportContext,
  ImportError,
  type ImportProfile,
  type Tenant,
  type Fault,
} from './profile.ts'
export { hostKey, linkAddress } from './link-address.ts'
export { type FoundLink, replaceLinkUses, replaceLinkUsesOf, sourceLinks } from './links.ts'
export { type ExportScope, isExported, notFromXzufi, pagesBehind } from './own-records.ts'
export { safeAddress } from './safe-address.ts'
export {
  addSchedule,
  type Attempt,
  findSchedule,
  listSchedules,
  noteAttempt,
  pauseSchedule,
  removeSchedule,
  runningSchedules,
  type SourceRefresh,
  sourceRefreshes,
} from './schedules.ts'
export { findSource, importTimes, listSources, sourceAges, sourceChecksums } from './source.ts'
export { type RowAt, syncOwned } from './sync.ts'
export { unreachableLinks, type UnreachableOn } from './unreachable.ts'
export type { ImportScheduleRow, LinkRow, LinkUseRow, LinkVerdict } from './tables.ts'
export { unpack } from './unpack.ts'
export {
  type XmlElement,
  type XmlLimits,
  xmlLimits,
  type XmlOptions,
  xmlRecords,
  type XmlRecords,
  type XmlStart,
} from './xml.ts'
export {
  all,
  attributeOf,
  booleanOf,
  childrenOf,
  codeNameOf,
  codeOf,
  first,
  inOrder,
  integerOf,
  languageOf,
  localNameOf,
  textOf,
  valueOf,
  wordsOf as xzufiWords,
  type XzufiElement,
  type XzufiWords,
} from './xzufi-element.ts'
export { identifierOf, idOf as xzufiId, type XzufiIdentifier } from './xzufi-identifier.ts'
export type { XzufiMessage } from './xzufi-message.ts'
export { recordXzufi, type XzufiReference } from './xzufi-recorder.ts'
export {
  touchedHolders,
  touchedServices,
  xzufiChanges,
  xzufiKindsStored,
  type XzufiMention,
  xzufiMentions,
  xzufiOffers,
  type XzufiRecord,
  xzufiRecords,
  xzufiStored,
} from './xzufi-store.ts'
export { forgetXzufi, markBack, markGone } from './xzufi-tombstones.ts'
export { readXzufi, type XzufiVersion, xzufiVersions } from './xzufi-reader.ts'
export { documentEnd, documentStart, elementXml } from './xzufi-document.ts'
