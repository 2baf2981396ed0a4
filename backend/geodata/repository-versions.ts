import { hash } from 'node:crypto'
import type { Db, Trx } from '../database/database.ts'
import {
  type Box,
  boxOf,
  emptyBox,
  type Geometry,
  isEmptyBox,
  mapPositions,
  unionOf,
} from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { type Transform, transformer, transformGeometry } from '../geometry/transform.ts'
import type { Field } from './collection.ts'
import { forgetChanges, noteChanges } from './repository-changes.ts'
import type { GeoFeatureTable } from './tables.ts'
import type { TimeSpan } from './time-span.ts'

/** A feature as it comes in. */
export interface NewFeature {
  /** Not empty; no other feature of the version has it. */
  readonly id: string
  /** In the system of the version, x east first. */
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, unknown>>
  /** Left out where it is unknown. */
  readonly time?: TimeSpan | undefined
}

/** What is known of a version before its features are. */
export interface VersionHead {
  readonly collectionId: string
  /** File name or address. */
  readonly source: string
  readonly createdBy: string
  /** RFC 3339 UTC. */
  readonly createdAt: string
}

/** What is known of it at the end. */
export interface VersionTail {
  readonly storage: ReferenceSystem
  readonly fields: readonly Field[]
  /** What the check of its file found, as JSON; left out where no file was checked. */
  readonly report?: string
}

/** Does a piece of work in a transaction of its own. */
export type InTransaction = <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>

/** Features per transaction: readers and other writers get their turn in between. */
const batch = 500
/** SQLite takes 32,766 values at once; a row has twelve. */
const rowsAtOnce = 100

/** Writes a version aside, which nobody sees before it is published. Holds one batch at a time. */
export async function createVersionWriter(inTransaction: InTransaction, head: VersionHead) {
  const id = await inTransaction((trx) => beginVersion(trx, head))
  const sums = createSums()
  let rows: NewRow[] = []
  const flush = async () => {
    if (rows.length > 0) await inTransaction((trx) => insertRows(trx, rows))
    rows = []
  }
  return {
    /** Takes the next feature, with its geometry in the system of storage and in longitude and latitude. */
    async add(feature: PlacedFeature): Promise<void> {
      const row = toRow(id, feature)
      sums.add(row, feature.geometry)
      rows.push(row)
      if (rows.length === batch) await flush()
    },
    /** Makes it whole; gives its id. */
    async end(tail: VersionTail): Promise<number> {
      await flush()
      await inTransaction((trx) => endVersion(trx, id, tail, sums.sum()))
      return id
    },
    /** Throws away what was written. */
    discard: (): Promise<void> => discardVersion(inTransaction, id),
  }
}

/** The same for features that come by themselves; gives the id of the version. Where it fails, what was written goes away. */
export async function writeVersion(
  inTransaction: InTransaction,
  head: VersionHead & VersionTail,
  features: AsyncIterable<NewFeature> | Iterable<NewFeature>,
): Promise<number> {
  const writer = await createVersionWriter(inTransaction, head)
  const toLonLat = transformer(head.storage, crs84)
  try {
    for await (const feature of features) await writer.add(placed(feature, toLonLat))
    return await writer.end(head)
  } catch (error) {
    await writer.discard()
    throw error
  }
}

/** About a tenth of a millimetre, in degrees. */
const fine = 1e9

/** What was computed is no finer than this; what was not stays as it is. */
const rounded = (geometry: Geometry, delivered: Geometry): Geometry =>
  geometry === delivered
    ? geometry
    : mapPositions(geometry, (position) => position.map((value) => Math.round(value * fine) / fine))

/** A feature with its geometry in longitude and latitude as well. */
export const placed = (feature: NewFeature, toLonLat: Transform): PlacedFeature => ({
  ...feature,
  geometry84: feature.geometry && rounded(transformGeometry(feature.geometry, toLonLat), feature.geometry),
})

/** A feature with its geometry in both systems. */
export interface PlacedFeature extends NewFeature {
  /** Longitude and latitude; the same object where it was delivered so. */
  readonly geometry84: Geometry | null
}

export type NewRow = Omit<GeoFeatureTable, 'id'>

