import { createRoute } from '@hono/zod-openapi'
import {
  Area,
  type AreaHit,
  AreaListQuery,
  AreaOutlines,
  AreaOutlinesQuery,
  AreaPage,
  AreaPath,
  type ProblemPart,
} from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { findArea, isDissolved } from './repository.ts'
import { describeArea } from './repository-area.ts'
import { detailsOf } from './repository-details.ts'
import { keepDrawings, outlinesIn } from './repository-outlines.ts'
import { areaAtPoint } from './repository-point.ts'
import { typeAhead } from './repository-type-ahead.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/areas',
  summary: 'Suggestions for what a reader types as a place, or the Gemeinde at a point',
  request: { query: AreaListQuery },
  responses: responses(AreaPage, 'Hits, best first', ['invalid-query', 'invalid-cursor']),
})

const areaRoute = createRoute({
  method: 'get',
  path: '/areas/{regionKey}',
  summary: 'An area with all it belongs to',
  request: { params: AreaPath },
  responses: responses(Area, 'The area; a dissolved one names its successors', [
    'invalid-path',
    'area-unknown',
  ]),
})

const geoJson = 'application/geo+json'
const outlinesRoute = createRoute({
  method: 'get',
  path: '/areas/{regionKey}/outlines',
  summary: 'How the areas of one level in an area look on a map (GeoJSON), simplified to be looked at',
  request: { params: AreaPath, query: AreaOutlinesQuery },
  responses: responses(
    AreaOutlines,
    'Outlines and whose they are; empty where none were imported',
    ['invalid-path', 'invalid-query', 'area-unknown'],
    geoJson,
  ),
})

/** Areas by name, point and key, and how they look. */
export const placesRoutes = ({ db }: { readonly db: Db }) => {
  const draw = keepDrawings()
  return createRouter()
    .openapi(listRoute, async (c) => {
      const { q, lat, lon, within, limit, cursor } = c.req.valid('query')
      const errors = contradictions({ q, lat, lon })
      if (errors.length > 0) throw new ProblemError('invalid-query', { errors })
      if (lat !== undefined && lon !== undefined)
        return c.json({ items: await hitsAt(db, lon, lat, within), next: null }, 200)

      const text = q ?? ''
      const asked = `${text}\n${within ?? ''}`
      const offset = readCursor(cursor, asked)
      if (offset === undefined) throw new ProblemError('invalid-cursor')
      const { hits, more } = await typeAhead(db, { text, within, offset, limit })
      return c.json({ items: [...hits], next: more ? writeCursor(offset + limit, asked) : null }, 200)
    })
    .openapi(areaRoute, async (c) => {
      const area = await describeArea(db, c.req.valid('param').regionKey)
      if (!area) throw new ProblemError('area-unknown')
      return c.json(area, 200)
    })
    .openapi(outlinesRoute, async (c) => {
      const area = await findArea(db, c.req.valid('param').regionKey)
      if (!area || isDissolved(area)) throw new ProblemError('area-unknown')
      const outlines = await outlinesIn(db, area.region_key, c.req.valid('query').level, draw)
      return c.json(outlines, 200, { 'content-type': `${geoJson}; charset=utf-8` })
    })
}

/** A place is either typed or pointed at. */
function contradictions({ q, lat, lon }: Pick<AreaListQuery, 'q' | 'lat' | 'lon'>): readonly ProblemPart[] {
  const isPoint = lat !== undefined || lon !== undefined
  if (!isPoint && q === undefined) return [{ pointer: '/q', detail: 'Give q, or lat with lon' }]
  if (isPoint && q !== undefined) return [{ pointer: '/q', detail: 'Give either q, or lat with lon' }]
  if (isPoint && lat === undefined) return [{ pointer: '/lat', detail: 'lon needs lat' }]
  if (isPoint && lon === undefined) return [{ pointer: '/lon', detail: 'lat needs lon' }]
  return []
}

async function hitsAt(db: Db, lon: number, lat: number, within = ''): Promise<AreaHit[]> {
  const match = await areaAtPoint(db, lon, lat)
  const areas = match?.areas.filter((area) => area.regionKey.startsWith(within)) ?? []
  const details = await detailsOf(
    db,
    areas.map((area) => area.regionKey),
  )
  return areas.map(({ regionKey, name }) => ({
    kind: 'gemeinde',
    label: name,
    detail: details.get(regionKey) ?? '',
    regionKey,
    areaCount: 1,
  }))
}
