import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../database/database.ts'
import type { FeatureBox } from '../database/spatial.ts'
import { type Box, boxHolds, type Geometry } from '../geometry/geometry.ts'
import { crs84 } from '../geometry/reference-system.ts'
import { intersectsBox } from '../geometry/relate.ts'
import { transformer, transformGeometry } from '../geometry/transform.ts'
import type { AskedBox } from './bounding-box.ts'
import type { Version } from './collection.ts'
import { UnusableQuestion } from './item-question.ts'
import {
  featuresAfter,
  featuresById,
  featuresDuring,
  featuresMeeting,
  type FeatureText,
  placelessFeatures,
} from './repository-features.ts'
import type { TimeSpan } from './time-span.ts'

/** A condition on what a feature says and where it lies. */
export interface Condition {
  /** Every feature that fulfils it meets this box (WGS 84); left out where that cannot be told. */
  readonly box?: Box | undefined
  /** Whether it asks where a feature lies. */
  readonly needsGeometry: boolean
  readonly holds: (feature: {
    readonly id: string
    readonly properties: Readonly<Record<string, unknown>>
    readonly geometry: Geometry | null
  }) => boolean
}

/** Which features of a collection are asked for; everything left out says nothing. */
export interface Selection {
  readonly box?: AskedBox | undefined
  readonly times?: TimeSpan | undefined
  readonly condition?: Condition | undefined
}

/** Ids of the selected features, rising; undefined where all are meant. */
export async function selectFeatures(
  db: Db,
  version: Version,
  { box, times, condition }: Selection,
  clock = () => performance.now(),
): Promise<Float64Array | undefined> {
  let ids: readonly number[] | undefined
  if (box) ids = await inBox(db, version, box)
  else if (condition?.box) ids = (await featuresMeeting(db, version.id, condition.box)).map(({ id }) => id)
  if (times) ids = both(ids, await featuresDuring(db, version.id, times))
  const sorted = ids && Float64Array.from(ids).sort()
  return condition ? fulfilling(db, version.id, condition, sorted, clock) : sorted
}

function both(some: readonly number[] | undefined, others: readonly number[]): readonly number[] {
  if (!some) return others
  const known = new Set(others)
  return some.filter((id) => known.has(id))
}

/** Features that meet the asked box exactly, and those that have no place. */
async function inBox(db: Db, version: Version, asked: AskedBox): Promise<readonly number[]> {
  const ids = new Set(version.placeless > 0 ? await placelessFeatures(db, version.id) : [])
  const isLonLat = asked.system === crs84
  const unsure: number[] = []
  for (const around of asked.around)
    for (const candidate of await featuresMeeting(db, version.id, around))
      if (isLonLat && isSure(candidate, around)) ids.add(candidate.id)
      else unsure.push(candidate.id)
  const there = transformer(crs84, asked.system)
  for await (const { id, geometry } of read(db, unsure)) {
    const placed = geometry && transformGeometry(JSON.parse(geometry) as Geometry, there)
    if (placed && asked.boxes.some((box) => intersectsBox(placed, box))) ids.add(id)
  }
  return [...ids]
}

/** What lies wholly within the box, or meets it in a point, needs no closer look. */
function isSure({ min_lon, min_lat, max_lon, max_lat }: FeatureBox, box: Box): boolean {
  const isPoint = min_lon === max_lon && min_lat === max_lat
  return isPoint || boxHolds(box, { minX: min_lon, minY: min_lat, maxX: max_lon, maxY: max_lat })
}

/** Rows looked at before others get a turn. */
const atOnce = 500

async function* read(db: Db, ids: ArrayLike<number>): AsyncGenerator<FeatureText> {
  for (let from = 0; from < ids.length; from += atOnce) {
    if (from > 0) await turn()
    yield* await featuresById(db, Array.prototype.slice.call(ids, from, from + atOnce) as number[])
  }
}

async function* readAll(db: Db, versionId: number): AsyncGenerator<FeatureText> {
  let rows = await featuresAfter(db, versionId, 0, atOnce)
  while (rows.length > 0) {
    yield* rows
    await turn()
    rows = await featuresAfter(db, versionId, rows.at(-1)?.id ?? Infinity, atOnce)
  }
}

/** Milliseconds of looking after which others get a turn, and after which a question is given up: 200,000 features take a second. */
const longestTurn = 20
const longestWork = 15_000

async function fulfilling(
  db: Db,
  versionId: number,
  condition: Condition,
  among: Float64Array | undefined,
  clock: () => number,
): Promise<Float64Array> {
  const ids: number[] = []
  let worked = 0
  let begun = clock()
  for await (const row of among ? read(db, among) : readAll(db, versionId)) {
    const geometry =
      condition.needsGeometry && row.geometry !== null ? (JSON.parse(row.geometry) as Geometry) : null
    const properties = JSON.parse(row.properties) as Record<string, unknown>
    if (condition.holds({ id: row.ext_id, properties, geometry })) ids.push(row.id)
    const turned = clock() - begun
    if (turned > longestTurn) {
      worked += turned
      if (worked > longestWork)
        throw new UnusableQuestion('filter', 'It takes too long on so many features; ask for a smaller box')
      await turn()
      begun = clock()
    }
  }
  return Float64Array.from(ids)
}
