/** A transverse Mercator projection of ETRS89 as German surveyors use it (EPSG:25832, 25833, 4647, 5650). */
export interface Utm {
  readonly code: string
  /** Degrees. */
  readonly meridian: number
  /** Metres; some have the number of the zone before them. */
  readonly falseEasting: number
}

export const utmZones: readonly Utm[] = [
  { code: 'EPSG:25832', meridian: 9, falseEasting: 500_000 },
  { code: 'EPSG:25833', meridian: 15, falseEasting: 500_000 },
  { code: 'EPSG:4647', meridian: 9, falseEasting: 32_500_000 },
  { code: 'EPSG:5650', meridian: 15, falseEasting: 33_500_000 },
]

// GRS 80.
const flattening = 1 / 298.257222101
const n = flattening / (2 - flattening)
const e = Math.sqrt(flattening * (2 - flattening))
const scale = 0.9996
const radius = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256) * scale

/** Krüger's series up to n⁶ (C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, 2011, eq. 35 and 36). */
const forward = [
  n / 2 -
    (2 / 3) * n ** 2 +
    (5 / 16) * n ** 3 +
    (41 / 180) * n ** 4 -
    (127 / 288) * n ** 5 +
    (7891 / 37800) * n ** 6,
  (13 / 48) * n ** 2 -
    (3 / 5) * n ** 3 +
    (557 / 1440) * n ** 4 +
    (281 / 630) * n ** 5 -
    (1983433 / 1935360) * n ** 6,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4 + (15061 / 26880) * n ** 5 + (167603 / 181440) * n ** 6,
  (49561 / 161280) * n ** 4 - (179 / 168) * n ** 5 + (6601661 / 7257600) * n ** 6,
  (34729 / 80640) * n ** 5 - (3418889 / 1995840) * n ** 6,
  (212378941 / 319334400) * n ** 6,
]
const backward = [
  n / 2 -
    (2 / 3) * n ** 2 +
    (37 / 96) * n ** 3 -
    (1 / 360) * n ** 4 -
    (81 / 512) * n ** 5 +
    (96199 / 604800) * n ** 6,
  (1 / 48) * n ** 2 +
    (1 / 15) * n ** 3 -
    (437 / 1440) * n ** 4 +
    (46 / 105) * n ** 5 -
    (1118711 / 3870720) * n ** 6,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4 - (209 / 4480) * n ** 5 + (5569 / 90720) * n ** 6,
  (4397 / 161280) * n ** 4 - (11 / 504) * n ** 5 - (830251 / 7257600) * n ** 6,
  (4583 / 161280) * n ** 5 - (108847 / 3991680) * n ** 6,
  (20648693 / 638668800) * n ** 6,
]

function series(terms: readonly number[], xi: number, eta: number): [xi: number, eta: number] {
  return terms.reduce(
    ([up, right], term, index) => {
      const j = 2 * (index + 1)
      return [
        up + term * Math.sin(j * xi) * Math.cosh(j * eta),
        right + term * Math.cos(j * xi) * Math.sinh(j * eta),
      ]
    },
    [0, 0],
  )
}

const degree = Math.PI / 180

/** Longitude and latitude in degrees to metres east and north; off by less than a millimetre within 6° of the meridian. */
export function toUtm(
  { meridian, falseEasting }: Utm,
  longitude: number,
  latitude: number,
): [number, number] {
  const lambda = (longitude - meridian) * degree
  const sine = Math.sin(latitude * degree)
  const t = Math.sinh(Math.atanh(sine) - e * Math.atanh(e * sine))
  const xi = Math.atan2(t, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(t, Math.cos(lambda)))
  const [up, right] = series(forward, xi, eta)
  return [falseEasting + radius * (eta + right), radius * (xi + up)]
}

/** The way back. */
export function fromUtm({ meridian, falseEasting }: Utm, east: number, north: number): [number, number] {
  const [xi, eta] = [north / radius, (east - falseEasting) / radius]
  const [up, right] = series(backward, xi, eta)
  const [x, y] = [xi - up, eta - right]
  const conformal = Math.sin(x) / Math.hypot(Math.sinh(y), Math.cos(x))
  let tangent = conformal / (1 - e ** 2)
  // Newton's method doubles the good digits each time; three rounds are more than a number holds.
  for (let round = 0; round < 3; round++) {
    const secant = Math.hypot(1, tangent)
    const sigma = Math.sinh(e * Math.atanh((e * tangent) / secant))
    const now = tangent * Math.hypot(1, sigma) - sigma * secant
    tangent +=
      ((conformal - now) / Math.hypot(1, now)) * ((1 + (1 - e ** 2) * tangent ** 2) / ((1 - e ** 2) * secant))
  }
  return [meridian + Math.atan2(Math.sinh(y), Math.cos(x)) / degree, Math.atan(tangent) / degree]
}
