import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { saveAuthority } from '@amtsweg/backend/access/index.ts'
import { migrate, openDatabase } from '@amtsweg/backend/database/database.ts'
import { saveCollection } from '@amtsweg/backend/geodata/index.ts'
import {
  type NewFeature,
  publishVersion,
  writeVersion,
} from '@amtsweg/backend/geodata/repository-versions.ts'
import { crs84 } from '@amtsweg/backend/geometry/reference-system.ts'
import { createRandom } from '../random.ts'

/** As much as a Land has of one thing, and where: longitude and latitude of Mecklenburg. */
const points = 200_000
const polygons = 20_000
const west = 10.6
const south = 53.1
export const extent = { west, south, east: 12.3, north: 54 }
const corners = 24

/** The same features at every run. */
function* scattered(kind: 'points' | 'polygons'): Generator<NewFeature> {
  const random = createRandom(kind === 'points' ? 1 : 2)
  for (let index = 0; index < (kind === 'points' ? points : polygons); index += 1) {
    const [lon, lat] = [west + random() * 1.7, south + random() * 0.9]
    const size = 0.001 + random() * 0.004
    const ring = Array.from({ length: corners }, (_, corner) => {
      const angle = (corner / corners) * 2 * Math.PI
      const reach = size * (0.8 + 0.2 * Math.sin(5 * angle))
      return [lon + reach * Math.cos(angle), lat + 0.6 * reach * Math.sin(angle)]
    })
    yield {
      id: `${index + 1}`,
      geometry:
        kind === 'points'
          ? { type: 'Point', coordinates: [lon, lat] }
          : { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] },
      properties: { name: `Ort ${index + 1}`, number: Math.floor(random() * 1_000) },
    }
  }
}

/** Publishes both as collections of an invented town in a new database; gives the ids of their versions. */
export async function fillDatabase(url: string): Promise<Readonly<Record<'points' | 'polygons', number>>> {
  const database = openDatabase(url)
  const { db } = database
  await migrate(db)
  const at = '2026-11-30T12:00:00Z'
  await saveAuthority(
    db,
    {
      ...{ id: 'musterstadt', regionKey: '130769901', names: { de: 'Musterstadt' }, languages: ['de'] },
      ...{ holidaysLand: '13', fourEyes: false, origins: [] },
    },
    at,
  )
  const publish = async (id: 'points' | 'polygons') => {
    const edit = {
      ...{
        title: id,
        description: '',
        keywords: [],
        theme: null,
        licence: 'cc0-1.0' as const,
        changed: false,
      },
      ...{ provider: 'Musterstadt', sourceUri: 'https://musterstadt.example/', titleProperty: 'name' },
      ...{ audience: 'public' as const, version: null },
    }
    await db.transaction().execute((trx) => saveCollection(trx, edit, { id, authorityId: 'musterstadt', at }))
    const fields = [
      { name: 'name', type: 'string' },
      { name: 'number', type: 'integer' },
    ] as const
    const version = await writeVersion(
      (work) => db.transaction().execute(work),
      { collectionId: id, storage: crs84, fields, source: 'bench', createdBy: 'bench', createdAt: at },
      scattered(id),
    )
    await db.transaction().execute((trx) => publishVersion(trx, version, at))
    return version
  }
  const versions = { points: await publish('points'), polygons: await publish('polygons') }
  await database.close()
  return versions
}

/** The same data as MapServer reads them fastest: a GeoPackage with its own spatial index, made by GDAL. */
export function fillGeoPackage(folder: string, kind: 'points' | 'polygons'): string {
  const lines = [...scattered(kind)].map(({ id, geometry, properties }) =>
    JSON.stringify({ type: 'Feature', properties: { ...properties, id }, geometry }),
  )
  const json = join(folder, `${kind}.geojsonl`)
  const path = join(folder, `${kind}.gpkg`)
  writeFileSync(json, lines.join('\n'))
  const { status } = spawnSync('ogr2ogr', ['-f', 'GPKG', '-nln', kind, path, `GeoJSONSeq:${json}`])
  if (status !== 0) throw new Error('ogr2ogr failed')
  return path
}
