import { expect, test } from 'vitest'
import { systemOfName, systemOfWkt } from './declared-system.ts'

test.each([
  ['EPSG:25833', '25833'],
  ['epsg:25833', '25833'],
  ['urn:ogc:def:crs:EPSG::5650', '5650'],
  ['urn:ogc:def:crs:EPSG:9.6:4647', '4647'],
  ['urn:x-ogc:def:crs:EPSG:4258', '4258'],
  ['http://www.opengis.net/def/crs/EPSG/0/25832', '25832'],
  ['http://www.opengis.net/gml/srs/epsg.xml#31467', '31467'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'CRS84'],
  ['http://www.opengis.net/def/crs/OGC/0/CRS84h', 'CRS84'],
  ['EPSG:5555', '25832'],
  ['EPSG:900913', '3857'],
  ['urn:adv:crs:ETRS89_UTM33', '25833'],
  ['urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH', '25832'],
  ['urn:adv:crs:DE_DHDN_3GK4', '31468'],
  ['urn:adv:crs:DE_42-83_3GK4', '2398'],
  ['EPSG:27700', undefined],
  ['EPSG:258330', undefined],
  ['', undefined],
  ['Ortsnetz', undefined],
])('%s names %s', (name, code) => {
  expect(systemOfName(name).system?.code).toBe(code)
})

const ellipsoids = {
  ETRS: 'DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]]',
  WGS: 'DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]',
  DHDN: 'DATUM["D_Deutsches_Hauptdreiecksnetz",SPHEROID["Bessel_1841",6377397.155,299.1528128]]',
  S42: 'DATUM["D_Pulkovo_1942_Adj_1983",SPHEROID["Krasovsky_1940",6378245.0,298.3]]',
}
const esri = (datum: keyof typeof ellipsoids, projection: string, easting: number, meridian: number) =>
  `PROJCS["Name",GEOGCS["GCS",${ellipsoids[datum]},PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["${projection}"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

test.each([
  ['UTM 33', esri('ETRS', 'Transverse_Mercator', 500000, 15), '25833'],
  ['UTM 32 with its zone', esri('ETRS', 'Transverse_Mercator', 32500000, 9), '4647'],
  ['UTM 33 with its zone', esri('ETRS', 'Transverse_Mercator', 33500000, 15), '5650'],
  ['UTM 32 of WGS 84', esri('WGS', 'Transverse_Mercator', 500000, 9), '32632'],
  ['Gauss-Krüger 4', esri('DHDN', 'Gauss_Kruger', 4500000, 12), '31468'],
  ['Gauss-Krüger 4 of the East', esri('S42', 'Gauss_Kruger', 4500000, 12), '2398'],
  ['Web Mercator', esri('WGS', 'Mercator_Auxiliary_Sphere', 0, 0), '3857'],
  ['LAEA', esri('ETRS', 'Lambert_Azimuthal_Equal_Area', 4321000, 10), '3035'],
  ['Lambert of others', esri('ETRS', 'Lambert_Conformal_Conic', 4321000, 10), undefined],
  ['a meridian of others', esri('ETRS', 'Transverse_Mercator', 500000, 21), undefined],
  ['degrees of WGS 84', `GEOGCS["GCS_WGS_1984",${ellipsoids.WGS},PRIMEM["Greenwich",0.0]]`, '4326'],
  ['degrees of ETRS89', `GEOGCS["GCS_ETRS_1989",${ellipsoids.ETRS},PRIMEM["Greenwich",0.0]]`, '4258'],
  ['degrees of Bessel', `GEOGCS["GCS_DHDN",${ellipsoids.DHDN},PRIMEM["Greenwich",0.0]]`, undefined],
  [
    'a number at the end',
    'PROJCS["x",GEOGCS["y",AUTHORITY["EPSG","4258"]],AUTHORITY["EPSG","25832"]]',
    '25832',
  ],
  ['a number of WKT 2', 'PROJCRS["x",BASEGEOGCRS["y",ID["EPSG",4258]],ID["EPSG",25833]]', '25833'],
  ['nonsense', 'hello', undefined],
  ['brackets without end', 'PROJCS['.repeat(100_000), undefined],
])('well-known text of %s', (_, text, code) => {
  expect(systemOfWkt(text).system?.code).toBe(code)
})
