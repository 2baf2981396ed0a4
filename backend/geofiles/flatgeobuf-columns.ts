import type { ColumnMeta } from 'flatgeobuf/lib/mjs/column-meta.js'
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js'
import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import type { FieldType, PropertyValue } from './geofile.ts'

const integers = new Set([
  ColumnType.Byte,
  ColumnType.UByte,
  ColumnType.Short,
  ColumnType.UShort,
  ColumnType.Int,
  ColumnType.UInt,
  ColumnType.Long,
  ColumnType.ULong,
])

/** Nothing for bytes that are no text. */
export function typeOfColumn(type: ColumnType): FieldType | undefined {
  if (integers.has(type)) return 'integer'
  if (type === ColumnType.Float || type === ColumnType.Double) return 'number'
  if (type === ColumnType.Bool) return 'boolean'
  if (type === ColumnType.DateTime) return 'date-time'
  return type === ColumnType.Binary ? undefined : 'text'
}

/** The properties of an object: number of a column and its value, again and again. Throws RangeError where they end too early. */
export function readProperties(
  feature: Feature,
  columns: readonly ColumnMeta[],
): Readonly<Record<string, PropertyValue>> {
  const bytes = feature.propertiesArray()
  const properties = new Map<string, PropertyValue>(
    columns.flatMap(({ name, type }) => (typeOfColumn(type) ? [[name, null] as const] : [])),
  )
  if (!bytes) return Object.fromEntries(properties)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const take = <Value>(size: number, read: (at: number) => Value): Value => {
    const value = read(at)
    at += size
    return value
  }
  const text = () => {
    const length = take(4, (from) => view.getUint32(from, true))
    if (at + length > bytes.length) throw new RangeError('A text ends beyond its object.')
    return take(length, (from) => Buffer.from(bytes.subarray(from, from + length)).toString('utf8'))
  }
  while (at < bytes.length) {
    const column = columns[take(2, (from) => view.getUint16(from, true))]
    if (!column) throw new RangeError('A value is in no column.')
    const value = valueOf(column.type, view, take, text)
    if (typeOfColumn(column.type)) properties.set(column.name, value)
  }
  return Object.fromEntries(properties)
}

function valueOf(
  type: ColumnType,
  view: DataView,
  take: <Value>(size: number, read: (at: number) => Value) => Value,
  text: () => string,
): PropertyValue {
  switch (type) {
    case ColumnType.Bool:
      return take(1, (at) => view.getUint8(at) !== 0)
    case ColumnType.Byte:
      return take(1, (at) => view.getInt8(at))
    case ColumnType.UByte:
      return take(1, (at) => view.getUint8(at))
    case ColumnType.Short:
      return take(2, (at) => view.getInt16(at, true))
    case ColumnType.UShort:
      return take(2, (at) => view.getUint16(at, true))
    case ColumnType.Int:
      return take(4, (at) => view.getInt32(at, true))
    case ColumnType.UInt:
      return take(4, (at) => view.getUint32(at, true))
    case ColumnType.Long:
      return take(8, (at) => Number(view.getBigInt64(at, true)))
    case ColumnType.ULong:
      return take(8, (at) => Number(view.getBigUint64(at, true)))
    case ColumnType.Float:
      return finite(take(4, (at) => view.getFloat32(at, true)))
    case ColumnType.Double:
      return finite(take(8, (at) => view.getFloat64(at, true)))
    default:
      return text()
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
