import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  Import,
  ImportOrder,
  ImportPage,
  ImportPageQuery,
  ImportPartPath,
  ImportPath,
  ImportProgress,
  NewImport,
  RejectedPage,
} from '@amtsweg/contract'
import { needs, tokenProblems } from '../http/caller.ts'
import { accepted, responses } from '../http/responses.ts'

const security = needs('imports:write', 'geodata:write')
const params = ImportPath
const known = [...tokenProblems, 'invalid-path', 'import-unknown'] as const
const writes = [...known, 'unavailable', 'import-state'] as const
const json = (schema: z.ZodType) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})

const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'Files that one’s own authority has sent, the newest first',
  security,
  request: { query: ImportPageQuery },
  responses: responses(ImportPage, 'The imports', [...tokenProblems, 'invalid-query', 'invalid-cursor']),
})
const addRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Announces a file; its parts follow, and nothing is changed before somebody says so',
  security,
  request: json(NewImport),
  responses: responses(Import, 'The import that waits for its parts', [
    ...tokenProblems,
    'invalid-body',
    'request-too-large',
    'unavailable',
  ]),
})
const partRoute = createRoute({
  method: 'put',
  path: '/imports/{id}/parts/{part}',
  summary: 'Sends the next part of a file, at most 1 MB; sent again it counts once',
  security,
  request: {
    params: ImportPartPath,
    body: { content: { 'application/octet-stream': { schema: z.string() } }, required: true },
  },
  responses: responses(Import, 'What has come so far', [
    ...writes,
    'request-too-large',
    'import-too-large',
    'imports-full',
    'import-not-text',
  ]),
})
const readRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'One import: where it stands, and what it would change or has changed',
  security,
  request: { params },
  responses: responses(Import, 'The import', known),
})
const rejectedRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/rejected',
  summary: 'Records that were left out, with line and reason',
  security,
  request: { params, query: ImportPageQuery },
  responses: responses(RejectedPage, 'In the order of the file', [
    ...known,
    'invalid-query',
    'invalid-cursor',
  ]),
})
const csvRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/rejected.csv',
  summary: 'The same as a table that spreadsheets open',
  security,
  request: { params },
  responses: responses(z.string(), 'CSV in UTF-8', known, 'text/csv'),
})
const eventsRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/events',
  summary: 'How an import is doing, as server-sent events until it is over',
  security,
  request: { params },
  responses: responses(
    ImportProgress,
    'Events `progress`, at last `end`',
    [...known, 'unavailable'],
    'text/event-stream',
  ),
})
const ordered = (order: 'check' | 'apply', summary: string) =>
  createRoute({
    method: 'post',
    path: `/imports/{id}/${order}`,
    summary,
    security,
    request: { params, ...json(ImportOrder) },
    responses: responses(Import, 'The import, which is taken up soon', [
      ...writes,
      'invalid-body',
      'request-too-large',
      'import-running',
      'import-suspicious',
      'approval-needed',
    ]),
  })
const checkRoute = ordered('check', 'Has a file read and compared, without changing anything')
const applyRoute = ordered('apply', 'Has done what the report says, unless data have changed since')
const removeRoute = createRoute({
  method: 'delete',
  path: '/imports/{id}',
  summary: 'Deletes a file and its report; what was applied stays',
  security,
  request: { params },
  responses: accepted('It is gone', writes),
})

/** The routes of imports, as the description of the API tells them. */
export const importRouteDescriptions = [
  ...[listRoute, addRoute, partRoute, readRoute, rejectedRoute, csvRoute, eventsRoute],
  ...[checkRoute, applyRoute, removeRoute],
]
