import { createRoute } from '@hono/zod-openapi'
import {
  PersonBody,
  type PersonEdit,
  PersonEditState,
  PersonPath,
  PersonRecordPage,
  PersonRecordQuery,
} from '@amtsweg/contract'
import { isOwnSource, sourceIdOf } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { callerOf, mustOwn, needs, tokenProblems } from '../http/caller.ts'
import { editCaching } from '../http/edit.ts'
import type { EditKind, Writer } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { germanDayOf } from './local-time.ts'
import {
  deskFields,
  personFaults,
  personInOrder,
  personOf,
  personState,
  type StoredPerson,
} from './own-person.ts'
import { regionOfUnit, storedUnit } from './repository-own-units.ts'
import { deletePerson, savePerson, storedPerson } from './repository-people.ts'
import { listPersonRecords } from './repository-people-list.ts'

const listRecords = createRoute({
  method: 'get',
  path: '/people/records',
  summary: 'Everybody the own authority keeps, as editors write them, by name',
  security: needs('people:write'),
  request: { query: PersonRecordQuery },
  responses: responses(PersonRecordPage, 'People', [...tokenProblems, 'invalid-query', 'invalid-cursor']),
})

/** The list of all people whom an authority keeps itself. */
export const personRecordRoutes = (parts: EditParts) =>
  createRouter().openapi(listRecords, async (c) => {
    const { authority } = await callerOf(c, parts, 'people:write')
    const page = await listPersonRecords(parts.db, {
      ...c.req.valid('query'),
      sourceId: sourceIdOf(authority.id),
    })
    if (!page) throw new ProblemError('invalid-cursor')
    return c.json(page, 200, editCaching)
  })

/** A person whom an authority keeps itself. */
export const personKind = ({ now }: { readonly now: () => Date }): EditKind<PersonEditState, PersonEdit> => ({
  name: 'person',
  path: '/people/{id}/record',
  scope: 'people:write',
  params: PersonPath,
  state: PersonEditState,
  body: PersonBody.transform(personInOrder),
  words: {
    summary: 'A person of the own authority as editors write them; unlike offices never public',
    answer: 'The person as they are kept',
    takeBack: { summary: 'Deletes a person of the own authority', answer: 'Nothing is left of them' },
  },
  save: {
    summary: 'Writes a person who works at offices of the own area; without `naming` they are hidden at once',
    answer: 'The person as they are kept now',
    problems: ['kept-by-import'],
  },
  unknown: [],
  absent: 'person-unknown',
  isPrivate: true,
  // A name that may no longer be shown, and a person who is gone, must not come back by undoing.
  forgets: (before, after) =>
    after === undefined || (before.naming !== undefined && after.naming === undefined),
  // A consent that is withdrawn is none from that moment on (Art. 7 III DSGVO).
  holdsAtOnce: ({ naming, ...before }, wanted) =>
    naming !== undefined && JSON.stringify(before) === JSON.stringify(wanted),
  async open(_db, { id = '' }) {
    const thing = {
      params: { id },
      subject: id,
      mustBeOf: (db: Db, writer: Writer) => mustKeep(db, writer, id),
      async read(db: Db): Promise<PersonEditState> {
        const stored = await storedPerson(db, id)
        return stored ? personState(stored) : { id }
      },
      isThere: (state: PersonEditState) => state.familyName !== undefined,
    }
    return {
      ...thing,
      async plan(db, writer, body) {
        if (body === undefined) {
          if (!thing.isThere(await thing.read(db))) throw new ProblemError('person-unknown')
          return {
            wanted: { id },
            async write(trx) {
              await deletePerson(trx, id)
            },
          }
        }
        const errors = personFaults(id, body, germanDayOf(now()))
        if (errors.length > 0) throw new ProblemError('invalid-body', { errors: [...errors] })
        await mustFit(db, writer, body)
        const known = await storedPerson(db, id)
        // Whoever is written again is there again.
        const row = {
          ...(known ?? newPerson(id)),
          withdrawn_on: null,
          missed: 0,
          content: JSON.stringify(body),
        }
        return {
          wanted: personState(row),
          write: (trx, source_id) =>
            savePerson(trx, {
              ...row,
              source_id,
              updated_at: now().toISOString(),
              desk_fields: known ? deskFields(known.desk_fields, personOf(known), body) : '',
            }),
        }
      },
    }
  },
})

const newPerson = (id: string): StoredPerson => ({
  ...{ id, content: '', origin: 'desk', external_key: null, desk_fields: '' },
  ...{ missed: 0, withdrawn_on: null, source_id: '' },
})

/** Throws where a person is kept by somebody else. */
async function mustKeep(db: Db, { authority }: Writer, id: string): Promise<void> {
  const stored = await storedPerson(db, id)
  if (!stored || stored.source_id === sourceIdOf(authority.id)) return
  throw new ProblemError(isOwnSource(stored.source_id) ? 'not-yours' : 'kept-by-import')
}

/** Throws unless somebody works at offices of the writer's area, and who stands in is kept by the writer too. */
async function mustFit(db: Db, writer: Writer, { functions, substitute }: PersonEdit): Promise<void> {
  for (const [index, { unitId }] of functions.entries()) {
    if (!(await storedUnit(db, unitId))) throw invalid(`/functions/${index}/unitId`, 'There is no such unit')
    await mustOwn(db, writer, (await regionOfUnit(db, unitId)) ?? null)
  }
  if (substitute && (await storedPerson(db, substitute.id))?.source_id !== sourceIdOf(writer.authority.id))
    throw invalid('/substitute/id', 'You keep no such person')
}

const invalid = (pointer: string, detail: string) =>
  new ProblemError('invalid-body', { errors: [{ pointer, detail }] })
