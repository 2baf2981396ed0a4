import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Analysed text of one search_document: words separated by spaces, folded and stemmed by us. */
export interface FullTextDocument {
  readonly id: number
  readonly title: string
  readonly keywords: string
  readonly body: string
}

/** A stem to look for; with `prefix` every word that begins with it counts. */
export interface FullTextTerm {
  readonly stem: string
  readonly prefix: boolean
}

/** Which documents may answer. */
export interface FullTextScope {
  /** Only descriptions that hold here; undefined = everywhere. */
  readonly area: string | undefined
  readonly languages: readonly string[]
  /** ISO date on which they must be valid. */
  readonly day: string
  /** What share of its score counts for a document without text of its own when the best are chosen. */
  readonly bareShare: number
}

/** A better match has a higher score. */
export interface FullTextHit {
  readonly id: number
  readonly score: number
}

/**
 * What search needs of an engine, one implementation per dialect. All language knowledge is ours (backend/wayfinding), so any
 * engine that weights three fields will do: FTS5, or PostgreSQL with tsvectors of the configuration `simple`.
 */
export interface FullText {
  readonly clear: (db: Kysely<Schema>) => Promise<void>
  readonly addDocuments: (db: Kysely<Schema>, documents: readonly FullTextDocument[]) => Promise<void>
  /** Called once after the last document. */
  readonly finish: (db: Kysely<Schema>) => Promise<void>
  /** Documents with any of the terms, best first: title counts more than keywords, keywords more than the body. */
  readonly match: (
    db: Kysely<Schema>,
    terms: readonly FullTextTerm[],
    scope: FullTextScope,
    limit: number,
  ) => Promise<readonly FullTextHit[]>
}
