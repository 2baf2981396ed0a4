export { compareStocks, type Stock, stockOf } from './compare.ts'
export { createImportEvents, type ImportEvents } from './events.ts'
export {
  changeUpload,
  geoOptionsOf,
  geoReportOf,
  hasOldUploads,
  isOfGeodata,
  isOfPeople,
  isPacked,
  partsOf,
  removeContent,
  removeOldUploads,
  saveRejections,
  uploadById,
  waitingUploads,
} from './repository.ts'
export { uploadJob } from './repository-lease.ts'
export { recordsOf } from './repository-stock.ts'
export type { UploadRow } from './tables.ts'
