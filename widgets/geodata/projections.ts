import { addCoordinateTransforms, addProjection, get } from 'ol/proj.js'
import Projection from 'ol/proj/Projection.js'
import { fromUtm, toUtm, type Utm, utmZones } from './utm.ts'

type Change = (x: number, y: number) => [number, number]

const each =
  (change: Change) =>
  ([x, y]: number[]): number[] =>
    change(x!, y!)

const sphere = 6_378_137
const degree = Math.PI / 180
const toWeb: Change = (lon, lat) => [sphere * lon * degree, sphere * Math.atanh(Math.sin(lat * degree))]
const fromWeb: Change = (x, y) => [x / sphere / degree, Math.atan(Math.sinh(y / sphere)) / degree]

function add(zone: Utm): void {
  const { code, meridian } = zone
  // Twelve degrees, as wide as Germany seen from either zone.
  const [west] = toUtm(zone, meridian - 6, 47)
  const [east] = toUtm(zone, meridian + 6, 47)
  addProjection(
    new Projection({
      code,
      units: 'm',
      extent: [west, 5_000_000, east, 6_300_000],
      worldExtent: [meridian - 6, 45, meridian + 6, 57],
    }),
  )
  const there: Change = (lon, lat) => toUtm(zone, lon, lat)
  const back: Change = (x, y) => fromUtm(zone, x, y)
  addCoordinateTransforms('EPSG:4326', code, each(there), each(back))
  addCoordinateTransforms(
    'EPSG:3857',
    code,
    each((x, y) => there(...fromWeb(x, y))),
    each((x, y) => toWeb(...back(x, y))),
  )
  for (const other of utmZones)
    if (other !== zone && get(other.code))
      addCoordinateTransforms(
        other.code,
        code,
        each((x, y) => there(...fromUtm(other, x, y))),
        each((x, y) => toUtm(other, ...back(x, y))),
      )
}

/** The projection for an EPSG number; UTM 32 where it is none of those we can draw in. */
export function projectionOf(number: string): string {
  for (const zone of utmZones) if (!get(zone.code)) add(zone)
  const code = `EPSG:${number}`
  return get(code) && number !== '4326' ? code : 'EPSG:25832'
}
