import type {
  Area,
  AreaHit,
  AreaPage,
  Audience,
  ChecklistList,
  DirectoryResult,
  EndedSearch,
  KeywordPage,
  LifeSituationTree,
  Responsibility,
  Service,
  ServiceDeadlines,
  ServicePage,
  Source,
  SuggestionList,
  Unit,
} from '@amtsweg/contract'

/** What every question takes besides its subject: the reader's language and a way to give up. */
export interface ReadOptions {
  /** BCP 47 tag of the texts; the API falls back to German. */
  lang?: string | undefined
  signal?: AbortSignal | undefined
}

export interface AreasQuery extends ReadOptions {
  /** What the reader typed. */
  q: string
  /** Region key to stay within. */
  within?: string | undefined
  limit?: number | undefined
}

export interface ServicesQuery extends ReadOptions {
  q?: string | undefined
  area?: string | undefined
  lifeSituation?: string | undefined
  /** A to Z, Ä, Ö, Ü or `0-9`. */
  letter?: string | undefined
  audience?: Audience | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

export interface SuggestQuery extends ReadOptions {
  q: string
  area?: string | undefined
  limit?: number | undefined
}

/** The service and one way to say where. */
export interface PlaceQuery extends ReadOptions {
  service: string
  area?: string | undefined
  postcode?: string | undefined
  place?: string | undefined
  street?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
}

interface Listing extends ReadOptions {
  area?: string | undefined
  letter?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/**
 * Every question a widget may ask. `createClient` answers over HTTP; tests and stories hand a widget their own
 * implementation through its `client` property.
 */
export interface ApiClient {
  /** Suggestions for a place as the reader types. */
  areas(query: AreasQuery): Promise<AreaPage>
  /** One area with its parents, by region key or AGS. */
  area(key: string, options?: ReadOptions): Promise<Area>
  /** The Gemeinde at a position; undefined outside all known boundaries. */
  areaAt(lat: number, lon: number, options?: ReadOptions): Promise<AreaHit | undefined>
  /** Services that match a search, an area, a life situation or a letter. */
  services(query: ServicesQuery): Promise<ServicePage>
  /** Lines below the search field as the reader types. */
  suggest(query: SuggestQuery): Promise<SuggestionList>
  /** What to do in the life situation that a question speaks of; none for a plain search. */
  checklists(query: Omit<SuggestQuery, 'limit'>): Promise<ChecklistList>
  /** A service description as it reads in one area. */
  service(id: string, options?: ReadOptions & { area?: string | undefined }): Promise<Service>
  /** The last days of a service's Fristen, counted from an ISO date. */
  deadlines(
    id: string,
    query: ReadOptions & { from: string; area?: string | undefined },
  ): Promise<ServiceDeadlines>
  /** The tree of Lagen. */
  lifeSituations(options?: ReadOptions & { area?: string | undefined }): Promise<LifeSituationTree>
  /** The Stichwortverzeichnis, one letter at a time, or from a word on. */
  keywords(query?: Listing & { from?: string | undefined }): Promise<KeywordPage>
  /** Who answers for a service in a place. */
  responsibility(query: PlaceQuery): Promise<Responsibility>
  /** An office with its hours and whether it is open now. */
  unit(id: string, options?: ReadOptions): Promise<Unit>
  /** People by name, function or topic, and offices. */
  directory(query: ReadOptions & { q: string; area?: string | undefined }): Promise<DirectoryResult>
  /** What an office answers for. */
  unitServices(id: string, options?: Listing): Promise<ServicePage>
  /**
   * Anything else that our server tells, by its address from `base` on: an answer of the shape that address has, with the memory and the
   * errors of all other questions.
   */
  get<Answer extends object>(path: string, query?: ReadOptions): Promise<Answer>
  /** Where the data come from, with licences. */
  sources(options?: ReadOptions): Promise<{ items: Source[] }>
  /** Address of the API, where there is one; `postEndedSearch` sends there how searches end. */
  readonly base?: string | URL
  /** Takes how a search ended in place of `postEndedSearch`: for a client of your own. */
  searchEnded?(end: EndedSearch): void
}
