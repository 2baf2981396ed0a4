import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type OpeningHours, UnitPath } from '@amtsweg/contract'
import { type Caller, isOwnSource, sourceIdOf } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { callerOf, mustOwn, needs } from '../http/caller.ts'
import { bodyProblems, edit, editCaching, editProblems, longestEdit, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { findArea } from '../places/index.ts'
import {
  editStateOf,
  hasHours,
  HoursEdit,
  hoursOf,
  inFixedOrder,
  ownUnitRows,
  UnitEdit,
  UnitEditState,
  withHours,
} from './own-unit.ts'
import {
  deleteOwnUnit,
  partsOfUnit,
  regionOfUnit,
  saveContent,
  saveOwnUnit,
  storedUnit,
  unitsAround,
} from './repository-own-units.ts'

const record = '/units/{id}/record'
const hours = '/units/{id}/hours'
const request = { params: UnitPath }
const json = <Schema extends typeof UnitEdit | typeof HoursEdit>(schema: Schema) => ({
  ...request,
  body: { content: { 'application/json': { schema } }, required: true },
})
const security = needs('units:write')

const readRecord = createRoute({
  method: 'get',
  path: record,
  summary: 'An office as editors write it, in all languages',
  request,
  responses: responses(UnitEditState, 'The office as it is kept', ['invalid-path', 'unit-unknown']),
})
const saveRecord = createRoute({
  method: 'put',
  path: record,
  summary: 'Writes an office of one’s own area, a new one or one that is there',
  security,
  request: json(UnitEdit),
  responses: responses(UnitEditState, 'The office as it is kept now', [
    ...bodyProblems,
    'area-unknown',
    'kept-by-import',
  ]),
})
const deleteRecord = createRoute({
  method: 'delete',
  path: record,
  summary: 'Takes back an office of one’s own',
  security,
  request,
  responses: accepted('Nothing is left of it', [
    ...editProblems,
    'unit-unknown',
    'kept-by-import',
    'still-named',
  ]),
})
const readHours = createRoute({
  method: 'get',
  path: hours,
  summary: 'The opening hours of an office, to be edited',
  request,
  responses: responses(HoursEdit, 'The hours as they are kept', ['invalid-path', 'unit-unknown']),
})
const saveHours = createRoute({
  method: 'put',
  path: hours,
  summary: 'Sets the opening hours of an office of one’s own, with its exceptions',
  security,
  request: json(HoursEdit),
  responses: responses(HoursEdit, 'The hours as they are kept now', [
    ...bodyProblems,
    'unit-unknown',
    'kept-by-import',
  ]),
})

interface Parts extends EditParts {
  /** Computes anew what follows from which body administers which area. */
  readonly rederive: (trx: Trx) => Promise<void>
  /** Whether somebody has recorded that a unit answers for something. */
  readonly isNamed: (db: Db, unitId: string) => Promise<boolean>
}

/** Offices that an authority keeps itself, and their hours. */
export function unitEditRoutes({ rederive, isNamed, ...parts }: Parts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of [readRecord, saveRecord, deleteRecord, readHours, saveHours])
    router.openAPIRegistry.registerPath(route)

  const read = (id: string) => async (trx: Db) => {
    const stored = await storedUnit(trx, id)
    return stored ? editStateOf(stored) : { id }
  }
  const readHoursOf = (id: string) => async (trx: Db) => {
    const stored = await storedUnit(trx, id)
    if (!stored) throw new ProblemError('unit-unknown')
    return hoursOf(stored.unit)
  }
  const isThere = (state: UnitEditState) => state.names !== undefined
  /** Whether responsibilities may follow from it. */
  const isGeneral = (...states: readonly UnitEditState[]) => states.some(({ general }) => general)

  return router
    .get(readRecord.getRoutingPath(), async (c) => {
      const state = await read(idIn(c))(db)
      if (!isThere(state)) throw new ProblemError('unit-unknown')
      return c.json(state, 200, editCaching)
    })
    .put(saveRecord.getRoutingPath(), longestEdit, async (c) => {
      const caller = await callerOf(c, parts, 'units:write')
      const id = idIn(c)
      await mustKeep(db, caller, id)
      const body = readBody(UnitEdit, await c.req.arrayBuffer())
      await mustStandIn(db, caller, id, body)
      const rows = ownUnitRows(body, {
        id,
        sourceId: sourceIdOf(caller.authority.id),
        at: now().toISOString(),
      })
      const wanted = editStateOf(rows)
      const state = await edit<UnitEditState>(c, parts, {
        caller,
        action: 'unit.put',
        subject: id,
        read: read(id),
        check: async (trx) => {
          await mustKeep(trx, caller, id)
          await mustStandIn(trx, caller, id, body)
        },
        isThere,
        wanted,
        write: async (trx, _sourceId, before) => {
          await saveOwnUnit(trx, rows)
          if (isGeneral(before, wanted)) await rederive(trx)
        },
      })
      return c.json(state, 200, editCaching)
    })
    .delete(deleteRecord.getRoutingPath(), async (c) => {
      const caller = await callerOf(c, parts, 'units:write')
      const id = idIn(c)
      if (!(await mustKeep(db, caller, id))) throw new ProblemError('unit-unknown')
      await edit<UnitEditState>(c, parts, {
        caller,
        action: 'unit.delete',
        subject: id,
        read: read(id),
        check: (trx) => mustKeep(trx, caller, id),
        isThere,
        wanted: { id },
        write: async (trx, _sourceId, before) => {
          if ((await isNamed(trx, id)) || (await partsOfUnit(trx, id)).length > 0)
            throw new ProblemError('still-named')
          await deleteOwnUnit(trx, id)
          if (isGeneral(before)) await rederive(trx)
        },
      })
      return nothingLeft(c)
    })
    .get(readHours.getRoutingPath(), async (c) => c.json(await readHoursOf(idIn(c))(db), 200, editCaching))
    .put(saveHours.getRoutingPath(), longestEdit, async (c) => {
      const caller = await callerOf(c, parts, 'units:write')
      const id = idIn(c)
      if (!(await mustKeep(db, caller, id))) throw new ProblemError('unit-unknown')
      const wanted = inFixedOrder(readBody(HoursEdit, await c.req.arrayBuffer()))
      const state = await edit<OpeningHours>(c, parts, {
        caller,
        action: 'hours.put',
        subject: id,
        read: readHoursOf(id),
        check: (trx) => mustKeep(trx, caller, id),
        isThere: hasHours,
        wanted,
        write: async (trx) => {
          const stored = await storedUnit(trx, id)
          if (stored) await saveContent(trx, id, withHours(stored.unit, wanted), now().toISOString())
        },
      })
      return c.json(state, 200, editCaching)
    })
}

