import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { z } from 'zod'
import {
  type ImportKind,
  ImportOrder,
  ImportPageQuery,
  ImportPartPath,
  ImportPath,
  type ImportPhase,
  NewImport,
  type Scope,
} from '@amtsweg/contract'
import { type Caller, findAuthority, tokensMadeBy } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { keepsCollection } from '../geodata/index.ts'
import { readBody, readPath } from '../http/body.ts'
import { callerOf, mustHave, mustStillOpen } from '../http/caller.ts'
import { longestEdit, nothingLeft, whoOf } from '../http/edit.ts'
import { apiHeaders } from '../http/headers.ts'
import { isLong } from '../http/long-answer.ts'
import { ProblemError } from '../http/problem.ts'
import { createRouter, type Env } from '../http/router.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { importRouteDescriptions } from './described-routes.ts'
import type { ImportEvents } from './events.ts'
import { noText } from './file-kind.ts'
import { rejectedCsv } from './rejected-csv.ts'
import {
  addPart,
  addUpload,
  busyStates,
  changeUpload,
  countRejections,
  findUpload,
  hasPart,
  heldBytes,
  isOfGeodata,
  isOfPeople,
  isPacked,
  listUploads,
  rejectionsOf,
  removeOldUploads,
  removeUpload,
  reportOf,
} from './repository.ts'
import type { UploadRow } from './tables.ts'
import { toImport } from './to-import.ts'

/** What works on imports beside the server. */
export interface ImportWork {
  /** There is something to be taken up. */
  readonly kick: () => void
  /** How far this process knows an import to be. */
  readonly progressOf: (
    id: string,
  ) => { readonly phase: ImportPhase | null; readonly read: number | null } | undefined
}

interface Parts extends EditParts {
  /** Bytes of a file at most, as it is sent. */
  readonly maxBytes: number
  /** Bytes of all files of all authorities that lie here. */
  readonly maxHeldBytes: number
  readonly work: ImportWork
  readonly events: ImportEvents
}

/** Days for which a file and its report are kept; a file that never came as a whole only one. */
const keptDays = 30
/** The same for a list of people: long enough to have a second person look at it. */
const keptDaysOfPeople = 7
const day = 24 * 60 * 60_000
/** Files of one authority that are kept at most. */
const mostFiles = 20
const caching = { 'cache-control': 'private, no-store' } as const

