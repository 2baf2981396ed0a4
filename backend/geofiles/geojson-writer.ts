import type { Features, WriteAbout, WriteFeature } from './written.ts'

/**
 * GeoJSON (RFC 7946), piece by piece. In another system than longitude and latitude it names it by the member `crs` of 2008, which GDAL and
 * QGIS read.
 */
export async function* geojsonText(features: Features, about: WriteAbout): AsyncGenerator<string, void> {
  const { title, attribution, licence, source, system, writtenAt } = about
  const plain = system.code === 'CRS84' || system.code === '4326'
  const head = {
    type: 'FeatureCollection',
    name: title,
    ...{ attribution, licence, source, timeStamp: writtenAt },
    ...(plain ? {} : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${system.code}` } } }),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"features":[`
  let separator = '\n'
  for await (const feature of features) {
    yield separator + JSON.stringify(toGeojson(feature, about))
    separator = ',\n'
  }
  yield '\n]}\n'
}

const toGeojson = ({ id, geometry, properties }: WriteFeature, { fields }: WriteAbout) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  geometry,
  properties: Object.fromEntries(fields.map(({ name }) => [name, properties[name] ?? null])),
})
