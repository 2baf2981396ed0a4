import { type OpeningHours, UnitPath } from '@amtsweg/contract'
import { isOwnSource, sourceIdOf } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { mustOwn } from '../http/caller.ts'
import type { EditKind, Writer } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
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
import { hasPeople } from './repository-people.ts'

interface Parts {
  readonly now: () => Date
  /** Computes anew what follows from which body administers which area. */
  readonly rederive: (trx: Trx) => Promise<void>
  /** Whether somebody has recorded that a unit answers for something. */
  readonly isNamed: (db: Db, unitId: string) => Promise<boolean>
}

/** Offices that an authority keeps itself. */
export const unitKind = ({ now, rederive, isNamed }: Parts): EditKind<UnitEditState, UnitEdit> => ({
  name: 'unit',
  path: '/units/{id}/record',
  scope: 'units:write',
  params: UnitPath,
  state: UnitEditState,
  body: UnitEdit,
  words: {
    summary: 'An office as editors write it, in all languages',
    answer: 'The office as it is kept',
    takeBack: { summary: 'Takes back an office of one’s own', answer: 'Nothing is left of it' },
  },
  save: {
    summary: 'Writes an office of one’s own area, a new one or one that is there',
    answer: 'The office as it is kept now',
    problems: ['area-unknown', 'kept-by-import', 'still-named'],
  },
  unknown: [],
  absent: 'unit-unknown',
  async open(_db, { id = '' }) {
    const thing = {
      params: { id },
      subject: id,
      mustBeOf: (db: Db, writer: Writer) => mustKeep(db, writer, id),
      async read(db: Db): Promise<UnitEditState> {
        const stored = await storedUnit(db, id)
        return stored ? editStateOf(stored) : { id }
      },
      isThere: (state: UnitEditState) => state.names !== undefined,
    }
    return {
      ...thing,
      async plan(db, writer, body) {
        if (body === undefined) {
          if (!thing.isThere(await thing.read(db))) throw new ProblemError('unit-unknown')
          return {
            wanted: { id },
            async write(trx, _sourceId, before) {
              if (
                (await isNamed(trx, id)) ||
                (await partsOfUnit(trx, id)).length > 0 ||
                (await hasPeople(trx, id))
              )
                throw new ProblemError('still-named')
              await deleteOwnUnit(trx, id)
              if (isGeneral(before)) await rederive(trx)
            },
          }
        }
        await mustStandIn(db, writer, id, body)
        const kept = { id, sourceId: sourceIdOf(writer.authority.id), at: now().toISOString() }
        const rows = ownUnitRows(body, kept)
        const wanted = editStateOf(rows)
        return {
          wanted,
          async write(trx, _sourceId, before) {
            await saveOwnUnit(trx, rows)
            if (isGeneral(before, wanted)) await rederive(trx)
          },
        }
      },
    }
  },
})

/** Whether responsibilities may follow from it. */
const isGeneral = (...states: readonly UnitEditState[]) => states.some(({ general }) => general)

const noHours: OpeningHours = { spans: [], exceptions: [] }

/** When such an office is open. */
export const hoursKind = ({ now }: Pick<Parts, 'now'>): EditKind<OpeningHours, OpeningHours> => ({
  name: 'hours',
  path: '/units/{id}/hours',
  scope: 'units:write',
  params: UnitPath,
  state: HoursEdit,
  body: HoursEdit,
  words: { summary: 'The opening hours of an office, to be edited', answer: 'The hours as they are kept' },
  save: {
    summary: 'Sets the opening hours of an office of one’s own, with its exceptions',
    answer: 'The hours as they are kept now',
    problems: ['kept-by-import'],
  },
  unknown: ['unit-unknown'],
  async open(opened, { id = '' }) {
    if (!(await storedUnit(opened, id))) throw new ProblemError('unit-unknown')
    return {
      params: { id },
      subject: id,
      mustBeOf: (db, writer) => mustKeep(db, writer, id),
      async read(db) {
        const stored = await storedUnit(db, id)
        return stored ? hoursOf(stored.unit) : noHours
      },
      isThere: hasHours,
      async plan(_db, _writer, body = noHours) {
        const wanted = inFixedOrder(body)
        return {
          wanted,
          async write(trx) {
            const stored = await storedUnit(trx, id)
            if (stored) await saveContent(trx, id, withHours(stored.unit, wanted), now().toISOString())
          },
        }
      },
    }
  },
})

/** Throws where a unit is somebody else's or an import's. */
async function mustKeep(db: Db, writer: Writer, id: string): Promise<void> {
  const stored = await storedUnit(db, id)
  if (!stored) return
  await mustOwn(db, writer, (await regionOfUnit(db, id)) ?? null)
  if (!isOwnSource(stored.unit.source_id)) throw new ProblemError('kept-by-import')
}

/** Throws unless a unit stands in the writer's area: by its own region, and by the body it is a part of. */
async function mustStandIn(
  db: Db,
  writer: Writer,
  id: string,
  { regionKey, parentId }: Pick<UnitEdit, 'regionKey' | 'parentId'>,
): Promise<void> {
  const parent = parentId === undefined ? undefined : await regionAbove(db, id, parentId)
  if (regionKey !== undefined && !(await findArea(db, regionKey))) throw new ProblemError('area-unknown')
  for (const region of [regionKey, parent]) if (region !== undefined) await mustOwn(db, writer, region)
  if (regionKey === undefined && parent === undefined) await mustOwn(db, writer, null)
}

/** The region of the body a unit becomes a part of, which must not be a part of the unit itself. */
async function regionAbove(db: Db, id: string, parentId: string): Promise<string> {
  const around = await unitsAround(db, parentId)
  const region = around.find(({ regionKey }) => regionKey)?.regionKey
  if (region && !around.some((unit) => unit.id === id)) return region
  const detail = 'There is no such unit, or it is a part of this one'
  throw new ProblemError('invalid-body', { errors: [{ pointer: '/parentId', detail }] })
}