/** The number of the next version of a collection; none is given twice, even where a version is thrown away. */
export async function nextNumber(trx: Trx, collectionId: string): Promise<number> {
  const row = await trx
    .updateTable('geo_collection')
    .set(({ eb }) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', collectionId)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return row.last_number
}

async function beginVersion(trx: Trx, head: VersionHead): Promise<number> {
  const { id } = await trx
    .insertInto('geo_version')
    .values({
      collection_id: head.collectionId,
      number: await nextNumber(trx, head.collectionId),
      state: 'building',
      storage: crs84.code,
      features: 0,
      placeless: 0,
      fields: '[]',
      geometry_types: '[]',
      source: head.source,
      created_by: head.createdBy,
      created_at: head.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function toRow(
  version: number,
  { id, geometry, geometry84, properties: said, time }: PlacedFeature,
): NewRow {
  const properties = JSON.stringify(said)
  const delivered = geometry && JSON.stringify(geometry)
  const isSame = geometry === geometry84
  const text = isSame ? delivered : JSON.stringify(geometry84)
  const box = geometry84 ? boxOf(geometry84) : emptyBox
  const { minX, minY, maxX, maxY } = box
  const isPlaced = !isEmptyBox(box)
  return {
    version_id: version,
    ext_id: id,
    geometry: text,
    stored: isSame ? null : delivered,
    properties,
    min_lon: isPlaced ? minX : null,
    min_lat: isPlaced ? minY : null,
    max_lon: isPlaced ? maxX : null,
    max_lat: isPlaced ? maxY : null,
    begins: time ? finite(time[0]) : null,
    ends: time ? finite(time[1]) : null,
    digest: hash('sha256', JSON.stringify([delivered, text, properties, time]), 'base64url').slice(0, 22),
  }
}

const finite = (time: number): number | null => (Number.isFinite(time) ? time : null)

export async function insertRows(trx: Trx, rows: readonly NewRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await trx
      .insertInto('geo_feature')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

interface Sums {
  readonly features: number
  readonly placeless: number
  readonly box: Box
  readonly times: TimeSpan
  readonly types: readonly string[]
}

function createSums() {
  const types = new Set<string>()
  let [features, placeless, box] = [0, 0, emptyBox]
  let [begins, ends] = [Infinity, -Infinity]
  return {
    add(row: NewRow, geometry: Geometry | null) {
      features += 1
      if (geometry) types.add(geometry.type)
      const { min_lon, min_lat, max_lon, max_lat } = row
      if (min_lon === null || min_lat === null || max_lon === null || max_lat === null) placeless += 1
      else box = unionOf(box, { minX: min_lon, minY: min_lat, maxX: max_lon, maxY: max_lat })
      begins = Math.min(begins, row.begins ?? Infinity)
      ends = Math.max(ends, row.ends ?? -Infinity)
    },
    sum: (): Sums => ({ features, placeless, box, times: [begins, ends], types: [...types].sort() }),
  }
}

async function endVersion(
  trx: Trx,
  id: number,
  { storage, fields, report }: VersionTail,
  { features, placeless, box, times, types }: Sums,
): Promise<void> {
  const isPlaced = !isEmptyBox(box)
  await trx
    .updateTable('geo_version')
    .set({
      state: 'ready',
      storage: storage.code,
      fields: JSON.stringify(fields),
      features,
      placeless,
      min_lon: isPlaced ? box.minX : null,
      min_lat: isPlaced ? box.minY : null,
      max_lon: isPlaced ? box.maxX : null,
      max_lat: isPlaced ? box.maxY : null,
      begins: finite(times[0]),
      ends: finite(times[1]),
      geometry_types: JSON.stringify(types),
      report: report ?? null,
    })
    .where('id', '=', id)
    .execute()
}

/** Features that go away per transaction. */
const removedAtOnce = 5_000

/** Throws a version away, piece by piece: first it can be published no more. Never one that readers see, whoever has chosen it when. */
export async function discardVersion(inTransaction: InTransaction, id: number): Promise<void> {
  const isFree = await inTransaction(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('geo_version')
      .set({ state: 'discarding' })
      .where('id', '=', id)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('geo_collection').select('id').where('version_id', '=', id))),
      )
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })
  if (!isFree) return
  const removed = () =>
    inTransaction(async (trx) => {
      const some = trx
        .selectFrom('geo_feature')
        .select('id')
        .where('version_id', '=', id)
        .limit(removedAtOnce)
      const { numDeletedRows } = await trx
        .deleteFrom('geo_feature')
        .where('id', 'in', some)
        .executeTakeFirst()
      return Number(numDeletedRows)
    })
  while ((await removed()) === removedAtOnce);
  await inTransaction((trx) => trx.deleteFrom('geo_version').where('id', '=', id).execute())
}

/**
 * Makes a whole version what readers see, and notes for followers what differs from what they saw. The pointer moves back as well
 * as forth: an undo publishes the version before.
 */
export async function publishVersion(trx: Trx, versionId: number, now: string): Promise<void> {
  const { collection_id, state } = await trx
    .selectFrom('geo_version')
    .select(['collection_id', 'state'])
    .where('id', '=', versionId)
    .executeTakeFirstOrThrow()
  if (state !== 'ready') throw new Error(`Version ${versionId} of ${collection_id} is not whole`)
  const { version_id: before } = await trx
    .selectFrom('geo_collection')
    .select('version_id')
    .where('id', '=', collection_id)
    .executeTakeFirstOrThrow()
  if (before === versionId) return
  if (before === null) await forgetChanges(trx, collection_id)
  else await noteChanges(trx, collection_id, before, versionId)
  await trx
    .updateTable('geo_collection')
    .set({ version_id: versionId, published_at: now, updated_at: now })
    .where('id', '=', collection_id)
    .execute()
  await trx.updateTable('geo_version').set({ published_at: now }).where('id', '=', versionId).execute()
}

export async function numberOfVersion(trx: Db, id: number): Promise<number> {
  const row = await trx
    .selectFrom('geo_version')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.number
}
