import type { OpenDatabase } from '@amtsweg/backend/database/database.ts'
import type { NewFeature } from '@amtsweg/backend/geodata/repository-versions.ts'
import { addTestCollection, publishTestVersion } from '@amtsweg/backend/geodata/testing.ts'
import { boxOf } from '@amtsweg/backend/geometry/geometry.ts'
import { servedSystems } from '@amtsweg/backend/geometry/reference-system.ts'
import { positionsOf } from './boxes.ts'
import { type Feature, walk } from './features.ts'
import { convertByProj, readByGdal } from './geo-clients.ts'
import { openService, type Service } from './service.ts'

/** Publishes features as a collection of its own. */
export async function publish(
  database: OpenDatabase,
  id: string,
  authority: string,
  features: readonly NewFeature[],
): Promise<void> {
  await addTestCollection(database.db, { id, authority_id: authority })
  await publishTestVersion(database, id, features)
}

/** Features that GDAL does not read as they were published, to the last digit. */
export async function changedByGdal(
  address: string,
  collection: string,
  features: readonly NewFeature[],
): Promise<readonly string[]> {
  const read = await readByGdal(address, collection, 5000)
  const changed = features.filter((feature) => {
    const theirs = read.get(feature.id) ?? []
    const ours = positionsOf(feature.geometry)
    return (
      theirs.length !== ours.length ||
      ours.some(([x, y], at) => x !== theirs[at]?.[0] || y !== theirs[at]?.[1])
    )
  })
  return [...changed.map(({ id }) => id), ...(read.size === features.length ? [] : [`${read.size} features`])]
}

/** How far points lie from where PROJ puts them. */
export interface Deviation {
  readonly system: string
  readonly points: number
  /** In the worst case, in metres on the ground. */
  readonly metres: number
  /** Of all pages. */
  readonly contentCrs: readonly string[]
}

/** Metres that a degree is long at most. */
const degree = 111_320

/** Compares every served system with PROJ, in the order of its axes; of points that lie in the area it is meant for. */
export async function deviations(
  address: string,
  id: string,
  points: readonly NewFeature[],
): Promise<readonly Deviation[]> {
  const found: Deviation[] = []
  for (const { code, uri, unit, area } of servedSystems) {
    const service = openService(address)
    const collection = (await service.collections()).find((one) => one.id === id)
    if (!collection) throw new Error(`There is no collection ${id}`)
    const inArea = points.filter(({ geometry }) => {
      const { minX, minY } = geometry ? boxOf(geometry) : { minX: NaN, minY: NaN }
      return minX >= area.minX && minX <= area.maxX && minY >= area.minY && minY <= area.maxY
    })
    const expected = await convertByProj(
      code,
      inArea.flatMap(({ geometry }) => positionsOf(geometry)),
    )
    const { features } = await walk(service, collection, { crs: uri })
    const answered = new Map(features.map((feature: Feature) => [feature['id'], feature['geometry']]))
    const distances = inArea.map((point, at) => {
      const [[x, y] = [NaN, NaN]] = positionsOf(answered.get(point.id))
      const [a = NaN, b = NaN] = expected[at] ?? []
      return Math.hypot(x - a, y - b) * (unit === 'degree' ? degree : 1)
    })
    found.push({
      system: code,
      points: distances.length,
      metres: distances.reduce((worst, one) => (one <= worst ? worst : one), 0),
      contentCrs: await headersOf(service, collection.items, uri),
    })
  }
  return found
}

async function headersOf(service: Service, items: string, uri: string): Promise<readonly string[]> {
  const { headers } = await service.get(`${items}&limit=1&crs=${encodeURIComponent(uri)}`)
  return [headers.get('content-crs') ?? '']
}
