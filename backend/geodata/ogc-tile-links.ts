import type { Collection } from './collection.ts'
import { collectionPath, html, json, type Link } from './ogc-links.ts'

export const mvt = 'application/vnd.mapbox-vector-tile'

const tiles1 = 'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf'

/** Classes of OGC API Tiles that the server declares. */
export const tilesConformance: readonly string[] = [
  ...['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt'].map((name) => `${tiles1}/${name}`),
]

const both = (href: string, rel: string, title: string): readonly Link[] => [
  { href: `${href}?f=json`, rel: `http://www.opengis.net/def/rel/ogc/1.0/${rel}`, type: json, title },
  { href: `${href}?f=html`, rel: `http://www.opengis.net/def/rel/ogc/1.0/${rel}`, type: html, title },
]

/** Where the sets of matrices are told, for the landing page. */
export const tilingSchemesLinks = (root: string): readonly Link[] =>
  both(`${root}/tileMatrixSets`, 'tiling-schemes', 'Kachelschemata')

/** Where the tiles of a collection are told, for its page. */
export const tilesetsLinks = (root: string, collection: Pick<Collection, 'id'>): readonly Link[] =>
  both(`${root}${collectionPath(collection)}/tiles`, 'tilesets-vector', 'Vektorkacheln')
