/** What search knows of one service in one language; written by rebuildSearchIndex only. */
export interface SearchDocumentTable {
  /** Also the row of the full-text table. */
  id: number
  service_id: string
  lang: string
  title: string
  /** Keywords as they are shown, one per line. */
  keywords: string
  /** Title and keywords folded, one per line in that order, with `|` between the parts of a compound. */
  names: string
  /** Words of title, keywords and official title that a misspelt word may mean, each once. */
  words: string
  /** Copied from the service, so that a search joins one table only. */
  region_key: string | null
  /** Leistungsschluessel, the main one first, with spaces between; a leading space where there is no main one. */
  service_keys: string
  source_id: string
  richness: number
  citizen: number
  business: number
  valid_from: string | null
  valid_to: string | null
  letter: string
}

/** Stems of all texts and in how many descriptions they stand: what compounds are split by. */
export interface SearchStemTable {
  stem: string
  frequency: number
}

/** One row; the version grows with every rebuild, in the same transaction. */
export interface SearchStateTable {
  id: number
  version: number
}
