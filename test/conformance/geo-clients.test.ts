import { beforeAll, expect, test } from 'vitest'
import { addAuthority } from '@amtsweg/backend/access/testing.ts'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { servedSystems } from '@amtsweg/backend/geometry/reference-system.ts'
import { describeGeo } from '../optional-geo.ts'
import { changedByGdal, deviations, publish } from './geo-checks.ts'
import { ogrinfo, walkByOwslib } from './geo-clients.ts'
import { scatteredOutlines, scatteredPoints } from './scattered.ts'
import { serve } from './town.ts'

/** The full numbers: npm run proof -- geo-clients. */
const outlines = scatteredOutlines(60)
const points = scatteredPoints(200)

let address: string
beforeAll(async () => {
  const database = await openTestDatabase()
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await publish(database, 'blocks', 'musterstadt', outlines)
  await publish(database, 'places', 'musterstadt', points)
  address = await serve(database)
})

describeGeo('GDAL', ['gdal'], () => {
  test('knows a collection and how much is in it', async () => {
    const said = await ogrinfo(address, 'blocks')
    expect(said).toContain('Feature Count: 60')
    expect(said).toContain('Geometry: Polygon')
  })

  test('reads every outline to the last digit', async () => {
    expect(await changedByGdal(address, 'blocks', outlines)).toEqual([])
  })
})

describeGeo('OWSLib', ['owslib'], () => {
  test('walks from the landing page to a feature', async () => {
    const walked = await walkByOwslib(address, 'blocks')
    expect(walked.conformance).toContain('http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs')
    expect(walked.collections.toSorted()).toEqual(['blocks', 'places'])
    expect([walked.matched, walked.returned, walked.item.id]).toEqual([60, 3, 'o0'])
    expect(walked.queryables).toHaveProperty('properties.name')
  })
})

describeGeo('PROJ', ['proj'], () => {
  test('puts points where we put them, in every system and the order of its axes, to a millimetre', async () => {
    const found = await deviations(address, 'places', points)
    expect(found.map(({ system }) => system)).toEqual(servedSystems.map(({ code }) => code))
    expect(found.filter(({ metres, points: compared }) => !(metres < 0.001) || compared < 100)).toEqual([])
    expect(found.map(({ contentCrs }) => contentCrs)).toEqual(servedSystems.map(({ uri }) => [`<${uri}>`]))
  })
})
