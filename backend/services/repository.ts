import type { Service, ServiceSummary } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'

/** For which region (ARS or the start of one) and in which language a service is read. */
export interface ServiceView {
  readonly area?: string | undefined
  readonly lang: string
}

/** As much of a service as it takes to find who answers for it. */
export interface ServiceRef {
  readonly id: string
  readonly title: string
  /** What a responsibility may be recorded under: the id, and `leika:<key>` for each of its Leistungsschluessel. */
  readonly serviceKeys: readonly string[]
}

/** A service by id or Leistungsschluessel: of several descriptions of one key the most local, then the fullest. */
export async function findService(_db: Db, _key: string, _view: ServiceView): Promise<Service | undefined> {
  return undefined
}

/** The same choice as findService, without the texts. */
export async function serviceRef(_db: Db, _key: string, _view: ServiceView): Promise<ServiceRef | undefined> {
  return undefined
}

/** Services in a list by id; unknown ids are absent. */
export async function summariesById(
  _db: Db,
  _ids: readonly string[],
  _lang: string,
): Promise<ReadonlyMap<string, ServiceSummary>> {
  return new Map()
}
