import type { Context } from 'hono'
import { type Scope, ServiceAreaPath } from '@amtsweg/contract'
import type { Caller } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readPath } from '../http/body.ts'
import { callerOf, mustOwn } from '../http/caller.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { editedService } from './repository.ts'
import { livingRegion } from './routes.ts'
import type { Replaced } from './typisierung.ts'

/** What is edited: a service as it holds in an area. */
export interface EditTarget {
  readonly service: Replaced & { readonly id: string }
  readonly regionKey: string
}

/** Who writes and what: throws the problem where the token does not let it. */
export async function allowedEdit(
  c: Context<Env>,
  parts: EditParts,
  scope: Scope,
): Promise<{ readonly caller: Caller; readonly target: EditTarget }> {
  const caller = await callerOf(c, parts, scope)
  const target = await editTarget(c, parts.db)
  await mustOwn(parts.db, caller, target.regionKey)
  return { caller, target }
}

/** Throws unless the service is still there and its area still the caller's. */
export async function mustStillHold(
  db: Db,
  caller: Caller,
  { service, regionKey }: EditTarget,
): Promise<void> {
  await mustOwn(db, caller, regionKey)
  if (!(await editedService(db, service.id, regionKey))) throw new ProblemError('service-unknown')
}

/** The service and the living area that a path names; throws where there is none. */
export async function editTarget(c: Context<Env>, db: Db): Promise<EditTarget> {
  const { id, area } = readPath(ServiceAreaPath, c.req.param())
  const regionKey = await livingRegion(db, area)
  const service = await editedService(db, id, regionKey)
  if (!service) throw new ProblemError('service-unknown')
  return { service, regionKey }
}
