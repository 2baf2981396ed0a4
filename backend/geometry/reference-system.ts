import type { Box } from './geometry.ts'

/** A coordinate reference system. In the program x is east or longitude and y north or latitude, whatever `axes` says. */
export interface ReferenceSystem {
  /** `CRS84`, or the number in the EPSG register. */
  readonly code: string
  /** As OGC API Features Part 2 names it (OGC Name Type Specification). */
  readonly uri: string
  readonly name: string
  /** In which order the register wants coordinates to be written. */
  readonly axes: 'east-north' | 'north-east'
  readonly unit: 'degree' | 'metre'
  /** Where it is meant to be used, in longitude and latitude. */
  readonly area: Box
  /** Its definition for PROJ; '' = longitude and latitude as they are. */
  readonly proj: string
}

type Row = readonly [
  code: string,
  name: string,
  axes: ReferenceSystem['axes'],
  proj: string,
  west: number,
  south: number,
  east: number,
  north: number,
]

const utm = (zone: number) => `+proj=utm +zone=${zone} +ellps=GRS80 +units=m +no_defs`
const prefixed = (zone: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${zone * 6 - 183} +k=0.9996 +x_0=${zone}500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`
/** DHDN to WGS 84 by the seven parameters of EPSG:1777 (about 3 m over all of Germany). */
const dhdn = (meridian: number, easting: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs`
/** S42/83 (Krassowski) to WGS 84 by EPSG:1675 (East Germany). */
const krassowski = (meridian: number, easting: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 +ellps=krass +towgs84=24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01 +units=m +no_defs`

const served: readonly Row[] = [
  ['CRS84', 'WGS 84, longitude and latitude', 'east-north', '', -180, -90, 180, 90],
  ['4326', 'WGS 84', 'north-east', '', -180, -90, 180, 90],
  ['25832', 'ETRS89 / UTM zone 32N', 'east-north', utm(32), 0, 38, 18, 84],
  ['25833', 'ETRS89 / UTM zone 33N', 'east-north', utm(33), 6, 38, 24, 84],
  ['5650', 'ETRS89 / UTM zone 33N (zE-N)', 'east-north', prefixed(33), 6, 38, 24, 84],
  ['4647', 'ETRS89 / UTM zone 32N (zE-N)', 'east-north', prefixed(32), 0, 38, 18, 84],
  ['4258', 'ETRS89', 'north-east', '', -32, 25, 45, 85],
  [
    '3035',
    'ETRS89-extended / LAEA Europe',
    'north-east',
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs',
    -36,
    24,
    45,
    85,
  ],
  [
    '3857',
    'WGS 84 / Pseudo-Mercator',
    'east-north',
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    -180,
    -85.06,
    180,
    85.06,
  ],
]

/** Systems that files still come in; nothing is given out in them. */
const old: readonly Row[] = [
  ['25831', 'ETRS89 / UTM zone 31N', 'east-north', utm(31), -6, 38, 12, 84],
  [
    '32632',
    'WGS 84 / UTM zone 32N',
    'east-north',
    '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs',
    0,
    0,
    18,
    84,
  ],
  [
    '32633',
    'WGS 84 / UTM zone 33N',
    'east-north',
    '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs',
    6,
    0,
    24,
    84,
  ],
  ['5652', 'ETRS89 / UTM zone 32N (N-zE)', 'north-east', prefixed(32), 0, 38, 18, 84],
  ['5653', 'ETRS89 / UTM zone 33N (N-zE)', 'north-east', prefixed(33), 6, 38, 24, 84],
  ['31466', 'DHDN / 3-degree Gauss-Kruger zone 2', 'north-east', dhdn(6, 2_500_000), 5, 47, 8, 56],
  ['31467', 'DHDN / 3-degree Gauss-Kruger zone 3', 'north-east', dhdn(9, 3_500_000), 7, 47, 11, 56],
  ['31468', 'DHDN / 3-degree Gauss-Kruger zone 4', 'north-east', dhdn(12, 4_500_000), 10, 47, 14, 56],
  ['31469', 'DHDN / 3-degree Gauss-Kruger zone 5', 'north-east', dhdn(15, 5_500_000), 13, 47, 17, 56],
  ['5676', 'DHDN / 3-degree Gauss-Kruger zone 2 (E-N)', 'east-north', dhdn(6, 2_500_000), 5, 47, 8, 56],
  ['5677', 'DHDN / 3-degree Gauss-Kruger zone 3 (E-N)', 'east-north', dhdn(9, 3_500_000), 7, 47, 11, 56],
  ['5678', 'DHDN / 3-degree Gauss-Kruger zone 4 (E-N)', 'east-north', dhdn(12, 4_500_000), 10, 47, 14, 56],
  ['5679', 'DHDN / 3-degree Gauss-Kruger zone 5 (E-N)', 'east-north', dhdn(15, 5_500_000), 13, 47, 17, 56],
  [
    '2397',
    'Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 3',
    'north-east',
    krassowski(9, 3_500_000),
    8,
    47,
    11,
    56,
  ],
  [
    '2398',
    'Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 4',
    'north-east',
    krassowski(12, 4_500_000),
    10,
    47,
    14,
    56,
  ],
  [
    '2399',
    'Pulkovo 1942(83) / 3-degree Gauss-Kruger zone 5',
    'north-east',
    krassowski(15, 5_500_000),
    13,
    47,
    17,
    56,
  ],
]

const toSystem = ([code, name, axes, proj, minX, minY, maxX, maxY]: Row): ReferenceSystem => ({
  code,
  uri:
    code === 'CRS84'
      ? 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
      : `http://www.opengis.net/def/crs/EPSG/0/${code}`,
  name,
  axes,
  unit: proj === '' ? 'degree' : 'metre',
  area: { minX, minY, maxX, maxY },
  proj,
})

/** What every collection can be read in: CRS84 first. */
export const servedSystems: readonly ReferenceSystem[] = served.map(toSystem)

/** What files may come in: the served ones and those that are still in use. */
export const readableSystems: readonly ReferenceSystem[] = [...served, ...old].map(toSystem)

/** Longitude and latitude, WGS 84: what everything is stored in as well, and given out in unless asked otherwise. */
export const crs84 = servedSystems[0] as ReferenceSystem

const byUri = new Map(readableSystems.map((system) => [system.uri, system]))
const byCode = new Map(readableSystems.map((system) => [system.code, system]))

export const systemOfUri = (uri: string): ReferenceSystem | undefined => byUri.get(uri)
export const systemOfCode = (code: string): ReferenceSystem | undefined => byCode.get(code)
