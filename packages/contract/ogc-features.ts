/** A link as OGC API has it everywhere. */
export interface OgcLink {
  readonly rel: string
  readonly href: string
  readonly type?: string
  readonly title?: string
}

/** A geometry of GeoJSON (RFC 7946), longitude first. */
export type OgcGeometry =
  | { readonly type: 'Point'; readonly coordinates: readonly number[] }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly (readonly number[])[] }
  | {
      readonly type: 'MultiLineString' | 'Polygon'
      readonly coordinates: readonly (readonly (readonly number[])[])[]
    }
  | {
      readonly type: 'MultiPolygon'
      readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[]
    }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly OgcGeometry[] }

/** `/ogc/collections/{id}`: OGC API - Features Part 1, § 7.14, and what we add about licence and names. */
export interface OgcCollection {
  readonly id: string
  readonly title?: string
  readonly description?: string
  /** The source note as the licence asks for it, in German. */
  readonly attribution?: string
  readonly licence?: { readonly code: string; readonly name: string; readonly uri: string }
  /** The property that names a feature. */
  readonly titleProperty?: string
  readonly links?: readonly OgcLink[]
}

export interface OgcFeature {
  readonly type: 'Feature'
  readonly id?: string | number
  readonly geometry: OgcGeometry | null
  readonly properties: Readonly<Record<string, unknown>> | null
}

/** `/ogc/collections/{id}/items`: Part 1, § 7.15. */
export interface OgcFeaturePage {
  readonly type: 'FeatureCollection'
  readonly features: readonly OgcFeature[]
  /** Of all pages together. */
  readonly numberMatched?: number
  readonly links?: readonly OgcLink[]
}

/** `/ogc/collections/{id}/queryables`: Part 3, § 6.2, a JSON schema. */
export interface OgcQueryables {
  readonly properties?: Readonly<
    Record<
      string,
      {
        readonly title?: string
        readonly type?: string
        readonly format?: string
        readonly enum?: readonly (string | number)[]
      }
    >
  >
}
