import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { ImportPhase } from '@amtsweg/contract'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import {
  changeUpload,
  hasOldUploads,
  removeOldUploads,
  uploadById,
  uploadJob,
  waitingUploads,
} from './intake/index.ts'
import { abandonJob, type Clock } from './jobs/index.ts'
import type { Progress } from './upload-run.ts'

interface RunnerParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Does the work under this name of a holder, in a process beside this one; resolves when it is over, with how it ended. */
  readonly run: (
    id: string,
    holder: string,
    signal: AbortSignal,
    onLine: (line: string) => void,
  ) => Promise<string>
  /** Takes what failed. */
  readonly report: (error: unknown) => void
}

/** Milliseconds between two looks for files that another process left waiting; a look writes nothing. */
const pause = 15_000

const Line = z.object({ phase: ImportPhase, read: z.number().int().nullable() })

/** Has files of authorities worked on, one after the other, until it is stopped. */
export function startUploads(parts: RunnerParts) {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = new Map<string, Progress>()
  let nudge = new AbortController()

  const one = async (id: string) => {
    const holder = randomUUID()
    const end = await parts.run(id, holder, signal, (line) => {
      const progress = Line.safeParse(jsonOf(line))
      if (progress.success) running.set(id, progress.data)
    })
    running.delete(id)
    if (!signal.aborted) await afterDeath(parts, id, holder, end)
  }
  const keep = async () => {
    while (!signal.aborted) {
      nudge = new AbortController()
      try {
        for (const id of await waitingUploads(parts.db)) if (!signal.aborted) await one(id)
        const now = parts.clock.now().toISOString()
        if (await hasOldUploads(parts.db, now)) await parts.write((trx) => removeOldUploads(trx, now))
      } catch (error) {
        parts.report(error)
      }
      await parts.clock.wait(pause, AbortSignal.any([signal, nudge.signal]))
    }
  }
  const kept = keep()
  return {
    kick: () => nudge.abort(),
    progressOf: (id: string): Progress | undefined => running.get(id),
    async stop() {
      stopping.abort()
      await kept
    },
  }
}

/** Whoever ended without saying what came of it was killed, perhaps by what is in the file: it is not taken up again by itself. */
async function afterDeath({ db, write, clock }: RunnerParts, id: string, holder: string, end: string) {
  const upload = await uploadById(db, id)
  if (!upload || end === 'exit code 0') return
  const at = clock.now().toISOString()
  await write(async (trx) => {
    await abandonJob(trx, uploadJob(upload.authority_id), holder, () => at)
    if (['waiting', 'checking', 'applying'].includes(upload.state))
      await changeUpload(trx, upload, { state: 'interrupted', updated_at: at })
  })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
