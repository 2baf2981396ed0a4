import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { letterOf, situationsBelow, summariesById } from '../services/index.ts'
import { catalogueOf } from './catalogue.ts'
import { explain } from './explain.ts'
import { findDocuments, type Query } from './find-documents.ts'
import { servicesIn } from './repository.ts'

/** A search as a reader asks for it. */
export interface ServiceSearch extends Query {
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly limit: number
  readonly cursor?: string | undefined
  /** Tells of each hit why it ranks where it does. */
  readonly explain?: boolean | undefined
}

/** Services that answer to what somebody typed, best first; undefined when the cursor is not one of this search. */
export async function searchServices(db: Db, search: ServiceSearch): Promise<ServicePage | undefined> {
  const { q, area, lang, lifeSituation, letter, audience, limit, cursor } = search
  const asked = JSON.stringify([q, area, lang, lifeSituation, letter, audience])
  const from = readCursor(cursor, asked)
  if (from === undefined) return undefined
  const services = lifeSituation ? await servicesIn(db, await situationsBelow(db, lifeSituation)) : undefined
  const filters = { services, letter: letter && letterOf(letter), audience }
  // One more than the page tells whether there is a next.
  const found = await findDocuments(db, await catalogueOf(db), search, filters, from + limit + 1)
  const page = found.slice(from, from + limit)
  const ids = page.map(({ document }) => document.service.id)
  const summaries = await summariesById(db, ids, lang, area)
  return {
    items: page.flatMap(({ document, ranked, concepts }) => {
      const summary = summaries.get(document.service.id)
      if (!summary) return []
      return [search.explain ? { ...summary, explanation: explain(ranked, concepts) } : summary]
    }),
    next: from + limit < found.length ? writeCursor(from + limit, asked) : null,
  }
}
