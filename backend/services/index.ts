import type { ImportProfile } from '../import/index.ts'

export { findService, serviceRef, type ServiceRef, type ServiceView, summariesById } from './repository.ts'
export { listServices, type ServiceListOptions } from './repository-list.ts'
export { servicesRoutes } from './routes.ts'

/** Formats this domain reads, for the command line. */
export const servicesProfiles: readonly ImportProfile[] = []
