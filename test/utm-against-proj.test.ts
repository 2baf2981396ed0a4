import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fromUtm, toUtm, utmZones } from '@amtsweg/widgets/geodata/utm.ts'
import { describeGeo } from './optional-geo.ts'

/** Debian's, and no package of ours. */
const program = 'cs2cs'

/** Positions all over Germany, the same each time. */
const positions = Array.from(
  { length: 1_000 },
  (_, index) =>
    [5.8 + ((index * 0.618_033_988_7) % 1) * 9.3, 47.2 + ((index * 0.754_877_666_2) % 1) * 8] as const,
)

function byProj(from: string, to: string, input: readonly (readonly number[])[]): number[][] {
  const text = execFileSync(program, ['-f', '%.12f', from, to], {
    input: input.map((numbers) => numbers.join(' ')).join('\n'),
    encoding: 'utf8',
  })
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/).map(Number))
}

describeGeo('UTM beside PROJ', ['proj'], () => {
  test.each(utmZones)('$code is within a millimetre of PROJ, there and back', (zone) => {
    const theirs = byProj(
      'EPSG:4258',
      zone.code,
      positions.map(([lon, lat]) => [lat, lon]),
    )
    const apart = positions.map(([lon, lat], index) => {
      const [east, north] = toUtm(zone, lon, lat)
      return Math.hypot(east - theirs[index]![0]!, north - theirs[index]![1]!)
    })
    expect(Math.max(...apart)).toBeLessThan(0.001)
    const back = positions.map(([lon, lat], index) => {
      const [ourLon, ourLat] = fromUtm(zone, theirs[index]![0]!, theirs[index]![1]!)
      return Math.hypot(ourLon - lon, ourLat - lat) * 111_000
    })
    expect(Math.max(...back)).toBeLessThan(0.001)
  })
})
