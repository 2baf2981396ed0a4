import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { migrate, type OpenDatabase, openDatabase } from '@amtsweg/backend/database/database.ts'
import { describeGeo } from '../optional-geo.ts'
import { createRandom } from '../random.ts'
import { atEnd } from '../temporary-folder.ts'
import { idsOf, walk } from './features.ts'
import { publish } from './geo-checks.ts'
import { startPostgis } from './postgis.ts'
import { scatteredOutlines, scatteredPoints } from './scattered.ts'
import { openService } from './service.ts'
import { runSuite } from './suite.ts'
import { serve, serveTown } from './town.ts'

describeGeo('on Debian’s PostgreSQL with PostGIS', ['postgis'], () => {
  let url: string
  let database: OpenDatabase
  let address: string
  beforeAll(async () => {
    url = await startPostgis()
    database = openDatabase(url)
    atEnd(() => database.close())
    await migrate(database.db)
    address = await serveTown(database)
  }, 60_000)

  test('our server passes the suite', async () => {
    expect((await runSuite(address)).filter(({ state }) => state === 'failed')).toEqual([])
  })

  test('boxes find what PostGIS finds', async () => {
    const features = [...scatteredOutlines(400, 3, 0.1), ...scatteredPoints(400, 4)]
    await publish(database, 'scattered', 'musterstadt', features)
    const service = openService(await serve(database))
    const collection = (await service.collections()).find(({ id }) => id === 'scattered')
    if (!collection) throw new Error('There is no such collection')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const random = createRandom(5)
    let total = 0
    for (let tries = 0; tries < 30; tries += 1) {
      const [width, west, south] = [random() ** 4 * 5 + 0.01, 6 + random() * 8, 47.5 + random() * 7]
      const box = [west, south, west + width, south + width]
      const { rows } = await client.query<{ ext_id: string }>(
        `select ext_id from geo_feature where version_id = (select version_id from geo_collection where id = 'scattered')
          and ST_Intersects(ST_GeomFromGeoJSON(geometry), ST_SetSRID(ST_MakeEnvelope($1, $2, $3, $4), 4326))`,
        box,
      )
      const { features: found } = await walk(service, collection, { bbox: box.join() })
      total += rows.length
      expect([...idsOf(found)].toSorted()).toEqual(rows.map(({ ext_id: id }) => id).toSorted())
    }
    expect(total).toBeGreaterThan(1000)
    await client.end()
  })
})
