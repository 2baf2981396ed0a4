import { createRoute } from '@hono/zod-openapi'
import {
  Draft,
  DraftBody,
  DraftItem,
  DraftPath,
  DraftQuery,
  pageOf,
  type ProblemCode,
  PublishTime,
  Rejection,
  type Scope,
} from '@amtsweg/contract'
import { needs, tokenProblems } from '../http/caller.ts'
import { bodyProblems, editProblems } from '../http/edit.ts'
import { accepted, responses } from '../http/responses.ts'

/** What is done with a draft by a POST. */
export const postActs = ['submit', 'approve', 'reject', 'withdraw', 'schedule', 'publish'] as const
type PostAct = (typeof postActs)[number]

const summaries: Readonly<Record<PostAct, string>> = {
  submit: 'Gives a draft to a second person to look at; it must be whole and allowed by now',
  approve: 'Approves of exactly what a draft says; by a clerk who has written nothing in it',
  reject: 'Gives a draft back, with the reason',
  withdraw: 'Takes a draft back that was submitted, approved of or scheduled',
  schedule: 'Says when a draft shall be published',
  publish: 'Publishes a draft at once, through the same checks as a direct write',
}

/** What a write can end with, whatever is written. */
const anyWrite: readonly ProblemCode[] = [
  'invalid-body',
  'area-unknown',
  'service-unknown',
  'unit-unknown',
  'kept-by-import',
  'text-reserved',
  'still-named',
]

const path = '/drafts/{id}'
const request = { params: DraftPath }
const unconditional = editProblems.filter((code) => code !== 'approval-needed')

/** What the routes of drafts say of themselves, for who may write any of these. */
export function describeDrafts(scopes: readonly Scope[]) {
  const security = needs(...scopes)
  const act = (
    name: PostAct,
    problems: readonly ProblemCode[],
    schema?: typeof Rejection | typeof PublishTime,
  ) =>
    createRoute({
      method: 'post',
      path: `${path}/${name}`,
      summary: summaries[name],
      security: name === 'approve' || name === 'reject' ? needs('changes:approve') : security,
      request: {
        ...request,
        ...(schema ? { body: { content: { 'application/json': { schema } }, required: true } } : {}),
      },
      responses: responses(Draft, 'The draft as it stands now', [
        ...unconditional,
        'draft-unknown',
        'draft-not-ready',
        ...problems,
      ]),
    })
  return {
    list: createRoute({
      method: 'get',
      path: '/drafts',
      summary: 'Drafts of one’s own authority of what one may write, the one that was touched last first',
      security,
      request: { query: DraftQuery },
      responses: responses(pageOf(DraftItem), 'Drafts, without what they say', [
        ...tokenProblems,
        'invalid-query',
        'invalid-cursor',
      ]),
    }),
    read: createRoute({
      method: 'get',
      path,
      summary: 'A draft: how something shall be, what it builds on, and what is wrong in it',
      security,
      request,
      responses: responses(Draft, 'The draft', [...tokenProblems, 'invalid-path', 'draft-unknown']),
    }),
    save: createRoute({
      method: 'put',
      path,
      summary: 'Keeps how something shall be, finished or not; whoever has approved of it has to look again',
      security,
      request: {
        ...request,
        body: { content: { 'application/json': { schema: DraftBody } }, required: true },
      },
      responses: responses(Draft, 'The draft, with what is wrong or missing in it', [
        ...bodyProblems.filter((code) => code !== 'approval-needed'),
        'draft-unknown',
        'draft-not-ready',
        'area-unknown',
        'service-unknown',
        'unit-unknown',
        'kept-by-import',
      ]),
    }),
    remove: createRoute({
      method: 'delete',
      path,
      summary: 'Throws a draft away',
      security,
      request,
      responses: accepted('It is gone', [...unconditional, 'draft-unknown']),
    }),
    acts: {
      submit: act('submit', anyWrite),
      approve: act('approve', ['own-draft']),
      reject: act('reject', ['invalid-body', 'request-too-large'], Rejection),
      withdraw: act('withdraw', []),
      schedule: act('schedule', [...anyWrite, 'approval-needed', 'request-too-large'], PublishTime),
      publish: act('publish', [...anyWrite, 'approval-needed']),
    },
  }
}
