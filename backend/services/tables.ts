import type { Generated, Selectable } from 'kysely'

/** A service description. Texts hang on it per language in service_text. */
export interface ServiceTable {
  id: string
  scheme_agency_id: string
  scheme_id: string
  value: string
  leistungsschluessel: string | null
  typisierung: string | null
  /** Where the description holds; null = nationwide. */
  region_key: string | null
  /** 1 = shown to the public. */
  public: number
  citizen: number
  business: number
  valid_from: string | null
  valid_to: string | null
  updated_at: string | null
  /** Who wrote it; null where only the source is known. */
  author: string | null
  /** Characters of text: among equal descriptions the fuller one is shown. */
  richness: number
  /** Hash of all that is stored for the service: an import writes only what differs. */
  fingerprint: Generated<string>
  /** Name of the file where a source comes in several: each speaks for its own records only. */
  batch: Generated<string>
  source_id: string
}
export type ServiceRow = Selectable<ServiceTable>

/** Secondary identifiers and further Leistungsschluessel (scheme_id `leika`). */
export interface ServiceIdentifierTable {
  service_id: string
  scheme_agency_id: string
  scheme_id: string
  value: string
}

/** Names of a service in one language. `sort_key` orders as in German (DIN 5007-1). */
export interface ServiceNameTable {
  service_id: string
  lang: string
  title: string
  official_title: string | null
  sort_key: string
  /** First letter for the A-Z index: A to Z or 0-9; umlauts count as their base letter. */
  letter: string
}

/** One text module: sanitised HTML and the same as RichText JSON. */
export interface ServiceTextTable {
  service_id: string
  lang: string
  code: string
  position: number
  html: string
  content: string
  /** Who wrote this module and when, where it differs from the whole. */
  author: string | null
  updated_at: string | null
}

/**
 * What one authority adds to a module, or says in its place where the text is not reserved. Stays when the text above
 * changes, and waits for it to come back when it has gone.
 */
export interface ServiceSupplementTable {
  id: string
  service_id: string
  region_key: string
  lang: string
  code: string
  html: string
  content: string
  mode: 'addition' | 'replacement'
  author: string | null
  updated_at: string | null
  source_id: string
}

/** Where an authority does not offer a service, and why. Lists leave it out; its page tells the reason. */
export interface ServiceWithdrawalTable {
  service_id: string
  region_key: string
  /** JSON {lang: reason}. */
  reasons: string
  updated_at: string | null
  source_id: string
}

/** Documents, fees, deadlines, processing time, legal basis, forms, online services: JSON of one contract value each. */
export interface ServicePartTable {
  service_id: string
  kind: 'document' | 'fee' | 'deadline' | 'processing-time' | 'legal-basis' | 'form' | 'online-service'
  lang: string
  position: number
  /** Where the part holds; null = everywhere the service does. */
  region_key: string | null
  content: string
  /** Who wrote this part and when, where it differs from the whole. */
  author: string | null
  updated_at: string | null
}

/** A fee, form or online service that one authority has for a service in its area, beside those of the description. */
export interface LocalPartTable {
  service_id: string
  region_key: string
  kind: LocalPartKind
  position: number
  lang: string
  /** JSON of one contract value. */
  content: string
  updated_at: string
  source_id: string
}
export type LocalPartKind = 'fee' | 'form' | 'online-service'

/** Begriff im Kontext: feeds search and the Stichwortverzeichnis. */
export interface ServiceKeywordTable {
  service_id: string
  lang: string
  keyword: string
  sort_key: string
  letter: string
  /** 1 = a copy of a local_keyword, so that whoever reads keywords reads those too. */
  local: Generated<number>
}

/** What an authority adds to the keywords of a service; the state's own stay as they were published. */
export interface LocalKeywordTable {
  /** Id or Leistungsschluessel; the service may be away for a while. */
  service: string
  /** Area whose authority added it; '' = whoever has the command line. */
  region_key: string
  lang: string
  keyword: string
  /** Name of the body that added it, never of a person. */
  authority: string
  added_at: string
}

/** A Lage; `names` is JSON {lang: name}. */
export interface LifeSituationTable {
  id: string
  parent_id: string | null
  names: string
  icon: string | null
  position: number
  source_id: string
}

export interface ServiceLifeSituationTable {
  service_id: string
  life_situation_id: string
}

/** Until when a host is left in peace: it asked for that (Retry-After), or it was asked a moment ago. */
export interface LinkHostTable {
  host: string
  /** RFC 3339 UTC. */
  held_until: string
}

/** An address that somebody of an authority wants to be told nothing more about. */
export interface IgnoredLinkTable {
  authority_id: string
  url: string
  /** RFC 3339 UTC. */
  ignored_at: string
}

/** What a life situation of another catalogue is to one of ours (`id` = theirs); `names` is JSON {lang: name}. */
export interface LifeSituationMappingTable {
  id: string
  life_situation_id: string
  relation: 'same' | 'below'
  names: string | null
  position: number
  source_id: string
}

/** How an authority arranges life situations in its area; null = as further up. */
export interface LifeSituationSettingTable {
  id: string
  region_key: string
  life_situation_id: string
  position: number | null
  hidden: number | null
  names: string | null
  source_id: string
}

/** "Perso: siehe Personalausweis" and "Umzug: siehe auch Wohngeld". */
export interface KeywordReferenceTable {
  id: string
  lang: string
  keyword: string
  sort_key: string
  letter: string
  kind: 'see' | 'see-also'
  target: string
  target_sort_key: string
  target_letter: string
  source_id: string
}
