import type { Db, Trx } from '../database/database.ts'
import { type Audience, audiences } from './collection.ts'
import { wordsOfHarvest } from './harvest-words.ts'
import { findLicence } from './licence.ts'
import { addHarvest, copySizes, harvestJob, listHarvests, pausedUntil } from './repository-harvests.ts'

/** What somebody wants a copy of. */
export interface WantedHarvest {
  readonly id: string
  readonly authority: string
  /** Of the collection there. */
  readonly url: string
  /** Id of the copy. */
  readonly collection: string
  readonly token: string | null
  /** Who may read the copy at most; null = who may read it there. */
  readonly audience: Audience | null
  /** Code of a licence, for a server that names none. */
  readonly licence: string | null
  readonly provider: string | null
  readonly everySeconds: number
}

export const isAudience = (text: string): text is Audience => (audiences as readonly string[]).includes(text)
export const isLicence = (code: string): boolean => findLicence(code) !== undefined

/** Notes it; false where there is a collection of that id already. */
export const orderHarvest = (trx: Trx, wanted: WantedHarvest, at: string): Promise<boolean> =>
  addHarvest(trx, {
    ...{ id: wanted.id, authority_id: wanted.authority, collection_id: wanted.collection, url: wanted.url },
    ...{ token: wanted.token, audience: wanted.audience, licence: wanted.licence, provider: wanted.provider },
    ...{ every_seconds: wanted.everySeconds, created_at: at },
  })

/** When each job is due, as far as a list tells it. */
interface JobFacts {
  readonly name: string
  readonly due_at: string
  readonly lease_until: string | null
}

/** Harvests of one authority, or all, and how they go; tokens are told to nobody. */
export async function listedHarvests(db: Db, jobs: readonly JobFacts[], now: Date, authority?: string) {
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const sizes = await copySizes(db)
  return (await listHarvests(db, authority)).map((row) => {
    const job = byName.get(harvestJob(row.id))
    const isWorking = (job?.lease_until ?? '') > now.toISOString()
    const isPaused = job?.due_at === pausedUntil
    const rest = row.error === null ? ('waiting' as const) : ('failing' as const)
    const atRest = isPaused ? ('paused' as const) : rest
    return {
      id: row.id,
      authority: row.authority_id,
      collection: row.collection_id,
      url: row.url,
      kind: row.kind as 'node' | 'ogc-features' | null,
      hasToken: row.token !== null,
      audience: row.audience as Audience | null,
      licence: row.licence,
      provider: row.provider,
      everyMinutes: Math.round(row.every_seconds / 60),
      node: row.node,
      state: isWorking ? ('working' as const) : atRest,
      /** Of what is being read aside. */
      read: row.read_count,
      expected: row.matched,
      features: sizes.get(row.collection_id) ?? 0,
      put: row.put_count,
      gone: row.gone_count,
      triedAt: row.tried_at,
      succeededAt: row.succeeded_at,
      changedAt: row.changed_at,
      nextDueAt: isPaused ? null : (job?.due_at ?? null),
      error: row.error === null ? null : { code: row.error, text: wordsOfHarvest(row.error) },
    }
  })
}
