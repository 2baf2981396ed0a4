import { GeoCollectionEdit, GeoCollectionPath, GeoCollectionState } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { EditKind, Writer } from '../http/edit-kind.ts'
import { ProblemError } from '../http/problem.ts'
import {
  collectionState,
  deleteCollection,
  saveCollection,
  storedCollection,
  versionNumbered,
} from './repository-record.ts'

interface Parts {
  readonly now: () => Date
}

/** Collections of geodata that an authority keeps; which version readers see is part of what is written. */
export const collectionKind = ({ now }: Parts): EditKind<GeoCollectionState, GeoCollectionEdit> => ({
  name: 'geodata',
  path: '/geodata/collections/{id}/record',
  scope: 'geodata:write',
  params: GeoCollectionPath,
  state: GeoCollectionState,
  body: GeoCollectionEdit,
  words: {
    summary: 'A collection of geodata as officers write it',
    answer: 'The collection as it is kept',
    takeBack: {
      summary: 'Takes back a collection of one’s own, with all its versions',
      answer: 'Nothing is left of it',
    },
  },
  save: {
    summary: 'Writes a collection of one’s own, and says which of its versions readers see',
    answer: 'The collection as it is kept now',
    problems: ['version-unknown'],
  },
  unknown: [],
  absent: 'collection-unknown',
  // Some are for one authority only, and some nobody has published yet.
  isPrivate: true,
  async open(_db, { id = '' }) {
    return {
      params: { id },
      subject: id,
      mustBeOf: (db, writer) => mustKeep(db, writer, id),
      read: (db) => collectionState(db, id),
      isThere: ({ title }) => title !== undefined,
      async plan(db, { authority }, body) {
        if (body === undefined) return { wanted: { id }, write: (trx) => deleteCollection(trx, id) }
        const isMissing = body.version !== null && (await versionNumbered(db, id, body.version)) === undefined
        if (isMissing && (await storedCollection(db, id))) throw new ProblemError('version-unknown')
        // With a collection that was taken back its versions went: brought back by an undo, it waits for a file.
        const wanted = isMissing ? { ...body, version: null } : body
        const kept = { id, authorityId: authority.id, at: now().toISOString() }
        return { wanted: { id, ...wanted }, write: (trx) => saveCollection(trx, wanted, kept) }
      },
    }
  },
})

async function mustKeep(db: Db, { authority }: Writer, id: string): Promise<void> {
  const stored = await storedCollection(db, id)
  if (stored && stored.authority_id !== authority.id) throw new ProblemError('not-yours')
}
