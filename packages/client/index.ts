export type {
  ApiClient,
  AreasQuery,
  PlaceQuery,
  ReadOptions,
  ServicesQuery,
  SuggestQuery,
} from './api-client.ts'
export { ApiError, isAbort, NetworkError, OfflineError, TimeoutError } from './errors.ts'
export { createClient, type ClientOptions } from './fetch-client.ts'
export { markStale, staleSince } from './stale.ts'