/** Files of authorities: first everything is checked and shown, then somebody says that it shall be done. */
export function importRoutes({ maxBytes, maxHeldBytes, work, events, ...parts }: Parts) {
  const { db, now } = parts
  // One authority must not keep all others from sending anything; a single file may be as large as files may be.
  const mostOfOne = Math.max(maxBytes, maxHeldBytes / 2)
  const write = writeNow(parts)
  const router = createRouter()
  for (const route of importRouteDescriptions) router.openAPIRegistry.registerPath(route)
  const at = () => now().toISOString()
  const later = (days: number) => new Date(now().getTime() + days * day).toISOString()

  const opened = async (c: Context<Env>) => {
    const caller = await callerOf(c, parts, sending)
    const { id } = readPath(ImportPath, c.req.param())
    const upload = await kept(db, id, caller)
    mustHandle(caller, upload)
    return { caller, upload }
  }
  const shown = async (c: Context<Env>, caller: Caller, id: string) =>
    c.json(await toImport(db, await kept(db, id, caller), at()), 200, caching)

  const order = (wanted: 'check' | 'apply') => async (c: Context<Env>) => {
    const { caller, upload } = await opened(c)
    const { accept } = readBody(ImportOrder, await c.req.arrayBuffer())
    const { state } = await toImport(db, upload, at())
    const from =
      wanted === 'check' ? ['receiving', 'checked', 'failed', 'interrupted'] : ['checked', 'interrupted']
    if (!from.includes(state) || upload.parts === 0 || (wanted === 'apply' && upload.digest === null))
      throw new ProblemError('import-state')
    await write(async (trx) => {
      await mustStillOpen(trx, caller, now())
      // What readers see of geodata is said by the collection, as every other change is: with a draft, a time, an undo.
      if (wanted === 'apply' && isOfGeodata(upload)) throw new ProblemError('import-state')
      if (wanted === 'apply') await mustBeReady(trx, upload, caller, accept)
      await mustBeAlone(trx, caller, upload.id, at())
      const who = wanted === 'apply' ? { applied_by: JSON.stringify(whoOf(caller)) } : {}
      const taken = await changeUpload(trx, upload, {
        ...{ state: 'waiting', wanted, stale: 0, failure: null, failure_detail: null },
        ...{ updated_at: at(), kept_until: later(isOfPeople(upload) ? keptDaysOfPeople : keptDays), ...who },
      })
      if (!taken) throw new ProblemError('import-state')
    })
    work.kick()
    return shown(c, caller, upload.id)
  }

  return router
    .get('/imports', async (c) => {
      const { authority, scopes } = await callerOf(c, parts, sending)
      const { limit, cursor } = readQuery(c)
      const from = readCursor(cursor, authority.id)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const held = await listUploads(db, authority.id)
      const all = held.filter((one) => needed(one).every((scope) => scopes.includes(scope)))
      const items = []
      for (const upload of all.slice(from, from + limit)) items.push(await toImport(db, upload, at()))
      const next = all.length > from + limit ? writeCursor(from + limit, authority.id) : null
      return c.json({ items, next, total: all.length }, 200, caching)
    })
    .post('/imports', longestEdit, async (c) => {
      const caller = await callerOf(c, parts, sending)
      const { kind, fileName, complete, geodata } = readBody(NewImport, await c.req.arrayBuffer())
      mustHandle(caller, { kind })
      if (geodata && !(await keepsCollection(db, geodata.collection, caller.authority.id)))
        throw new ProblemError('collection-unknown')
      const id = randomBytes(16).toString('base64url')
      await write(async (trx) => {
        await removeOldUploads(trx, at())
        const held = await listUploads(trx, caller.authority.id)
        const idle = held.filter(({ state }) => !busyStates.includes(state))
        for (const old of idle.slice(mostFiles - 1)) await removeUpload(trx, old.id)
        await addUpload(trx, {
          ...{ id, authority_id: caller.authority.id, actor: JSON.stringify(whoOf(caller)), kind },
          ...{ options: geodata ? JSON.stringify(geodata) : null },
          ...{ complete: complete ? 1 : 0, file_name: fileName, created_at: at(), kept_until: later(1) },
        })
      })
      return shown(c, caller, id)
    })
    .put('/imports/:id/parts/:part', longestEdit, async (c) => {
      const { caller, upload } = await opened(c)
      if (!isAnnouncer(upload, caller)) throw new ProblemError('not-yours')
      const { part } = readPath(ImportPartPath, c.req.param())
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      if (part < upload.parts && (await hasPart(db, upload, part, bytes))) return shown(c, caller, upload.id)
      if (upload.state !== 'receiving' || part !== upload.parts || bytes.length === 0)
        throw new ProblemError('import-state', { detail: `The next part is ${upload.parts}` })
      if (upload.bytes + bytes.length > maxBytes)
        throw new ProblemError('import-too-large', { detail: `At most ${maxBytes} bytes` })
      const other = part === 0 && !isPacked(bytes) && !isOfGeodata(upload) ? noText(bytes) : undefined
      if (other) throw new ProblemError('import-not-text', { detail: `The file is ${other}` })
      const isAdded = await write(async (trx) => {
        const isFull =
          (await heldBytes(trx)) + bytes.length > maxHeldBytes ||
          (await heldBytes(trx, caller.authority.id)) + bytes.length > mostOfOne
        if (isFull) throw new ProblemError('imports-full')
        return addPart(trx, upload, part, bytes, at())
      })
      if (!isAdded) throw new ProblemError('import-state')
      return shown(c, caller, upload.id)
    })
    .post('/imports/:id/check', longestEdit, order('check'))
    .post('/imports/:id/apply', longestEdit, order('apply'))
    .get('/imports/:id/rejected', async (c) => {
      const { upload } = await opened(c)
      const { limit, cursor } = readQuery(c)
      const from = readCursor(cursor, upload.id)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const items = await rejectionsOf(db, upload.id, { from, limit })
      const total = await countRejections(db, upload.id)
      const next = total > from + limit ? writeCursor(from + limit, upload.id) : null
      return c.json({ items, next, total }, 200, caching)
    })
    .get('/imports/:id/rejected.csv', async (c) => {
      const { upload } = await opened(c)
      const table = rejectedCsv(await rejectionsOf(db, upload.id, { from: 0, limit: 10_000 }))
      return c.get('send')(table, {
        ...{ ...apiHeaders, ...caching, 'content-type': 'text/csv; charset=utf-8' },
        'content-disposition': 'attachment; filename="abgewiesen.csv"',
      })
    })
    .get('/imports/:id/events', async (c) => {
      const { caller, upload } = await opened(c)
      const headers = {
        ...{ ...apiHeaders, 'cache-control': 'private, no-store, no-transform' },
        ...{ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
      }
      // Nobody would ever read the stream, or end it.
      if (c.req.method === 'HEAD') return c.body(null, 200, headers)
      const look = async () => {
        await mustStillOpen(db, caller, now())
        if (caller.clerkId !== undefined)
          for (const scope of needed(upload)) await mustStillOpen(db, { ...caller, asked: [scope] }, now())
        const row = await findUpload(db, upload.id, caller.authority.id)
        if (!row) return undefined
        const { state } = await toImport(db, row, at())
        const isWorked = state === 'checking' || state === 'applying'
        return { state, phase: null, read: null, ...(isWorked ? work.progressOf(upload.id) : {}) }
      }
      const stream = events.watch({
        authority: caller.authority.id,
        look,
        lastId: c.req.header('last-event-id')?.slice(0, 100),
      })
      if (!stream) throw new ProblemError('unavailable', { headers: { 'retry-after': '5' } })
      isLong(c)
      return c.body(stream, 200, headers)
    })
    .get('/imports/:id', async (c) => {
      const { caller, upload } = await opened(c)
      return shown(c, caller, upload.id)
    })
    .delete('/imports/:id', async (c) => {
      const { upload } = await opened(c)
      if (busyStates.includes((await toImport(db, upload, at())).state))
        throw new ProblemError('import-state')
      await write((trx) => removeUpload(trx, upload.id))
      return nothingLeft(c)
    })
}

/** Any of them opens the list of files. */
const sending: readonly Scope[] = ['imports:write', 'geodata:write']

/** What a file takes: who must not read of people does not read of them in a file either, and geodata are work of their own. */
function needed({ kind }: { readonly kind: ImportKind }): readonly Scope[] {
  if (isOfGeodata({ kind })) return ['geodata:write']
  return isOfPeople({ kind }) ? ['imports:write', 'people:write'] : ['imports:write']
}

function mustHandle(caller: Caller, file: Parameters<typeof needed>[0]): void {
  for (const scope of needed(file)) mustHave(caller, scope)
}

async function kept(db: Db, id: string, { authority }: Caller): Promise<UploadRow> {
  const upload = await findUpload(db, id, authority.id)
  if (!upload) throw new ProblemError('import-unknown')
  return upload
}

function readQuery(c: Context<Env>): z.infer<typeof ImportPageQuery> {
  const result = ImportPageQuery.safeParse(c.req.query())
  if (result.success) return result.data
  throw new ProblemError('invalid-query', {
    errors: result.error.issues.map(({ path, message }) => ({
      pointer: `/${path.join('/')}`,
      detail: message,
    })),
  })
}

/** Throws where a damaged-looking file was not accepted on purpose, or a second person has to look at it first. */
async function mustBeReady(db: Db, upload: UploadRow, caller: Caller, accept: boolean): Promise<void> {
  if ((reportOf(upload)?.suspicions ?? []).length > 0 && !accept) throw new ProblemError('import-suspicious')
  if (!(await findAuthority(db, caller.authority.id))?.fourEyes) return
  const { token } = JSON.parse(upload.actor) as ReturnType<typeof whoOf>
  const isOwn =
    caller.clerkId === undefined ||
    isAnnouncer(upload, caller) ||
    (token !== null && (await tokensMadeBy(db, caller.clerkId)).includes(token))
  if (isOwn) throw new ProblemError('approval-needed')
}

/** Only who has announced a file sends it: else the second person could put their own words into the first one's mouth. */
const isAnnouncer = ({ actor }: UploadRow, caller: Caller) => actor === JSON.stringify(whoOf(caller))

/** Throws where another file of the authority is worked on. */
async function mustBeAlone(trx: Trx, { authority }: Caller, id: string, now: string): Promise<void> {
  for (const other of await listUploads(trx, authority.id)) {
    const { state } = await toImport(trx, other, now)
    if (other.id !== id && busyStates.includes(state)) throw new ProblemError('import-running')
  }
}
