import { type Collection, sourceNote } from '../geodata/index.ts'
import { servedSystems } from '../geometry/reference-system.ts'
import { areaNode } from './cpsv-concepts.ts'
import { iri, type Node, plain, type Value, words } from './rdf.ts'

const publications = 'http://publications.europa.eu/resource/authority'
const iana = 'https://www.iana.org/assignments/media-types'
const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0'
const tiles = 'http://www.opengis.net/spec/ogcapi-tiles-1/1.0'

/** Where everything is. */
export interface DcatPlace {
  readonly origin: string
  /** Regionalschluessel of an authority. */
  readonly regionOf: (authorityId: string) => string | undefined
}

/** A collection as a data set by DCAT-AP.de 2.0, with the ways to get it. */
export function datasetNodes(collection: Collection, { origin, regionOf }: DcatPlace): readonly Node[] {
  const { id, title, description, keywords, theme, provider, sourceUri, publishedAt, version } = collection
  const address = datasetAddress(origin, id)
  const publisher = `${origin}/ogc#publisher-${encodeURIComponent(provider)}`
  const region = regionOf(collection.authorityId)
  const area = areaNode(region)
  const ways = distributions(collection, origin)
  return [
    {
      iri: address,
      types: ['dcat:Dataset'],
      says: [
        ['dct:identifier', [plain(address)]],
        ['dct:title', [words(title, 'de')]],
        ['dct:description', [words(description || title, 'de')]],
        ['dcat:keyword', keywords.map((keyword) => words(keyword, 'de'))],
        ['dcat:theme', theme ? [iri(`${publications}/data-theme/${theme}`)] : []],
        ['dct:publisher', [iri(publisher)]],
        ['dct:modified', [plain(publishedAt, 'xsd:dateTime')]],
        ['dcat:landingPage', [iri(`${address}?f=html`)]],
        ['dct:source', [iri(sourceUri)]],
        ['dct:accessRights', [iri(`${publications}/access-right/PUBLIC`)]],
        ['dct:conformsTo', servedSystems.map(({ uri }) => iri(uri))],
        ['dct:spatial', [iri(area.iri), ...(version.box ? [iri(`${address}#area`)] : [])]],
        ['dct:temporal', version.times ? [iri(`${address}#time`)] : []],
        ['dcatde:politicalGeocodingURI', region ? [iri(area.iri)] : []],
        ['dcatde:politicalGeocodingLevelURI', levelOf(region)],
        ['dcat:distribution', ways.map((way) => iri(way.iri))],
      ],
    },
    { iri: publisher, types: ['foaf:Organization', 'foaf:Agent'], says: [['foaf:name', [plain(provider)]]] },
    { iri: `${address}?f=html`, types: ['foaf:Document'], says: [] },
    area,
    ...extentNodes(collection, address),
    ...ways,
  ]
}

/** Where a data set is, which is its name as well. */
export const datasetAddress = (origin: string, id: string): string =>
  `${origin}/ogc/collections/${encodeURIComponent(id)}`

/** What DCAT-AP.de calls the level of an area. */
const levels: Readonly<Record<number, string>> = {
  ...{ 2: 'state', 5: 'administrativeDistrict', 9: 'municipality', 12: 'municipality' },
}

function levelOf(region: string | undefined): readonly Value[] {
  const level = levels[region?.length ?? 0]
  return level ? [iri(`http://dcat-ap.de/def/politicalGeocoding/Level/${level}`)] : []
}

function extentNodes({ version: { box, times } }: Collection, address: string): readonly Node[] {
  const nodes: Node[] = []
  if (box) {
    const { minX, minY, maxX, maxY } = box
    const ring = [
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
      [minX, minY],
    ]
    const wkt = `POLYGON((${ring.map((position) => position.join(' ')).join(', ')}))`
    nodes.push({
      iri: `${address}#area`,
      types: ['dct:Location'],
      says: [['dcat:bbox', [plain(wkt, 'geo:wktLiteral')]]],
    })
  }
  if (times) {
    const [from, to] = times.map((time) => plain(new Date(time).toISOString(), 'xsd:dateTime'))
    nodes.push({
      iri: `${address}#time`,
      types: ['dct:PeriodOfTime'],
      says: [
        ['dcat:startDate', from ? [from] : []],
        ['dcat:endDate', to ? [to] : []],
      ],
    })
  }
  return nodes
}

/** The features as GeoJSON, page by page, and as vector tiles. */
function distributions(collection: Collection, origin: string): readonly Node[] {
  const { id, licence, publishedAt } = collection
  const address = datasetAddress(origin, id)
  const terms: Node['says'] = [
    ['dct:license', [iri(licence.dcatApDe)]],
    ['dcatde:licenseAttributionByText', licence.namesProvider ? [words(sourceNote(collection), 'de')] : []],
    ['dct:modified', [plain(publishedAt, 'xsd:dateTime')]],
    ['dcat:accessService', [iri(serviceAddress(origin))]],
  ]
  return [
    {
      iri: `${address}#geojson`,
      types: ['dcat:Distribution'],
      says: [
        ['dct:title', [words('GeoJSON (OGC API – Features)', 'de')]],
        ['dcat:accessURL', [iri(`${address}/items?f=json`)]],
        ['dct:format', [iri(`${publications}/file-type/GEOJSON`)]],
        ['dcat:mediaType', [iri(`${iana}/application/geo+json`)]],
        ...terms,
      ],
    },
    {
      iri: `${address}#tiles`,
      types: ['dcat:Distribution'],
      says: [
        ['dct:title', [words('Vektorkacheln (OGC API – Tiles)', 'de')]],
        ['dcat:accessURL', [iri(`${address}/tiles?f=json`)]],
        ['dcat:mediaType', [iri(`${iana}/application/vnd.mapbox-vector-tile`)]],
        ...terms,
      ],
    },
  ]
}

const serviceAddress = (origin: string) => `${origin}/ogc`

/** The service that all of them are read from. */
export const dataServiceNodes = (origin: string, collections: readonly Collection[]): readonly Node[] => [
  {
    iri: serviceAddress(origin),
    types: ['dcat:DataService'],
    says: [
      ['dct:title', [words('Geodaten (OGC API – Features und Tiles)', 'de')]],
      ['dcat:endpointURL', [iri(serviceAddress(origin))]],
      ['dcat:endpointDescription', [iri(`${serviceAddress(origin)}/api`)]],
      ['dct:conformsTo', [iri(features), iri(tiles)]],
      ['dcat:servesDataset', collections.map(({ id }) => iri(datasetAddress(origin, id)))],
    ],
  },
]
