import type { Defect, Passing } from './broken-server.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- documents are spoilt wherever it hurts */
type Document = any

/** Whether an answer is that of a page: '' is the landing page, `*` any id. */
const isOf = (path: string, page: string) =>
  new RegExp(`^${page.replaceAll('*', '[^/?]+')}(\\?|$)`).test(path)

const change = (page: string, spoil: (document: Document) => void): Defect => ({
  spoil(passing) {
    if (
      passing.status !== 200 ||
      !isOf(passing.path, page) ||
      !/json/.test(passing.headers.get('content-type') ?? '')
    )
      return
    const document: Document = JSON.parse(passing.text)
    spoil(document)
    passing.text = JSON.stringify(document)
  },
})

/** A page with which nothing is wrong but its status. */
const misstate = (page: string): Defect => ({
  spoil(passing: Passing) {
    if (isOf(passing.path, page) && passing.status === 200) passing.status = 203
  },
})

const without =
  (rel: string, type = '') =>
  (document: Document) => {
    document.links = document.links.filter(
      (link: Document) => link.rel !== rel || !link.type.startsWith(type),
    )
  }

const deafTo = (name: string): Defect => ({ deaf: (query) => query.delete(name) })

const items = '/collections/*/items'
const item = '/collections/*/items/*'
const everyFeature = (spoil: (feature: Document) => void) =>
  change(items, (page) => page.features.forEach(spoil))
const parameter = (name: string, spoil: (parameter: Document) => void) =>
  change('/api', (document) => {
    const found = Object.values<Document>(document.components?.parameters ?? {}).concat(
      Object.values<Document>(document.paths).flatMap((path) => path.get?.parameters ?? []),
    )
    found.filter((one: Document) => one.name === name).forEach(spoil)
  })
const bothPages = (spoil: (collection: Document) => void): Defect => ({
  spoil(passing) {
    change('/collections', ({ collections }) => collections.forEach(spoil)).spoil?.(passing)
    change('/collections/*', spoil).spoil?.(passing)
  },
})

/** The four classes that look at pages of features, and what each calls its methods. */
const pages = (what: string) =>
  ['Features', 'BoundingBox', 'Limit', 'DateTime'].map((by) => {
    const bare =
      by === 'Features' || what === 'NumberReturned' || (by === 'BoundingBox' && what === 'GeometryInCRS84')
    const name =
      by === 'Features' ? by : `Features${{ BoundingBox: 'BBox', Limit: by, DateTime: 'Time' }[by]}`
    return `core/collections/${name} validateFeatures${bare ? '' : `With${by}`}Response_${what}`
  })

const crs = (...names: readonly string[]) => names.map((name) => `crs/query/${name}`)
const found = (...names: readonly string[]) => names.map((name) => `crs/discovery/${name}`)
const core = (...names: readonly string[]) => names.map((name) => `core/collections/${name}`)

