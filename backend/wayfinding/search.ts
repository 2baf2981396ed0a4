import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { letterOf, situationsBelow, summariesById } from '../services/index.ts'
import { catalogueOf } from './catalogue.ts'
import { findDocuments, type Query } from './find-documents.ts'
import { servicesIn } from './repository.ts'

/** A search as a reader asks for it. */
export interface ServiceSearch extends Query {
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Services that answer to what somebody typed, best first; undefined when the cursor is not one of this search. */
export async function searchServices(db: Db, search: ServiceSearch): Promise<ServicePage | undefined> {
  const { q, area, lang, lifeSituation, letter, audience, limit, cursor } = search
  const asked = JSON.stringify([q, area, lang, lifeSituation, letter, audience])
  const from = readCursor(cursor, asked)
  if (from === undefined) return undefined
  const services = lifeSituation ? await servicesIn(db, await situationsBelow(db, lifeSituation)) : undefined
  const found = await findDocuments(db, await catalogueOf(db), search, {
    services,
    letter: letter && letterOf(letter),
    audience,
  })
  const ids = found.slice(from, from + limit).map(({ service }) => service.id)
  const summaries = await summariesById(db, ids, lang, area)
  return {
    items: ids.flatMap((id) => summaries.get(id) ?? []),
    next: from + limit < found.length ? writeCursor(from + limit, asked) : null,
  }
}
