import pointInPolygon from 'point-in-polygon-hao'
import type { Point, Polygon } from './outline.ts'

/** Whether one of the polygons holds the point, holes taken out. Points on an edge are inside, whichever way it runs. */
export const isInside = (point: Point, polygons: readonly Polygon[]): boolean =>
  polygons.some((rings) => pointInPolygon(point as never, rings as never) !== false)
