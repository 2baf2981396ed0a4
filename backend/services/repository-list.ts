import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'

/** What narrows the list of services. */
export interface ServiceListOptions {
  readonly area?: string | undefined
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly lang: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Services in German order, one description per Leistungsschluessel; undefined when the cursor is not one of this list. */
export async function listServices(_db: Db, _options: ServiceListOptions): Promise<ServicePage | undefined> {
  return { items: [], next: null }
}
