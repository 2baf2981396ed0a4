import type { Generated } from 'kysely'

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
  /** Stems and how often they stand where, as scoring reads them (bag.ts). */
  bag: string
}

/** Stems of all texts in order of their letters, and in how many documents they stand. */
export interface SearchStemTable {
  number: number
  stem: string
  /** Documents that have it, also as a part of a compound. */
  frequency: number
  /** Documents that have it as a word of its own: what compounds are split by. */
  written: number
}

/** One row; the version grows with every rebuild, in the same transaction. */
export interface SearchStateTable {
  id: number
  version: number
  /** How it was made (index-form.ts). */
  form: string
  documents: number
  /** JSON: mean number of words in title, keywords and body. */
  lengths: string
}

/** A description that was changed after the index was made. */
export interface SearchChangeTable {
  id: Generated<number>
  service_id: string
}

/** The period that is being counted, one row. */
export interface CountedPeriodTable {
  /** A month of the calendar in Germany, such as 2026-11. */
  period: string
  /** Key of the hashes in counted_term, hexadecimal; destroyed at the end of the period. */
  term_key: string
  /** ISO date on which clicks were last added to those that popularity is made of. */
  clicks_as_of: string | null
}

/** How searches for one term on the pages of one area ended, each asker counted once a day. */
export interface CountedTermTable {
  /** Keyed hash of area and folded term. */
  id: string
  period: string
  /** Area that the searching page stands for; '' = all. */
  region_key: string
  /** Null until enough different askers have typed it. */
  text: string | null
  none: number
  unopened: number
  /** Only counted once a search for the term has ended in one of the other ways. */
  opened: number
}

/** How often a service was opened in a period, each reader counted once a day. */
export interface CountedClickTable {
  service_id: string
  period: string
  clicks: number
}

/** What to do in a life situation, and the questions that lead there; `name` is the same in every area that has its own. */
export interface ChecklistTable {
  id: string
  name: string
  /** Where it holds; null = everywhere. */
  region_key: string | null
  /** What it does to the checklist of the same name further up. */
  mode: 'replace' | 'extend' | 'off'
  life_situation_id: string | null
  /** JSON of a ChecklistContent. */
  content: string
  /** Of two that fit a question equally well the first one wins. */
  position: number
  updated_at: string | null
  source_id: string
}