const idIn = (c: Context<Env>): string => readPath(UnitPath, c.req.param()).id

/** Throws where a unit is somebody else's or an import's; tells whether there is one. */
async function mustKeep(db: Db, caller: Caller, id: string): Promise<boolean> {
  const stored = await storedUnit(db, id)
  if (!stored) return false
  await mustOwn(db, caller, (await regionOfUnit(db, id)) ?? null)
  if (!isOwnSource(stored.unit.source_id)) throw new ProblemError('kept-by-import')
  return true
}

/** Throws unless a unit stands in the caller's area: by its own region, and by the body it is a part of. */
async function mustStandIn(
  db: Db,
  caller: Caller,
  id: string,
  { regionKey, parentId }: Pick<UnitEdit, 'regionKey' | 'parentId'>,
): Promise<void> {
  const parent = parentId === undefined ? undefined : await regionAbove(db, id, parentId)
  if (regionKey !== undefined && !(await findArea(db, regionKey))) throw new ProblemError('area-unknown')
  for (const region of [regionKey, parent]) if (region !== undefined) await mustOwn(db, caller, region)
  if (regionKey === undefined && parent === undefined) await mustOwn(db, caller, null)
}

/** The region of the body a unit becomes a part of, which must not be a part of the unit itself. */
async function regionAbove(db: Db, id: string, parentId: string): Promise<string> {
  const around = await unitsAround(db, parentId)
  const region = around.find(({ regionKey }) => regionKey)?.regionKey
  if (region && !around.some((unit) => unit.id === id)) return region
  const detail = 'There is no such unit, or it is a part of this one'
  throw new ProblemError('invalid-body', { errors: [{ pointer: '/parentId', detail }] })
}
