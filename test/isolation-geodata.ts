/** Routes of geodata that anybody may ask; collections that are not public are there for nobody else. */
export const openGeodata: readonly string[] = [
  'GET /ogc',
  'GET /ogc/',
  'GET /ogc/api',
  'GET /ogc/collections',
  'GET /ogc/collections/:collectionId',
  'GET /ogc/collections/:collectionId/changes',
  'GET /ogc/collections/:collectionId/download/:format',
  'GET /ogc/collections/:collectionId/items',
  'GET /ogc/collections/:collectionId/items/:featureId',
  'GET /ogc/collections/:collectionId/queryables',
  'GET /ogc/collections/:collectionId/tiles',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId',
  'GET /ogc/collections/:collectionId/tiles/:tileMatrixSetId/:tileMatrix/:tileRow/:tileCol',
  'GET /ogc/conformance',
  'GET /ogc/tileMatrixSets',
  'GET /ogc/tileMatrixSets/:tileMatrixSetId',
]
