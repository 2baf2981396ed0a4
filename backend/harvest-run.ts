import { createReadStream, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db, Trx } from './database/database.ts'
import { ensureFeedState, newNodeId } from './federation/index.ts'
import {
  type AskForeign,
  changeHarvest,
  findHarvest,
  type Harvested,
  HarvestError,
  type HarvestFailure,
  HarvestGone,
  harvestJob,
  listHarvests,
  pausedUntil,
  visit,
} from './geodata/index.ts'
import { jsonPieces } from './geofiles/json-pieces.ts'
import { ImportError } from './import/index.ts'
import { fetchGeoPage } from './integration/geo-page.ts'
import { endLease, findJob, isKept, retryDelay, type Taken as Lease, underLease } from './jobs/index.ts'
import { inWorkFolder } from './operation/work-folder.ts'
import type { DueWork } from './schedule-runner.ts'
import type { RunParts } from './scheduled-import.ts'

/** What a harvest came to. */
export type HarvestResult =
  | ({ readonly kind: 'taken' } & Harvested)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: HarvestFailure }
  /** Another process works on it, or it is not due. */
  | { readonly kind: 'busy' }
  /** Another process took over meanwhile. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopped' }

export interface HarvestRun extends RunParts {
  /** Bytes of everything that is read for one version. */
  readonly longest: number
}

class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

/**
 * Brings a copy up to date, unless another process is at it. Killed at any moment, it goes on from there, and readers never see half of
 * it. Throws ImportError where there is no such harvest.
 */
export async function runHarvest(
  parts: HarvestRun,
  id: string,
  { onlyDue = false }: { readonly onlyDue?: boolean } = {},
): Promise<HarvestResult> {
  const { db, clock, write, holder, signal } = parts
  if (!(await findHarvest(db, id))) throw new ImportError(`There is no harvest ${id.slice(0, 60)}.`)
  let result: HarvestResult = { kind: 'busy' }
  const name = harvestJob(id)
  const due = onlyDue ? { dueBy: clock.now().toISOString() } : {}
  await underLease({ write, clock, holder, name, signal, ...due }, async (inner, fence) => {
    result = await attempt({ ...parts, signal: inner }, id, { name, fence }).catch((error: unknown) => {
      if (error instanceof LeaseLostError || error instanceof HarvestGone) return { kind: 'lost' } as const
      if (signal.aborted) return { kind: 'stopped' } as const
      if (inner.aborted) return { kind: 'lost' } as const
      throw error
    })
    return {}
  })
  return result
}

async function attempt(parts: HarvestRun, id: string, lease: Lease): Promise<HarvestResult> {
  const { db, write, clock, signal, workFile, longest, onProgress = () => {} } = parts
  const { failures = 0 } = (await findJob(db, lease.name)) ?? {}
  const end = (error: HarvestFailure | undefined) =>
    write((trx) => settle(trx, parts, { id, lease, failures }, error))
  const { node } = await write((trx) => ensureFeedState(trx as Trx, newNodeId))
  try {
    const harvested = await inWorkFolder(workFile, clock.now(), (folder) =>
      visit({
        ...{ db, id, node, longest, onProgress, ask: askInto(parts, folder) },
        now: () => clock.now().toISOString(),
        inTransaction: (work) =>
          write(async (trx) => {
            signal.throwIfAborted()
            if (!(await isKept(trx, lease))) throw new LeaseLostError()
            return work(trx as Trx)
          }),
      }),
    )
    await end(undefined)
    const { put, gone } = harvested
    return put + gone === 0 ? { kind: 'unchanged' } : { kind: 'taken', put, gone }
  } catch (error) {
    if (error instanceof LeaseLostError || error instanceof HarvestGone || signal.aborted) throw error
    const code = error instanceof HarvestError ? error.code : 'unforeseen'
    await end(code)
    if (code === 'unforeseen') throw error
    return { kind: 'failed', code }
  }
}

/** Asks, and keeps the answer in a file: only what is looked at is in memory. */
function askInto({ ask, signal }: HarvestRun, folder: string): AskForeign {
  const saveAs = join(folder, 'page.json')
  return async (url, token) => {
    const answer = await fetchGeoPage(ask, { url, token, saveAs, signal })
    if (answer.kind === 'gone') return 'gone'
    if (answer.kind === 'failed') throw new HarvestError(answer.code)
    const { etag, contentCrs } = answer
    return {
      ...{ url: answer.url, etag, contentCrs, bytes: statSync(saveAs).size },
      pieces: () => jsonPieces(createReadStream(saveAs, { highWaterMark: 256 * 1024 })),
    }
  }
}

/** Records what came of it and ends the lease, both or neither. */
async function settle(
  trx: Db,
  { clock, random }: HarvestRun,
  { id, lease, failures }: { readonly id: string; readonly lease: Lease; readonly failures: number },
  error: HarvestFailure | undefined,
): Promise<void> {
  const harvest = await findHarvest(trx, id)
  if (!harvest) throw new LeaseLostError()
  const now = clock.now()
  const every = harvest.every_seconds * 1_000
  const inARow = error === undefined ? 0 : failures + 1
  const rest = error === undefined ? every : Math.min(every, retryDelay(inARow))
  // Many towns must not ask one server at the same moment.
  const next = new Date(now.getTime() + rest * (0.95 + 0.1 * random())).toISOString()
  // Somebody may have paused it while it was at work.
  const dueAt = (await findJob(trx, lease.name))?.due_at === pausedUntil ? pausedUntil : next
  if (!(await endLease(trx, lease, { dueAt, failures: inARow }))) throw new LeaseLostError()
  const at = now.toISOString()
  await changeHarvest(trx, id, {
    tried_at: at,
    error: error ?? null,
    ...(error === undefined ? { succeeded_at: at } : {}),
  })
}

/** Harvests, as work that is due again and again. */
export const dueHarvests: DueWork = {
  names: async (db) => (await listHarvests(db)).map(({ id }) => id),
  jobOf: harvestJob,
  noteDeath: (trx, id, at) => changeHarvest(trx, id, { tried_at: at, error: 'killed' }),
}
