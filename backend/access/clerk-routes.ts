import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import {
  authorityHeader,
  Clerk,
  ClerkBody,
  ClerkInvite,
  type Grant,
  Identifier,
  type InvitationLink,
  InvitedClerk,
} from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import {
  actorOf,
  clerkOf,
  installationClerk,
  mustStillOpen,
  needsPerson,
  personProblems as problems,
} from '../http/caller.ts'
import { longestForm, nothingLeft } from '../http/edit.ts'
import { checkPrecondition, preconditionOf } from '../http/precondition.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { sessionCaching, type SignInParts, writeSession } from '../http/session.ts'
import { formBody } from '../http/sign-in-form.ts'
import { type Administered, administeredClerk, isAdministered, listClerks } from './administered-clerks.ts'
import { findAuthority } from './repository.ts'
import { recorded, type Worked } from './repository-audit.ts'
import { addClerk, clerkByEmail, grantsOf, saveGrants } from './repository-clerks.ts'
import { forgetFactors } from './repository-factors.ts'
import { addInvitation, type InvitationPurpose } from './repository-invitations.ts'
import { endSessions } from './repository-sessions.ts'
import type { ClerkCaller, InstallationCaller } from './repository-tokens.ts'
import { forgetWaysIn, saveSuspension } from './repository-ways-in.ts'
import { makeId } from './secret.ts'

const security = needsPerson('clerks:write')
const Path = z.object({ id: Identifier })
const request = { params: Path }
const one = ['invalid-path', 'not-found'] as const
const body = ['invalid-body', 'request-too-large'] as const

const listRoute = createRoute({
  method: 'get',
  path: '/clerks',
  summary: 'Who can sign in for one’s authority; without the header Amtsweg-Authority, on the whole server',
  security,
  responses: responses(
    z.object({ items: z.array(Clerk), next: z.null() }).meta({ id: 'ClerkList' }),
    'By name',
    [...problems],
  ),
})
const inviteRoute = createRoute({
  method: 'post',
  path: '/clerks',
  summary: 'Invites somebody; the link is shown only now and is to be handed over',
  security,
  request: formBody(ClerkInvite),
  responses: responses(InvitedClerk, 'Invited', [...problems, ...body, 'already-taken']),
})
const readRoute = createRoute({
  method: 'get',
  path: '/clerks/{id}',
  summary: 'A clerk, as an administrator sees and changes them',
  security,
  request,
  responses: responses(Clerk, 'The clerk', [...problems, ...one]),
})
const saveRoute = createRoute({
  method: 'put',
  path: '/clerks/{id}',
  summary: 'Changes name, address, roles, or suspends; what is changed holds for open sessions at once',
  security,
  request: { ...request, ...formBody(ClerkBody) },
  responses: responses(Clerk, 'The clerk', [
    ...[...problems, ...one, ...body],
    ...(['precondition-missing', 'precondition-failed', 'last-administrator', 'already-taken'] as const),
  ]),
})
const deleteRoute = createRoute({
  method: 'delete',
  path: '/clerks/{id}',
  summary: 'Deletes a clerk; the trail of changes keeps the id alone',
  security,
  request,
  responses: accepted('Deleted', [...problems, ...one, 'last-administrator']),
})
const again = (path: '/clerks/{id}/invitation' | '/clerks/{id}/reset', summary: string) =>
  createRoute({
    ...{ method: 'post', path, summary, security, request },
    responses: responses(InvitedClerk, 'Invited', [...problems, ...one]),
  })
const invitationRoute = again(
  '/clerks/{id}/invitation',
  'A new link for who has lost it or forgotten the password',
)
const resetRoute = again(
  '/clerks/{id}/reset',
  'Takes password, second factors and sessions away from who has lost them, and gives a new link',
)

const dropFactorsRoute = createRoute({
  method: 'delete',
  path: '/clerks/{id}/second-factors',
  summary: 'Takes second factors and sessions away from who has lost them; the password stays',
  security,
  request,
  responses: accepted('Taken away', [...problems, ...one, 'last-administrator']),
})

