import { hash } from 'node:crypto'
import type { AreaLevel, AreaOutline, AreaOutlines, Source } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { findSource, importTimes, someOf } from '../import/index.ts'
import { keepLast } from './keep-last.ts'
import type { Polygon } from './outline.ts'
import { type Drawing, outlinesToLookAt, type Piece } from './outlines-to-look-at.ts'
import { endOfRange } from './region-key.ts'
import { heirsOf, type Succession } from './successor.ts'

/** Drawn on a screen nobody sees more, and it is about a megabyte before compression. */
const mostPoints = 30_000

/** A map for the whole of a Land has other scales than one for the Gemeinden of an Amt. */
const scaleFor = (areas: number): number => (areas > 200 ? 1_000_000 : 250_000)

/** Gives what was drawn from the same outlines before, else draws it. */
export type Draw = (key: string, pieces: () => Promise<readonly Piece[]>) => Promise<Drawing>

const drawn: Draw = async (_, pieces) => outlinesToLookAt(await pieces(), mostPoints)

/** Keeps the last drawings: hundreds of outlines take a second, and outlines change by imports only, not by edits as other data do. */
export function keepDrawings(limit = 24): Draw {
  const kept = keepLast<string, Drawing>(limit)
  return (key, pieces) => kept(key, () => drawn(key, pieces))
}

/** How the areas of one level in a region look, by name and key; empty where no outlines were imported. */
export async function outlinesIn(
  db: Db,
  regionKey: string,
  level: AreaLevel,
  draw: Draw = drawn,
): Promise<AreaOutlines> {
  const names = await livingIn(db, regionKey, level)
  const chosen = choose(await outlinesOf(db, regionKey, names), names.size)
  const sources = await sourcesOf(db, chosen)
  // An outline that changes gets a new row, and its source a new day.
  const key = hash('sha1', JSON.stringify([chosen, sources.map(({ importedAt }) => importedAt)]))
  const drawing = await draw(key, () => readPieces(db, chosen))
  const features = [...drawing].map(([key, coordinates]): AreaOutline => ({
    type: 'Feature',
    id: key,
    properties: { regionKey: key, name: names.get(key) ?? key },
    geometry: { type: 'MultiPolygon', coordinates },
  }))
  return { type: 'FeatureCollection', features, sources: sources.map(({ source }) => source) }
}

async function sourcesOf(db: Db, chosen: readonly StoredOutline[]) {
  const ids = [...new Set(chosen.map(({ sourceId }) => sourceId))]
  const times = new Map((await importTimes(db)).map(({ id, imported_at }) => [id, imported_at]))
  const sources: { readonly source: Source; readonly importedAt: string | undefined }[] = []
  for (const id of ids) {
    const source = await findSource(db, id)
    if (source) sources.push({ source, importedAt: times.get(id) })
  }
  return sources
}

async function livingIn(db: Db, regionKey: string, level: AreaLevel) {
  const rows = await db
    .selectFrom('area')
    .select(['region_key', 'name'])
    .where('region_key', '>=', regionKey)
    .where('region_key', '<', endOfRange(regionKey))
    .where('level', '=', level)
    .where('ended_by', 'is', null)
    .where('uninhabited', '=', 0)
    .orderBy('region_key')
    .execute()
  return new Map(rows.map((row) => [row.region_key, row.name]))
}

interface StoredOutline {
  readonly id: number
  /** The living area that the outline belongs to, or that took in what it shows. */
  readonly regionKey: string
  readonly scale: number
  readonly sourceId: string
}

async function outlinesOf(db: Db, regionKey: string, living: ReadonlyMap<string, string>) {
  const rows = await db
    .selectFrom('boundary')
    .select(['id', 'region_key as regionKey', 'scale', 'source_id as sourceId'])
    .where('region_key', '>=', regionKey)
    .where('region_key', '<', endOfRange(regionKey))
    .orderBy('region_key')
    .orderBy('id')
    .execute()
  const successions: Succession[] = await db
    .selectFrom('area_successor')
    .select(['region_key as regionKey', 'successor_key as successorKey', 'share'])
    .where('region_key', '>=', regionKey)
    .where('region_key', '<', endOfRange(regionKey))
    .execute()
  const bySource = Map.groupBy(rows, ({ sourceId }) => sourceId)
  return [...bySource.values()].flatMap((ofSource): StoredOutline[] => {
    return ofSource.flatMap((row) => {
      const heir = living.has(row.regionKey) ? row.regionKey : heirOf(row.regionKey, successions)
      return living.has(heir) ? [{ ...row, regionKey: heir }] : []
    })
  })
}

/** Who took in most of a dissolved area. */
const heirOf = (regionKey: string, successions: readonly Succession[]) =>
  heirsOf(regionKey, successions)[0]?.regionKey ?? ''

/**
 * Each area by one map only, and as many as possible by the same, as the lines of different maps do not meet: by the one that
 * shows most of them, of equals by the one whose scale fits best.
 */
function choose(stored: readonly StoredOutline[], areas: number): readonly StoredOutline[] {
  const maps = [...Map.groupBy(stored, ({ sourceId }) => sourceId).values()].map((outlines) => ({
    outlines,
    covers: new Set(outlines.map(({ regionKey }) => regionKey)).size,
    misfit: Math.abs(Math.log((outlines[0]?.scale ?? 1) / scaleFor(areas))),
  }))
  maps.sort((a, b) => b.covers - a.covers || a.misfit - b.misfit)
  const shown = new Set<string>()
  return maps.flatMap(({ outlines }) => {
    const news = outlines.filter(({ regionKey }) => !shown.has(regionKey))
    news.forEach(({ regionKey }) => shown.add(regionKey))
    return news
  })
}

async function readPieces(db: Db, chosen: readonly StoredOutline[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  const regions = new Map(chosen.map(({ id, regionKey }) => [id, regionKey]))
  for (const some of someOf([...regions.keys()])) {
    const rows = await db
      .selectFrom('boundary')
      .select(['id', 'geometry'])
      .where('id', 'in', some)
      .orderBy('id')
      .execute()
    for (const { id, geometry } of rows) {
      const { coordinates } = JSON.parse(geometry) as { coordinates: readonly Polygon[] }
      pieces.push({ regionKey: regions.get(id)!, polygons: coordinates })
    }
  }
  return pieces.sort((a, b) => (a.regionKey < b.regionKey ? -1 : 1))
}
