import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Analysed text of one search_document: words separated by spaces, folded and stemmed by us. */
export interface FullTextDocument {
  readonly id: number
  readonly title: string
  readonly keywords: string
  readonly body: string
  /** Language and region of the document, as terms. */
  readonly scope: string
}

/** A stem to look for; with `prefix` every word that begins with it counts. */
export interface FullTextTerm {
  readonly stem: string
  readonly prefix: boolean
  /** How telling it is, for engines that do not know: the rarer the more. */
  readonly rarity: number
  /** In how many documents it stands at most. */
  readonly frequency: number
}

/** Terms of which a document must have at least one from each list. */
export type FullTextScope = readonly (readonly string[])[]

/**
 * What search needs of an engine, one implementation per dialect. All language knowledge is ours (backend/wayfinding), so any
 * engine that weights three fields will do: FTS5, or PostgreSQL with tsvectors of the configuration `simple`.
 */
export interface FullText {
  readonly clear: (db: Kysely<Schema>) => Promise<void>
  readonly addDocuments: (db: Kysely<Schema>, documents: readonly FullTextDocument[]) => Promise<void>
  /** Called once after the last document. */
  readonly finish: (db: Kysely<Schema>) => Promise<void>
  /**
   * Ids of documents with any of the terms; where there may be more than `limit`, of the most promising: title counts more than
   * keywords, keywords more than the body. The engine only fetches; the order a reader sees is made by wayfinding.
   */
  readonly fetch: (
    db: Kysely<Schema>,
    terms: readonly FullTextTerm[],
    scope: FullTextScope,
    limit: number,
  ) => Promise<readonly number[]>
}

/** Whether more documents may have one of the terms than there is room for: only then an engine must choose, which costs most. */
export const mayExceed = (terms: readonly FullTextTerm[], limit: number): boolean =>
  terms.reduce((sum, { frequency }) => sum + frequency, 0) > limit
