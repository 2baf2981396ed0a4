import { type Box, boxesMeet, type Position } from '../geometry/geometry.ts'
import { crs84, readableSystems, type ReferenceSystem } from '../geometry/reference-system.ts'
import { transformer } from '../geometry/transform.ts'
import type { Fault } from './finding.ts'

/** Where municipal data lie if nobody says more closely: Germany with its seas, in longitude and latitude. */
export const germany: Box = { minX: 5.5, minY: 47, maxX: 15.5, maxY: 55.5 }

/** Kilometres that data of a town may lie outside of it: a neighbour's school, a river. */
const near = 20
/** Degrees that coordinates may lie outside of the area that a system is meant for. */
const slack = 3
/** What a pole may lie beyond itself by the arithmetic of others. */
const hair = 1e-6

/** A system in which the coordinates would lie where they are expected. */
export interface Suggestion {
  readonly code: string
  readonly name: string
  /** Only with x and y the other way round. */
  readonly swapped: boolean
}

export interface Placing {
  readonly declared: ReferenceSystem | undefined
  /** In the file's numbers, of the objects' first positions. */
  readonly sample: readonly Position[]
  /** Where the data are expected, in longitude and latitude. */
  readonly town: Box | undefined
  /** Where they lie by what the file says, in longitude and latitude. */
  readonly extent: Box | undefined
}

/** Whether the coordinates suit the system they are said to be in and, if not, which they suit. */
export function judgePlace({ declared, sample, town, extent }: Placing): {
  readonly fault?: Fault
  readonly suggestions: readonly Suggestion[]
} {
  const expected = town ?? germany
  const middle = middleOf(sample)
  if (!middle) return { suggestions: [] }
  const kilometres = declared ? distanceIn(declared, middle, expected) : Infinity
  const touches = declared !== undefined && extent !== undefined && boxesMeet(extent, expected)
  if (kilometres <= near || (touches && Number.isFinite(kilometres) && kilometres < 500))
    return { suggestions: [] }
  const [x = NaN, y = NaN] = middle
  const straight = suitable(middle, expected, false)
  const suggestions = straight.length > 0 ? straight : suitable([y, x], expected, true)
  const names = namesOf(suggestions)
  if (!declared) return { fault: { code: 'system-missing', detail: { names } }, suggestions }
  const [best] = suggestions
  if (best?.swapped) return { fault: { code: 'axes-swapped', detail: { names } }, suggestions }
  if (best)
    return {
      fault: { code: 'system-suggested', detail: { declared: labelOf(declared), names } },
      suggestions,
    }
  if (!Number.isFinite(kilometres)) return { suggestions }
  return { fault: { code: 'place-far', detail: { kilometres: Math.round(kilometres) } }, suggestions }
}

/** How far a position lies from a box, both in longitude and latitude; 0 within. */
export function kilometresFrom([lon = NaN, lat = NaN]: Position, { minX, minY, maxX, maxY }: Box): number {
  const east = Math.max(minX - lon, 0, lon - maxX) * 111.3 * Math.cos((lat * Math.PI) / 180)
  const north = Math.max(minY - lat, 0, lat - maxY) * 111.3
  return Math.hypot(east, north)
}

/** Whether a place, in longitude and latitude, is one that a system can tell. */
export function isWithin({ area }: ReferenceSystem, [lon = NaN, lat = NaN]: Position): boolean {
  const isThere =
    Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 + hair && Math.abs(lat) <= 90 + hair
  return (
    isThere &&
    lon >= area.minX - slack &&
    lon <= area.maxX + slack &&
    lat >= area.minY - slack &&
    lat <= area.maxY + slack
  )
}

/** Numbers that WGS 84 is given in as well, or a system of which only the order of axes differs: naming them too would confuse. */
const twins = new Set([
  '4326',
  '4258',
  '25831',
  '32632',
  '32633',
  '5652',
  '5653',
  '5676',
  '5677',
  '5678',
  '5679',
])

const suitable = (middle: Position, expected: Box, swapped: boolean): Suggestion[] =>
  readableSystems
    .filter((system) => !twins.has(system.code) && distanceIn(system, middle, expected) <= near)
    .map(({ code, name }) => ({ code, name, swapped }))

function distanceIn(system: ReferenceSystem, position: Position, expected: Box): number {
  const place = transformer(system, crs84)(position)
  return isWithin(system, place) ? kilometresFrom(place, expected) : Infinity
}

/** In the middle of most objects, whatever a few wrong ones say. */
function middleOf(sample: readonly Position[]): Position | undefined {
  const median = (axis: 0 | 1) => {
    const sorted = sample.map((position) => position[axis] ?? NaN).sort((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)]
  }
  const x = median(0)
  const y = median(1)
  return x === undefined || y === undefined ? undefined : [x, y]
}

export const labelOf = ({ code, name }: Pick<ReferenceSystem, 'code' | 'name'>): string =>
  code === 'CRS84' ? 'WGS 84 (Länge, Breite)' : `${name} (EPSG:${code})`
const namesOf = (suggestions: readonly Suggestion[]) => suggestions.map(labelOf).join(' oder ')
