import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dialectOf } from './dialect.ts'
import { openTestDatabase } from './testing.ts'

interface Box {
  readonly key?: string
  readonly lon?: number
  readonly lat?: number
  readonly scale?: number
  readonly asOf?: string
}

async function setUp(...boxes: readonly Box[]) {
  const { db } = await openTestDatabase()
  const source = { id: 'map', name: 'Map', invented: 0, imported_at: '2026-01-01T00:00:00Z' }
  await db.insertInto('source').values(source).execute()
  const rows = boxes.map(({ key = '13', lon = 11, lat = 53, scale = 250_000, asOf = '2021-01-01' }) => ({
    ...{ region_key: key, as_of: asOf, geometry: '{}', scale, source_id: 'map' },
    ...{ min_lon: lon, max_lon: lon + 1, min_lat: lat, max_lat: lat + 1 },
  }))
  if (rows.length > 0) await db.insertInto('boundary').values(rows).execute()
  const at = async (lon: number, lat: number) =>
    (await dialectOf(db).spatialIndex.candidates(db, lon, lat)).map((candidate) => candidate.region_key)
  return { db, at }
}

describe('outlines around a point', () => {
  test('are those whose box holds it, edges too', async () => {
    const { at } = await setUp({ key: '01', lon: 9 }, { key: '13', lon: 11 })
    expect(await at(11.5, 53.5)).toEqual(['13'])
    expect(await at(12, 54)).toEqual(['13'])
    expect(await at(12.1, 53.5)).toEqual([])
  })

  test('come sharpest first, then newest, then by key', async () => {
    const { at } = await setUp(
      { key: '04', scale: 5_000_000 },
      { key: '03' },
      { key: '02' },
      { key: '01', asOf: '2016-01-01' },
    )
    expect(await at(11.5, 53.5)).toEqual(['02', '03', '01', '04'])
  })

  test('follow every change of an outline', async () => {
    const { db, at } = await setUp({})
    const moved = { min_lon: 20, max_lon: 21 }
    await db.updateTable('boundary').set(moved).execute()
    expect(await at(11.5, 53.5)).toEqual([])
    expect(await at(20.5, 53.5)).toEqual(['13'])
    await db.deleteFrom('boundary').execute()
    expect(await at(20.5, 53.5)).toEqual([])
  })

  test('are never missed', async () => {
    const place = fc.record({
      lon: fc.double({ min: 6, max: 14, noNaN: true }),
      lat: fc.double({ min: 48, max: 54, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: 1, maxLength: 20 }),
        place,
        async (boxes, { lon, lat }) => {
          const { at } = await setUp(
            ...boxes.map((box, index) => ({ ...box, key: String(index).padStart(2, '0') })),
          )
          const found = new Set(await at(lon, lat))
          for (const [index, box] of boxes.entries())
            if (lon >= box.lon && lon <= box.lon + 1 && lat >= box.lat && lat <= box.lat + 1)
              expect(found).toContain(String(index).padStart(2, '0'))
        },
      ),
      { numRuns: 25 },
    )
  })
})
