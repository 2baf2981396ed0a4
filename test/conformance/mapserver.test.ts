import { beforeAll, expect, test } from 'vitest'
import { describeGeo } from '../optional-geo.ts'
import { startMapServer } from './mapserver.ts'
import type { Outcome } from './method.ts'
import { runSuite } from './suite.ts'

/** 25 trees on a grid, so that there is a second page. */
const trees = Array.from({ length: 25 }, (_, at) => ({
  type: 'Feature',
  properties: { id: at + 1, name: `Baum ${at + 1}` },
  geometry: { type: 'Point', coordinates: [11 + (at % 5) / 10, 53.2 + Math.floor(at / 5) / 10] },
}))

describeGeo('the suite, run against Debian’s MapServer', ['mapserver'], () => {
  let outcomes: readonly Outcome[]
  beforeAll(async () => {
    const { address, stop } = await startMapServer('trees', { type: 'FeatureCollection', features: trees })
    outcomes = await runSuite(address)
    await stop()
  }, 60_000)

  const of = (name: string, method: string) =>
    outcomes.find((one) => one.class === `core/collections/${name}` && one.method === method)

  test('finds that it answers to parameters and values that there are not', () => {
    const unknown = of('FeaturesErrorConditions', 'validateFeaturesOperation_QueryParamUnknown')
    expect(unknown?.seen).toEqual([
      expect.stringMatching(/^trees: unknownQueryParameter\d+=1 is answered by 200$/),
    ])
    const invalid = of('FeaturesErrorConditions', 'validateFeaturesOperation_QueryParamInvalid')
    expect(invalid?.seen).toEqual([
      'trees: limit=0 is answered by 200',
      'trees: limit=-5 is answered by 200',
      'trees: datetime=foo is answered by 200',
    ])
  })

  test('finds that it refuses a box across the antimeridian', () => {
    const box = of('FeaturesBBox', 'validateFeaturesWithBoundingBoxOperation')
    expect(box?.seen.filter((one) => one.endsWith('answers 400'))).toEqual([
      expect.stringContaining('bbox=177,65,-177,70'),
    ])
  })

  test('finds that its features are not of the type of GeoJSON', () => {
    const features = of('Features', 'validateFeaturesOperation')
    expect(features?.seen).toEqual([expect.stringContaining('is of type application/json')])
  })

  test('skips all of Part 2, which it does not claim', () => {
    const part2 = outcomes.filter((one) => one.class.startsWith('crs/'))
    expect(new Set(part2.map(({ state, seen }) => `${state}: ${seen.join()}`))).toEqual(
      new Set(['skipped: http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs is not claimed']),
    )
  })

  test('passes the rest, and skips what its answers do not have', () => {
    const { passed = [], failed = [], skipped = [] } = Object.groupBy(outcomes, ({ state }) => state)
    expect(new Set(failed.map((one) => one.class.split('/').at(-1)))).toEqual(
      new Set(['Features', 'FeaturesBBox', 'FeaturesErrorConditions', 'FeaturesLimit', 'FeaturesTime']),
    )
    expect([passed.length, failed.length, skipped.length]).toEqual([41, 10, 29])
  })
})
