import type { Guard } from './isolation-routes.ts'

/** Routes of geodata that anybody may ask; collections that are not public are there for nobody else. */
export const openGeodata: readonly string[] = [
  'GET /api/v1/outside-services',
  'GET /api/v1/outside-services/:id/answer',
  'GET /ogc',
  'GET /ogc/',
  'GET /ogc/api',
  'GET /ogc/collections',
  'GET /ogc/collections/:collectionId',
  'GET /ogc/collections/:collectionId/changes',
  'GET /ogc/collections/:collectionId/download/:format',
  'GET /ogc/collections/:collectionId/items',
  'GET /ogc/collections/:collectionId/items/:featureId',
  'GET /ogc/collections/:collectionId/metadata',
  'GET /ogc/collections/:collectionId/queryables',
  'GET /ogc/collections/:collectionId/tiles',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId/:tileMatrix/:tileRow/:tileCol',
  'GET /ogc/conformance',
  'GET /ogc/tileMatrixSets',
  'GET /ogc/tileMatrixSets/:tileMatrixSetId',
]

const geodata = {
  scope: 'geodata:write',
  address: (town: string) => `/api/v1/geodata/collections/geo-${town}/record`,
} as const

const harvest = (path = '') =>
  ({
    scope: 'geodata:write',
    address: (town: string) => `/api/v1/geodata/harvests/harvest-${town}${path}`,
  }) as const

/** Routes for officers of the authority that keeps a collection. */
export const guardedGeodata: Readonly<Record<string, Guard>> = {
  'GET /api/v1/geodata/collections': {
    scope: 'geodata:write',
    address: () => '/api/v1/geodata/collections',
    isOwn: true,
  },
  'GET /api/v1/geodata/collections/:id/record': geodata,
  'PUT /api/v1/geodata/collections/:id/record': {
    ...geodata,
    body: (words) => ({
      ...{ title: words, description: '', keywords: [], theme: null, licence: 'cc0-1.0', provider: words },
      ...{ sourceUri: 'https://musterstadt.example/', changed: false, titleProperty: null },
      ...{ audience: 'authority', version: null },
    }),
  },
  'DELETE /api/v1/geodata/collections/:id/record': geodata,
  'GET /api/v1/geodata/collections/:id/versions': {
    scope: 'geodata:write',
    address: (town) => `/api/v1/geodata/collections/geo-${town}/versions`,
  },
  'GET /api/v1/geodata/collections/:id/versions/:number/features': {
    scope: 'geodata:write',
    address: (town) => `/api/v1/geodata/collections/geo-${town}/versions/1/features`,
  },
  'GET /api/v1/geodata/harvests': {
    scope: 'geodata:write',
    address: () => '/api/v1/geodata/harvests',
    isOwn: true,
  },
  'POST /api/v1/geodata/harvests': {
    scope: 'geodata:write',
    address: () => '/api/v1/geodata/harvests',
    body: () => ({ url: 'https://musterstadt.example/ogc/collections/kitas', collection: 'copied-kitas' }),
    isOwn: true,
  },
  'POST /api/v1/geodata/harvests/offers': {
    scope: 'geodata:write',
    address: () => '/api/v1/geodata/harvests/offers',
    body: () => ({ url: 'https://musterstadt.example/ogc' }),
    isOwn: true,
  },
  'PUT /api/v1/geodata/harvests/:id': {
    ...harvest(),
    body: () => ({ audience: null, licence: null, provider: null, everyMinutes: 60, paused: true }),
  },
  'DELETE /api/v1/geodata/harvests/:id': harvest(),
  'POST /api/v1/geodata/harvests/:id/run': harvest('/run'),
}
