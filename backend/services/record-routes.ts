import { ServicePath } from '@amtsweg/contract'
import { isOwnSource, sourceIdOf } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { mustOwn } from '../http/caller.ts'
import type { EditKind, Writer } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import { editStateOf, ownServiceFault, ownServiceRows, ServiceEdit, ServiceEditState } from './own-service.ts'
import {
  deleteOwnService,
  describedAbove,
  ownerOfService,
  saveOwnService,
  storedService,
} from './repository-own-services.ts'
import { livingRegion } from './routes.ts'
import { whyNotDescribed } from './typisierung.ts'

interface Parts {
  readonly now: () => Date
  /** Makes search know that the transaction has changed a service, at once or soon. */
  readonly reindex: (trx: Trx, serviceId: string) => Promise<void>
}

/** Local services: what an authority describes itself. */
export const serviceKind = ({ now, reindex }: Parts): EditKind<ServiceEditState, ServiceEdit> => ({
  name: 'service',
  path: '/services/{id}/record',
  scope: 'services:write',
  params: ServicePath,
  state: ServiceEditState,
  body: ServiceEdit,
  words: {
    summary: 'A service as editors write it: all languages, texts as HTML',
    answer: 'The description as it is kept',
    takeBack: { summary: 'Takes back a description of one’s own', answer: 'Nothing is left of it' },
  },
  save: {
    summary: 'Describes a service of one’s own area, or describes it anew',
    answer: 'The description as it is kept now',
    problems: ['area-unknown', 'text-reserved', 'kept-by-import'],
  },
  unknown: [],
  absent: 'service-unknown',
  async open(_db, { id = '' }) {
    const thing = {
      params: { id },
      subject: id,
      mustBeOf: (db: Db, writer: Writer) => mustKeep(db, writer, id),
      async read(db: Db): Promise<ServiceEditState> {
        const stored = await storedService(db, id)
        return stored ? editStateOf(stored) : { id }
      },
      isThere: (state: ServiceEditState) => state.titles !== undefined,
    }
    return {
      ...thing,
      async plan(db, writer, body) {
        if (body === undefined) {
          if (!thing.isThere(await thing.read(db))) throw new ProblemError('service-unknown')
          return {
            wanted: { id },
            async write(trx) {
              await deleteOwnService(trx, id)
              await reindex(trx, id)
            },
          }
        }
        const rows = await rowsFor(db, writer, { id, body, at: now().toISOString() })
        return {
          wanted: editStateOf(rows),
          async write(trx) {
            await saveOwnService(trx, rows)
            await reindex(trx, id)
          },
        }
      },
    }
  },
})

/** A description as it is stored; throws what speaks against it. */
async function rowsFor(
  db: Db,
  writer: Writer,
  { id, body, at }: { readonly id: string; readonly body: ServiceEdit; readonly at: string },
) {
  mustBeId(id)
  const regionKey = body.regionKey === undefined ? undefined : await livingRegion(db, body.regionKey)
  await mustOwn(db, writer, regionKey ?? null)
  const kept = { id, sourceId: sourceIdOf(writer.authority.id), at }
  const fault = ownServiceFault({ ...body, regionKey }, kept)
  if (fault) throw new ProblemError('invalid-body', { errors: [{ pointer: '', detail: fault }] })
  const rows = ownServiceRows({ ...body, regionKey }, kept)
  await mustNotBeReserved(db, id, rows, regionKey ?? '')
  return rows
}

/** Addresses below /services that are none of a service. */
const taken = new Set(['suggest', 'records'])

/** Throws unless a description may have this id; a Leistungsschluessel is none, as it leads to the best of several. */
function mustBeId(id: string): void {
  if (!/^(?:leika:)?\d{14}$/.test(id) && !taken.has(id)) return
  const detail = 'A Leistungsschluessel or another address cannot be the id of a description'
  throw new ProblemError('invalid-path', { errors: [{ pointer: '/id', detail }] })
}

/** Throws where a description is somebody else's or an import's. */
async function mustKeep(db: Db, writer: Writer, id: string): Promise<void> {
  const owner = await ownerOfService(db, id)
  if (!owner) return
  await mustOwn(db, writer, owner.region_key)
  if (!isOwnSource(owner.source_id)) throw new ProblemError('kept-by-import')
}

async function mustNotBeReserved(
  db: Db,
  id: string,
  rows: ReturnType<typeof ownServiceRows>,
  regionKey: string,
): Promise<void> {
  const keys = rows.identifiers.filter(({ scheme_id }) => scheme_id === 'leika').map(({ value }) => value)
  const above = await describedAbove(db, id, keys, regionKey)
  const [detail] = above.flatMap((text) => whyNotDescribed(text, regionKey) ?? [])
  if (detail)
    throw new ProblemError('text-reserved', { errors: [{ pointer: '/leistungsschluessel', detail }] })
}
