import { systemOfName } from './declared-system.ts'
import type { DeclaredSystem } from './geofile.ts'

/** Where coordinates stand in a table, by the number of the column. */
export type CoordinateColumns =
  | { readonly wkt: number; readonly declared: DeclaredSystem | undefined }
  | { readonly x: number; readonly y: number; readonly declared: DeclaredSystem | undefined }

const degrees: readonly (readonly [x: readonly string[], y: readonly string[]])[] = [
  [
    [
      'lon',
      'lng',
      'long',
      'longitude',
      'laenge',
      'länge',
      'geolaenge',
      'geolänge',
      'laengengrad',
      'längengrad',
      'wgslon',
      'wgslongitude',
      'geolon',
      'geolng',
    ],
    ['lat', 'latitude', 'breite', 'geobreite', 'breitengrad', 'wgslat', 'wgslatitude', 'geolat'],
  ],
]
const metres: readonly (readonly [x: readonly string[], y: readonly string[]])[] = [
  [
    ['rechtswert', 'rechts', 'rw', 'gkrechts', 'gkrechtswert'],
    ['hochwert', 'hoch', 'hw', 'gkhoch', 'gkhochwert'],
  ],
  [
    ['ostwert', 'ost', 'ew', 'east', 'easting', 'utmost', 'utmrechts', 'utme', 'e'],
    ['nordwert', 'nord', 'nw', 'north', 'northing', 'utmnord', 'utmhoch', 'utmn', 'n'],
  ],
  [
    [
      'x',
      'xkoordinate',
      'xkoord',
      'xcoord',
      'koordinatex',
      'koordx',
      'utmx',
      'etrsx',
      'gkx',
      'xutm',
      'xetrs',
      'coordx',
    ],
    [
      'y',
      'ykoordinate',
      'ykoord',
      'ycoord',
      'koordinatey',
      'koordy',
      'utmy',
      'etrsy',
      'gky',
      'yutm',
      'yetrs',
      'coordy',
    ],
  ],
]
const texts = new Set([
  'wkt',
  'geom',
  'geometry',
  'geometrie',
  'thegeom',
  'wkbgeometry',
  'shape',
  'ewkt',
  'wktgeom',
])
/** Systems that the names of columns may tell, such as `x_25833` or `utm33_ost`. */
const numbered =
  /(?<!\d)(25831|25832|25833|4326|4258|4647|5650|326\d\d|3146[6-9]|567[6-9]|239[789]|3857|3035)(?!\d)/

/** Finds the columns of coordinates by their names, in whatever case and with whatever between the words. */
export function coordinateColumns(header: readonly string[]): CoordinateColumns | undefined {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-zäöüß]/g, ''))
  const indexOf = (wanted: readonly string[]) => {
    for (const name of wanted) {
      const index = names.indexOf(name)
      if (index >= 0) return index
    }
    return -1
  }
  const pair = (pairs: typeof degrees) =>
    pairs.map(([x, y]) => ({ x: indexOf(x), y: indexOf(y) })).find((found) => found.x >= 0 && found.y >= 0)
  const wkt = names.findIndex((name) => texts.has(name))
  if (wkt >= 0) return { wkt, declared: saidBy(header[wkt]) }
  const inDegrees = pair(degrees)
  if (inDegrees)
    return { ...inDegrees, declared: { ...systemOfName('CRS84'), said: header[inDegrees.x] ?? '' } }
  const inMetres = pair(metres)
  return inMetres && { ...inMetres, declared: saidBy(header[inMetres.x]) }
}

function saidBy(name = ''): DeclaredSystem | undefined {
  const code = numbered.exec(name)?.[1]
  if (code) return { ...systemOfName(`EPSG:${code}`), said: name }
  const zone = /(?:utm|etrs)\D{0,8}(3[23])(?!\d)/i.exec(name)?.[1]
  return zone ? { ...systemOfName(`EPSG:258${zone}`), said: name } : undefined
}

/** A number as a German or an English spreadsheet writes it: `12,5`, `5.945.045,3`, `5 945 045.3`. */
export function germanNumber(text: string): number | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f']/g, '')
  if (!/^[+-]?[\d.,]+(e[+-]?\d+)?$/i.test(plain)) return undefined
  const comma = plain.lastIndexOf(',')
  const dot = plain.lastIndexOf('.')
  const number = Number(withDot(plain, comma, dot))
  return Number.isFinite(number) ? number : undefined
}

function withDot(text: string, comma: number, dot: number): string {
  const several = (sign: string) => text.indexOf(sign) !== text.lastIndexOf(sign)
  if (comma >= 0 && dot >= 0)
    return comma > dot ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  if (comma >= 0) return several(',') ? text.replaceAll(',', '') : text.replace(',', '.')
  return several('.') ? text.replaceAll('.', '') : text
}
