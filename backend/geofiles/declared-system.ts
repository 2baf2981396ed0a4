import { type ReferenceSystem, systemOfCode } from '../geometry/reference-system.ts'
import type { DeclaredSystem } from './geofile.ts'

/** Other numbers for what is the same on the ground: with heights, with axes the other way round, or older numbers. */
const aliases: Readonly<Record<string, string>> = {
  '3044': '25832',
  '3045': '25833',
  '4937': '4258',
  '4979': '4326',
  '5554': '25831',
  '5555': '25832',
  '5556': '25833',
  '25884': '4647',
  '102100': '3857',
  '102113': '3857',
  '900913': '3857',
}

const known = (code: string): ReferenceSystem | undefined => systemOfCode(aliases[code] ?? code)
const declared = (said: string, system: ReferenceSystem | undefined): DeclaredSystem =>
  system ? { said, system } : { said }

/** A system by any of its names: `EPSG:25833`, `urn:ogc:def:crs:EPSG::25833`, an address of the OGC, a name of the AdV. */
export function systemOfName(said: string): DeclaredSystem {
  const name = said.trim().slice(0, 200)
  const code = /[:/]EPSG(?:\.xml)?(?:[:/]+[\d.]*)?[:/#]+(\d{4,6})(?:\D|$)/i.exec(`:${name}`)?.[1]
  if (code) return declared(name, known(code))
  if (/CRS:?84h?$/i.test(name)) return declared(name, systemOfCode('CRS84'))
  const utm = /ETRS89_UTM(3[123])\b/.exec(name.replace('*', ' '))?.[1]
  if (utm) return declared(name, systemOfCode(`258${utm}`))
  const dhdn = /DHDN_3GK([2-5])/.exec(name)?.[1]
  if (dhdn) return declared(name, systemOfCode(`3146${4 + Number(dhdn)}`))
  const east = /42[-_/]?83_3GK([345])/.exec(name)?.[1]
  return declared(name, east ? systemOfCode(`239${4 + Number(east)}`) : undefined)
}

/** By the inverse flattening of the ellipsoid, central meridian and false easting: what Transverse Mercator systems differ in. */
const transverse: Readonly<Record<string, string>> = {
  'etrs 3 500000': '25831',
  'etrs 9 500000': '25832',
  'etrs 15 500000': '25833',
  'etrs 9 32500000': '4647',
  'etrs 15 33500000': '5650',
  'wgs 9 500000': '32632',
  'wgs 15 500000': '32633',
  'bessel 6 2500000': '31466',
  'bessel 9 3500000': '31467',
  'bessel 12 4500000': '31468',
  'bessel 15 5500000': '31469',
  'krassowski 9 3500000': '2397',
  'krassowski 12 4500000': '2398',
  'krassowski 15 5500000': '2399',
}
const ellipsoids: readonly (readonly [name: string, inverseFlattening: number])[] = [
  ['etrs', 298.257222101],
  ['wgs', 298.257223563],
  ['bessel', 299.1528128],
  ['krassowski', 298.3],
]

/** A system by its definition in well-known text, as .prj files and GeoPackages have it: Esri's names no number. */
export function systemOfWkt(wkt: string): DeclaredSystem {
  const text = wkt.slice(0, 20_000)
  const name = /^\W*[A-Z_]+\s*[[(]\s*"([^"]{0,200})"/i.exec(text)?.[1] ?? text.slice(0, 80)
  const code = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(text)?.[1]
  const byCode = code && known(code)
  return declared(name, byCode || byParameters(text))
}

function byParameters(text: string): ReferenceSystem | undefined {
  const flattening = numberAfter(text, /(?:SPHEROID|ELLIPSOID)\s*\[\s*"[^"]*"\s*,\s*[\d.]+\s*,\s*/i)
  const ellipsoid = ellipsoids.find(([, value]) => Math.abs(value - (flattening ?? 0)) < 1e-7)?.[0]
  if (!ellipsoid) return undefined
  if (!/PROJCS|PROJCRS|PROJECTEDCRS/i.test(text)) return geographic(ellipsoid)
  if (/Mercator_Auxiliary_Sphere|Popular.{0,3}Visualisation|Pseudo.?Mercator/i.test(text))
    return systemOfCode('3857')
  const easting = parameter(text, 'false[ _]easting')
  if (/Lambert_Azimuthal/i.test(text))
    return easting === 4_321_000 && ellipsoid === 'etrs' ? systemOfCode('3035') : undefined
  const meridian = parameter(text, 'central[ _]meridian|longitude of natural origin')
  if (!/Transverse_Mercator|Gauss_Kruger|Transverse Mercator/i.test(text)) return undefined
  return systemOfCode(transverse[`${ellipsoid} ${meridian} ${easting}`] ?? '')
}

const geographic = (ellipsoid: string) => {
  if (ellipsoid === 'etrs') return systemOfCode('4258')
  return ellipsoid === 'wgs' ? systemOfCode('4326') : undefined
}

const parameter = (text: string, name: string) =>
  numberAfter(text, new RegExp(`PARAMETER\\s*\\[\\s*"(?:${name})"\\s*,\\s*`, 'i'))

function numberAfter(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)
  const digits = found && /^-?[\d.]+(?:e[+-]?\d+)?/i.exec(text.slice(found.index + found[0].length))?.[0]
  return digits ? Number(digits) : undefined
}
