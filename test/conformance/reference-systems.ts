import proj4 from 'proj4'
import { type Box, boxAround, type Position, positionsOf } from './boxes.ts'

/**
 * Systems of Germany and the web that the checker can convert itself: by PROJ's words, with the axes of their definitions. Written apart from
 * the server's own list, so that an error there is found here. Those of other ellipsoids are left out: how these are shifted is a matter of choice.
 */
const known: Readonly<Record<string, { readonly proj: string; readonly northFirst?: true }>> = {
  'OGC:CRS84': { proj: '+proj=longlat +datum=WGS84 +no_defs' },
  'OGC:CRS84h': { proj: '+proj=longlat +datum=WGS84 +no_defs' },
  'EPSG:4326': { proj: '+proj=longlat +datum=WGS84 +no_defs', northFirst: true },
  'EPSG:4258': { proj: '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs', northFirst: true },
  'EPSG:25832': { proj: '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs' },
  'EPSG:25833': { proj: '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs' },
  'EPSG:32632': { proj: '+proj=utm +zone=32 +datum=WGS84 +units=m +no_defs' },
  'EPSG:32633': { proj: '+proj=utm +zone=33 +datum=WGS84 +units=m +no_defs' },
  'EPSG:5650': { proj: transverse(15, 33_500_000) },
  'EPSG:4647': { proj: transverse(9, 32_500_000) },
  'EPSG:3035': {
    proj: '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
    northFirst: true,
  },
  'EPSG:3857': {
    proj: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  },
}

function transverse(meridian: number, falseEasting: number): string {
  const where = `+lat_0=0 +lon_0=${meridian} +k=0.9996 +x_0=${falseEasting} +y_0=0`
  return `+proj=tmerc ${where} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`
}

/** Converts between a system as it is written in files and longitude, latitude. */
export interface Converter {
  readonly toDefault: (position: Position) => Position
  readonly fromDefault: (position: Position) => Position
}

/** The converter for a system by its URI or URN; nothing for one that the checker does not know. */
export function converterOf(uri: string): Converter | undefined {
  const parts =
    /^https?:\/\/www\.opengis\.net\/def\/crs\/(\w+)\/[^/]+\/(\w+)$/.exec(uri) ??
    /^urn:ogc:def:crs:(\w+):[^:]*:(\w+)$/.exec(uri)
  const system = parts ? known[`${parts[1]}:${parts[2]}`] : undefined
  if (!system) return undefined
  const turn = ([a, b]: Position): Position => (system.northFirst ? [b, a] : [a, b])
  const { forward, inverse } = proj4(system.proj)
  return {
    toDefault: (position) => pair(inverse([...turn(position)])),
    fromDefault: (position) => turn(pair(forward([...position]))),
  }
}

const pair = ([x = NaN, y = NaN]: readonly number[]): Position => [x, y]

/** Steps along the edges of a box, which are curved in another system. */
const steps = Array.from({ length: 21 }, (_, step) => step / 20)

/** The box around another one in the other system. */
export function convertBox([west, south, east, north]: Box, convert: (position: Position) => Position): Box {
  const edges = steps.flatMap((step): Position[] => {
    const [x, y] = [west + (east - west) * step, south + (north - south) * step]
    return [
      [x, south],
      [x, north],
      [west, y],
      [east, y],
    ]
  })
  return boxAround(edges.map(convert)) ?? [NaN, NaN, NaN, NaN]
}

/** A tenth of a metre: more than anyone rounds to, less than any confusion of axes, zones or ellipsoids. */
const tolerance = 1e-6

/** Whether a geometry in another system is the same as one in the default system. */
export function agrees(other: unknown, original: unknown, { toDefault }: Converter): boolean {
  const [ours, theirs] = [positionsOf(original), positionsOf(other).map(toDefault)]
  return (
    ours.length === theirs.length &&
    ours.every(([x, y], at) => {
      const [a, b] = theirs[at] ?? [NaN, NaN]
      return Math.abs(a - x) < tolerance && Math.abs(b - y) < tolerance
    })
  )
}
