import type { ReferenceSystem } from '../geometry/reference-system.ts'
import type { Collection } from './collection.ts'

/** An answer of the API, for who shows it to people. */
export interface OgcPage {
  readonly kind:
    | 'landing'
    | 'conformance'
    | 'api'
    | 'collections'
    | 'collection'
    | 'queryables'
    | 'items'
    | 'feature'
    | 'tilesets'
    | 'tileset'
    | 'tileMatrixSets'
    | 'tileMatrixSet'
  /** Where the API begins, "https://dienste.example/ogc". */
  readonly root: string
  /** What it says as JSON. */
  readonly document: object
  /** Which collection it is about. */
  readonly collection?: Collection
  /** System in which features were asked for; pages show longitude and latitude all the same. */
  readonly system?: ReferenceSystem
}

/** A page for people, and what browsers may do with it. */
export interface ShownPage {
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

/** Shows an answer to people. */
export type ShowPage = (page: OgcPage) => ShownPage
