import { hash } from 'node:crypto'
import { toShape } from '../geofiles/geometry-shape.ts'
import { flatProperties } from '../geofiles/properties.ts'
import { boxOf, isEmptyBox, mapPositions } from '../geometry/geometry.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { inAxisOrder, transformer, transformGeometry } from '../geometry/transform.ts'
import type { Field, FieldType } from './collection.ts'
import { HarvestError } from './harvest-words.ts'
import type { NewFeature } from './repository-versions.ts'
import { readInstant, type TimeSpan } from './time-span.ts'

type Json = Readonly<Record<string, unknown>>

/** Characters of an id: it stands in addresses. */
const longestId = 500

/**
 * A feature of another server. One without an id is called by its content, so that it is the same as long as that is. Throws HarvestError
 * for what is none, or lies nowhere on earth.
 */
export function readForeignFeature(value: unknown, system: ReferenceSystem): NewFeature & { named: boolean } {
  const said = (typeof value === 'object' && value !== null ? value : {}) as Json
  if (said['type'] !== 'Feature') throw new HarvestError('malformed')
  const { geometry: read, faults } = toShape(said['geometry'])
  if (faults.some(({ code }) => code === 'geometry-unreadable')) throw new HarvestError('geometry')
  const geometry = read && mapPositions(read, inAxisOrder(system))
  if (geometry) {
    const there = transformGeometry(geometry, transformer(system, crs84))
    const box = boxOf(there)
    const isOnEarth = box.minX >= -180.001 && box.maxX <= 180.001 && box.minY >= -90.001 && box.maxY <= 90.001
    if (!isEmptyBox(box) && !isOnEarth) throw new HarvestError('geometry')
  }
  const { properties } = flatProperties(said['properties'])
  const { id } = said
  const named = (typeof id === 'string' && id !== '') || typeof id === 'number'
  const content = named ? '' : hash('sha256', JSON.stringify([geometry, properties]), 'base64url')
  return {
    ...{ geometry, properties, named, time: timeIn(said['time']) },
    id: (named ? String(id) : `x-${content.slice(0, 22)}`)
      .toWellFormed()
      .replaceAll('\u0000', '')
      .slice(0, longestId),
  }
}

/** `time` as JSON-FG has it (OGC 21-045r1, 7.4). */
function timeIn(time: unknown): TimeSpan | undefined {
  const { interval, date, timestamp } = (typeof time === 'object' && time !== null ? time : {}) as Json
  const at = (text: unknown) => (typeof text === 'string' ? readInstant(text) : undefined)
  if (!Array.isArray(interval)) return at(timestamp) ?? at(date)
  const [begins, ends] = (interval as unknown[]).map(at)
  return begins || ends ? [begins?.[0] ?? -Infinity, ends?.[1] ?? Infinity] : undefined
}

/** Properties that are told apart; a hostile server may name a new one in each feature. */
const mostFields = 500

/** Notes what kinds of values properties have. */
export function noteFields(
  fields: Map<string, FieldType | null>,
  properties: Readonly<Record<string, unknown>>,
): void {
  for (const [name, value] of Object.entries(properties)) {
    const known = fields.get(name)
    if (known === undefined && fields.size >= mostFields) return
    const kind = kindOf(value)
    if (kind) fields.set(name, known ? bothOf(known, kind) : kind)
    else if (known === undefined) fields.set(name, null)
  }
}

export const fieldsIn = (fields: ReadonlyMap<string, FieldType | null>): readonly Field[] =>
  [...fields].map(([name, type]) => ({ name, type: type ?? 'string' }))

function kindOf(value: unknown): FieldType | undefined {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'number'
  if (typeof value !== 'string') return undefined
  if (value.length < 10 || value.length > 40 || !readInstant(value)) return 'string'
  return value.length === 10 ? 'date' : 'date-time'
}

function bothOf(one: FieldType, other: FieldType): FieldType {
  if (one === other) return one
  const isNumber = (kind: FieldType) => kind === 'integer' || kind === 'number'
  return isNumber(one) && isNumber(other) ? 'number' : 'string'
}