/** A way to be broken, and the methods that must find it. */
export const defects: readonly (readonly [string, Defect, readonly string[]])[] = [
  [
    'claims nothing of Core',
    change('/conformance', (page) => page.conformsTo.splice(2, 1)),
    ['core validateConformanceOperationAndResponse'],
  ],
  [
    'has a landing page that is no success',
    misstate(''),
    ['core/landingpage/LandingPage landingPageRetrieval'],
  ],
  [
    'does not tell where its collections are',
    change('', without('data')),
    ['core/landingpage/LandingPage landingPageValidation'],
  ],
  [
    'has a document that is no success',
    misstate('/api'),
    ['core/apidefinition/ApiDefinition openapiDocumentRetrieval'],
  ],
  [
    'has a document of nothing',
    change('/api', (page) => (page.paths = {})),
    ['core/apidefinition/ApiDefinition apiDefinitionValidation'],
  ],
  [
    'defines bbox as one of two arrays',
    parameter('bbox', (one) => (one.schema = { oneOf: [one.schema] })),
    core('FeaturesBBox boundingBoxParameterDefinition'),
  ],
  [
    'defines limit without a minimum',
    parameter('limit', (one) => delete one.schema.minimum),
    core('FeaturesLimit limitParameterDefinition'),
  ],
  [
    'defines datetime as a number',
    parameter('datetime', (one) => (one.schema = { type: 'number' })),
    core('FeaturesTime timeParameterDefinition'),
  ],
  [
    'has a list of collections that is no success',
    misstate('/collections'),
    core('FeatureCollections validateFeatureCollectionsMetadataOperation'),
  ],
  [
    'has a box of three numbers',
    bothPages((one) => one.extent.spatial.bbox[0].pop()),
    core('FeatureCollections validateFeatureCollectionsMetadataOperationResponse_Content'),
  ],
  [
    'does not begin with longitude and latitude',
    bothPages((one) => one.crs.reverse()),
    core('FeatureCollections validateFeatureCollectionsMetadataOperationResponse_CrsProperty'),
  ],
  [
    'does not link to features as HTML',
    bothPages(without('items', 'text/html')),
    core('FeatureCollections validateFeatureCollectionsMetadataOperationResponse_Items'),
  ],
  [
    'does not link the list to its other form',
    change('/collections', without('alternate')),
    core('FeatureCollections validateFeatureCollectionsMetadataOperationResponse_Links'),
  ],
  [
    'has a collection that is no success',
    misstate('/collections/*'),
    core('FeatureCollection validateFeatureCollectionMetadataOperation'),
  ],
  [
    'calls a collection otherwise on its page',
    change('/collections/*', (one) => (one.title += '!')),
    core('FeatureCollection validateFeatureCollectionMetadataResponse'),
  ],
  [
    'has features that are no success',
    misstate(items),
    core(
      'Features validateFeaturesOperation',
      'FeaturesBBox validateFeaturesWithBoundingBoxOperation',
      'FeaturesLimit validateFeaturesWithLimitOperation',
      'FeaturesTime validateFeaturesWithDateTimeOperation',
    ),
  ],
  [
    'does not say that it has a collection of features',
    change(items, (page) => (page.type = 'Features')),
    pages('TypeProperty'),
  ],
  ['has features without ids', everyFeature((one) => delete one.id), pages('FeaturesProperty')],
  [
    'writes latitude first',
    everyFeature(
      (one) => one.geometry?.coordinates.flat(2).length === 2 && one.geometry.coordinates.reverse(),
    ),
    pages('GeometryInCRS84'),
  ],
  ['does not link features to their other form', change(items, without('alternate')), pages('Links')],
  ['counts one too many', change(items, (page) => (page.numberMatched += 1)), pages('NumberMatched')],
  [
    'counts one too many on the page',
    change(items, (page) => (page.numberReturned += 1)),
    pages('NumberReturned'),
  ],
  [
    'has a clock that stands',
    change(items, (page) => (page.timeStamp = '2006-01-01T00:00:00Z')),
    pages('TimeStamp'),
  ],
  ['is deaf to boxes', deafTo('bbox'), core('FeaturesBBox validateFeaturesWithBoundingBoxResponse')],
  ['is deaf to limits', deafTo('limit'), core('FeaturesLimit validateFeaturesWithLimitResponse')],
  ['is deaf to times', deafTo('datetime'), core('FeaturesTime validateFeaturesWithDateTimeResponse')],
  [
    'refuses nothing',
    { spoil: (passing) => void (passing.status = passing.status === 400 ? 200 : passing.status) },
    [
      ...core(
        'FeaturesErrorConditions validateFeaturesOperation_QueryParamInvalid',
        'FeaturesErrorConditions validateFeaturesOperation_QueryParamUnknown',
      ),
      ...crs(
        'bboxcrs/BBoxCrsParameterInvalid verifyBboxCrsParameterInvalid',
        'crs/feature/FeatureCrsParameterInvalid verifyFeatureCrsParameterInvalid',
        'crs/features/FeaturesCrsParameterInvalid verifyFeaturesCrsParameterInvalid',
      ),
    ],
  ],
  ['has a feature that is no success', misstate(item), core('Feature featureOperation')],
  [
    'does not link a feature to its collection',
    change(item, without('collection')),
    core('Feature validateFeatureResponse'),
  ],
  [
    'claims nothing of Part 2',
    change(
      '/conformance',
      (page) => (page.conformsTo = page.conformsTo.filter((one: string) => !one.endsWith('/crs'))),
    ),
    ['crs/CrsRequirementClassPrecondition verifyConformanceClass'],
  ],
  [
    'names a system without its version',
    bothPages((one) => one.crs.push('http://www.opengis.net/def/crs/EPSG/25832')),
    found(
      'collection/DiscoveryCollectionCrsUri verifyCollectionCrsIdentifierOfCrsProperty',
      'collections/DiscoveryCollectionsCrsUri verifyCollectionsCollectionCrsIdentifierOfCrsProperty',
    ),
  ],
  [
    'stores in a system of a name that is none',
    bothPages((one) => (one.storageCrs = 'EPSG 25832')),
    found(
      'collection/DiscoveryCollectionCrsUri verifyCollectionCrsIdentifierOfStorageCrsProperty',
      'collections/DiscoveryCollectionsCrsUri verifyCollectionsCollectionCrsIdentifierOfStorageCrs',
      'collection/DiscoveryCollectionStorageCrs verifyCollectionCrsIdentifierOfCrsProperty',
      'collections/DiscoveryCollectionsStorageCrs verifyCollectionsPathCollectionCrsPropertyContainsStorageCrs',
    ),
  ],
  [
    'does not list longitude and latitude',
    bothPages((one) => one.crs.shift()),
    found(
      'collection/DiscoveryCollectionDefaultCrs verifyCollectionCrsIdentifierOfCrsProperty',
      'collections/DiscoveryCollectionsDefaultCrs verifyCollectionsPathCollectionCrsPropertyContainsDefaultCrs',
    ),
  ],
  [
    'has a common list of nonsense',
    change('/collections', (page) => (page.crs = ['EPSG 25832'])),
    found('collections/DiscoveryCollectionsCrsUri verifyCollectionsCrsIdentifierOfCrsProperty'),
  ],
  [
    'has a common system of nonsense',
    change('/collections', (page) => (page.storageCrs = 'EPSG 25832')),
    found('collections/DiscoveryCollectionsCrsUri verifyCollectionsCrsIdentifierOfStorageCrs'),
  ],
  [
    'does not say in which system it answers',
    { spoil: ({ headers }) => headers.delete('content-crs') },
    crs(
      'crs/features/FeaturesCrsParameter verifyFeaturesCrsParameter',
      'crs/features/FeaturesCrsParameterDefault verifyFeaturesCrsParameterDefault',
      'crs/feature/FeatureCrsParameter verifyFeatureCrsParameter',
      'crs/feature/FeatureCrsParameterDefault verifyFeatureCrsParameterDefault',
      'bboxcrs/BBoxCrsParameterDefault verifyBboxCrsParameterDefault',
    ),
  ],
  [
    'is deaf to systems',
    deafTo('crs'),
    crs(
      'crs/features/FeaturesCrsParameterTransform verifyFeaturesCrsParameterTransformWithCrsParameter',
      'crs/features/FeaturesCrsParameterTransform verifyFeaturesCrsParameterTransformWithoutCrsParameter',
      'crs/feature/FeatureCrsParameterTransform verifyFeatureCrsParameterTransformWithCrsParameter',
      'crs/feature/FeatureCrsParameterTransform verifyFeatureCrsParameterTransformWithoutCrsParameter',
    ),
  ],
  ['is deaf to systems of boxes', deafTo('bbox-crs'), crs('bboxcrs/BBoxCrsParameter verifyBboxCrsParameter')],
  [
    'takes longitude for latitude in boxes of a named system',
    {
      deaf(query) {
        const [west, south, east, north] = (query.get('bbox') ?? '').split(',')
        if (query.has('bbox-crs')) query.set('bbox', [south, west, north, east].join())
      },
    },
    crs('bboxcrs/BBoxCrsParameter verifyBboxCrsParameterWithDefaultCrs'),
  ],
]
