export { isFinding, openGeofile } from './open.ts'
export type { FaultCode, Finding, Severity } from './finding.ts'
export {
  type DeclaredSystem,
  type Field,
  type FieldType,
  type Geofile,
  type Layer,
  type OpenOptions,
  type PropertyValue,
  type ReadFeature,
  type ReadFormat,
  readFormats,
} from './geofile.ts'
export { type CheckedFeature, checkGeofile, type CheckOptions, type CheckReport } from './check.ts'
export type { FieldReport } from './check-fields.ts'
export type { Suggestion } from './check-place.ts'
export { geojsonText } from './geojson-writer.ts'
export { csvText } from './csv-writer.ts'
export { writeGeofile } from './write.ts'
export {
  type Features,
  type WriteAbout,
  type WriteFeature,
  type WriteFormat,
  writeFormats,
  type WriteReport,
} from './written.ts'