/** How administrators look after who can sign in: of one authority, or of the installation. */
export function clerkRoutes(parts: SignInParts) {
  const { db, now, random, publicUrl } = parts
  const router = createRouter()
  for (const route of [
    listRoute,
    inviteRoute,
    readRoute,
    saveRoute,
    deleteRoute,
    invitationRoute,
    resetRoute,
    dropFactorsRoute,
  ])
    router.openAPIRegistry.registerPath(route)

  /** Whose clerks these are, and who asks. */
  async function administered(c: Context<Env>): Promise<Administered & { readonly by: Asking }> {
    if (c.req.header(authorityHeader) === undefined)
      return { authority: null, by: await installationClerk(c, parts, 'clerks:write') }
    const by = await clerkOf(c, parts, 'clerks:write')
    return { authority: by.authority.id, by }
  }

  /** Does something to a clerk who is wholly the caller's to look after. */
  async function change<Result>(
    { by }: { readonly by: Asking },
    work: (trx: Trx) => Promise<Worked<Result>>,
  ): Promise<Result> {
    return recorded(writeSession(parts), actorOf(by), now().toISOString(), async (trx) => {
      await mustStillOpen(trx, by, now())
      return work(trx)
    })
  }
  const link = (c: Context<Env>, token: string, expiresAt: string): InvitationLink => ({
    url: `${publicUrl ?? new URL(c.req.header('origin') ?? c.req.url).origin}/desk/welcome#${token}`,
    expiresAt,
  })
  const idIn = (c: Context<Env>) => readPath(Path, c.req.param()).id
  /** Throws where the clerk also works for others, who have a say in this. */
  const whole = async (trx: Db, id: string, of: Administered) => {
    const shown = await clerkBefore(trx, id, of)
    if (shown.isShared) throw new ProblemError('not-yours')
    return shown
  }

  async function inviteAgain(c: Context<Env>, purpose: Exclude<InvitationPurpose, 'first-administrator'>) {
    const of = await administered(c)
    const id = idIn(c)
    const { token, endsAt } = await change(of, async (trx) => {
      const before = await whole(trx, id, of)
      if (purpose === 'recovery') {
        await forgetWaysIn(trx, id)
        await mustKeepAdministrator(trx, before)
      }
      const result = await addInvitation(trx, id, purpose, { random, now: now() })
      const after = { purpose }
      return { result, change: { action: `clerk.${purpose}`, subject: id, before: undefined, after } }
    })
    const clerk = await clerkBefore(db, id, of)
    return c.json({ clerk, invitation: link(c, token, endsAt) }, 200, sessionCaching)
  }

  return router
    .get(listRoute.path, async (c) => {
      const of = await administered(c)
      return c.json({ items: await listClerks(db, of), next: null }, 200, sessionCaching)
    })
    .post(inviteRoute.path, longestForm, async (c) => {
      const of = await administered(c)
      const { name, email, grants } = readBody(ClerkInvite, await c.req.arrayBuffer())
      const id = makeId(random)
      const { token, endsAt } = await change(of, async (trx) => {
        await mustGive(trx, grants, of)
        if (await clerkByEmail(trx, email))
          throw new ProblemError('already-taken', { detail: 'The e-mail address' })
        await addClerk(trx, { id, name, email, grants }, now().toISOString())
        const result = await addInvitation(trx, id, 'invitation', { random, now: now() })
        return {
          result,
          change: { action: 'clerk.invite', subject: id, before: undefined, after: { grants } },
        }
      })
      const clerk = await clerkBefore(db, id, of)
      return c.json({ clerk, invitation: link(c, token, endsAt) }, 200, sessionCaching)
    })
    .get(readRoute.getRoutingPath(), async (c) => {
      const of = await administered(c)
      return c.json(await clerkBefore(db, idIn(c), of), 200, sessionCaching)
    })
    .put(saveRoute.getRoutingPath(), longestForm, async (c) => {
      const of = await administered(c)
      const id = idIn(c)
      const wanted = readBody(ClerkBody, await c.req.arrayBuffer())
      const condition = preconditionOf(c)
      const state = await change(of, async (trx) => {
        const before = await clerkBefore(trx, id, of)
        checkPrecondition(condition, before, true)
        await mustGive(trx, wanted.grants, of)
        const isSuspended = before.state === 'suspended'
        const isMore =
          wanted.name !== before.name || wanted.email !== before.email || wanted.isSuspended !== isSuspended
        if (isMore && before.isShared) throw new ProblemError('not-yours')
        const other = await clerkByEmail(trx, wanted.email)
        if (other && other.id !== id)
          throw new ProblemError('already-taken', { detail: 'The e-mail address' })
        const others = (await grantsOf(trx, id)).filter(
          ({ authority }) => of.authority !== null && authority !== of.authority,
        )
        await saveGrants(trx, id, [...others, ...wanted.grants])
        const { name, email } = wanted
        await trx.updateTable('clerk').set({ name, email }).where('id', '=', id).execute()
        await saveSuspension(trx, id, wanted.isSuspended ? now().toISOString() : null)
        await mustKeepAdministrator(trx, before)
        const after = await clerkBefore(trx, id, { ...of, isKnown: true })
        const facts = ({ grants, state: how }: Clerk) => ({ grants, state: how })
        return {
          result: after,
          change: { action: 'clerk.put', subject: id, before: facts(before), after: facts(after) },
        }
      })
      return c.json(state, 200, sessionCaching)
    })
    .delete(deleteRoute.getRoutingPath(), async (c) => {
      const of = await administered(c)
      const id = idIn(c)
      await change(of, async (trx) => {
        const before = await whole(trx, id, of)
        await trx.deleteFrom('clerk').where('id', '=', id).execute()
        await mustKeepAdministrator(trx, before)
        const { grants } = before
        return {
          result: undefined,
          change: { action: 'clerk.delete', subject: id, before: { grants }, after: undefined },
        }
      })
      return nothingLeft(c)
    })
    .post(invitationRoute.getRoutingPath(), (c) => inviteAgain(c, 'invitation'))
    .post(resetRoute.getRoutingPath(), (c) => inviteAgain(c, 'recovery'))
    .delete(dropFactorsRoute.getRoutingPath(), async (c) => {
      const of = await administered(c)
      const id = idIn(c)
      await change(of, async (trx) => {
        const before = await whole(trx, id, of)
        await forgetFactors(trx, id)
        await endSessions(trx, id)
        await mustKeepAdministrator(trx, before)
        const facts = { before: before.hasSecondFactor, after: undefined }
        return { result: undefined, change: { action: 'clerk.factors.drop', subject: id, ...facts } }
      })
      return nothingLeft(c)
    })
}

