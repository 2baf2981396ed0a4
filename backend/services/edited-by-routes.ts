import { type Scope, ServiceAreaPath } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { mustOwn } from '../http/caller.ts'
import type { Editable, EditKind, PathParts } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import { editedService } from './repository.ts'
import { livingRegion } from './routes.ts'
import type { Replaced } from './typisierung.ts'

/** What is edited: a service as it holds in an area. */
export interface EditTarget {
  readonly service: Replaced & { readonly id: string }
  readonly regionKey: string
}

/** Reads the thing that is edited at a path; what it may be is the same for all that an area says of a service. */
type OpenAt<State extends object, Body> = (
  target: EditTarget,
) => Omit<Editable<State, Body>, 'params' | 'subject' | 'mustBeOf'>

/** A kind of thing that the authority of an area says of a service. */
export const saidOfService = <State extends object, Body>(
  {
    at,
    ...kind
  }: Omit<EditKind<State, Body>, 'path' | 'params' | 'unknown' | 'open'> & {
    /** Last word of its address before the area. */
    readonly at: string
    readonly scope: Scope
  },
  openAt: OpenAt<State, Body>,
): EditKind<State, Body> => ({
  ...kind,
  path: `/services/{id}/${at}/{area}`,
  params: ServiceAreaPath,
  unknown: ['service-unknown', 'area-unknown'],
  async open(db, params) {
    const target = await editTarget(db, params)
    const { service, regionKey } = target
    return {
      params: { id: service.id, area: regionKey },
      subject: `${service.id} ${regionKey}`,
      mustBeOf: (trx, writer) => mustOwn(trx, writer, regionKey),
      ...openAt(target),
    }
  },
})

/** The service and the living area that a path names; throws where there is none. */
async function editTarget(db: Db, { id = '', area = '' }: PathParts): Promise<EditTarget> {
  const regionKey = await livingRegion(db, area)
  const service = await editedService(db, id, regionKey)
  if (!service) throw new ProblemError('service-unknown')
  return { service, regionKey }
}