type Asking = ClerkCaller | InstallationCaller

/** Throws unless an administrator may give these: in the own authority only; of the installation, all that exist. */
async function mustGive(db: Db, grants: readonly Grant[], { authority }: Administered): Promise<void> {
  for (const [index, grant] of grants.entries()) {
    if (authority !== null && grant.authority !== authority) throw new ProblemError('not-yours')
    if (grant.authority === null && grant.roles.some((role) => role !== 'administrator'))
      throw new ProblemError('invalid-body', {
        errors: [
          {
            pointer: `/grants/${index}/roles`,
            detail: 'In the whole installation there are administrators only',
          },
        ],
      })
    if (grant.authority !== null && !(await findAuthority(db, grant.authority)))
      throw new ProblemError('invalid-body', {
        errors: [{ pointer: `/grants/${index}/authority`, detail: 'There is no such authority' }],
      })
  }
}

/** Throws where there is no such clerk, or none of theirs. */
async function clerkBefore(db: Db, id: string, of: Administered) {
  const shown = await administeredClerk(db, id, of)
  if (!shown) throw new ProblemError('not-found')
  return shown
}

async function mustKeepAdministrator(db: Db, before: Clerk): Promise<void> {
  if (!(await isAdministered(db, before))) throw new ProblemError('last-administrator')
}
