import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type CoordinateColumns, coordinateColumns, germanNumber } from './csv-columns.ts'
import { decoded, type TableText, tableTextOf } from './csv-text.ts'
import { systemOfName } from './declared-system.ts'
import { type Fault, GeofileError } from './finding.ts'
import type { DeclaredSystem, Field, FieldType, Geofile, PropertyValue, ReadFeature } from './geofile.ts'
import { type Shape, unreadable } from './geometry-shape.ts'
import { readWkb } from './wkb.ts'
import { looksLikeWkt, readWkt } from './wkt.ts'

/** Characters of a line: an outline in full detail as text. */
const longestRow = 64 * 1024 ** 2
const mostColumns = 1_000

/** Numbers that nobody adds up: one with a zero in front may come tomorrow. */
const isKey = /plz|postleit|postal|zip_?code|^(ags|ars)$|schl(ü|ue)ssel|telefon|phone/i

interface Column {
  readonly name: string
  readonly index: number
  readonly type: FieldType
}

/** A table of which two columns are coordinates, or one is well-known text. It is gone through once to know letters and kinds of values. */
export async function openCsv(path: string, head: string): Promise<Omit<Geofile, 'close'>> {
  const text = await tableTextOf(path, head)
  const rows = rowsOf(path, text)
  const { value, done } = await rows.next()
  const header = done ? [] : value
  const coordinates = header.length > mostColumns ? undefined : coordinateColumns(header)
  if (!coordinates) {
    // Closes the file.
    await rows.return()
    throw faultOf(header)
  }
  const kinds = header.map((name) => (isKey.test(name) ? 'text' : undefined) as FieldType | undefined)
  let count = 0
  let declared = coordinates.declared
  for await (const row of rows) {
    count += 1
    if ('wkt' in coordinates) declared ??= systemIn(row[coordinates.wkt])
    for (let index = 0; index < kinds.length; index++) kinds[index] = widen(kinds[index], row[index] ?? '')
  }
  const isCoordinate = (index: number) => Object.values(coordinates).includes(index)
  const columns = header
    .map((name, index): Column => ({
      name: nameOf(name, index, header),
      index,
      type: kinds[index] ?? 'text',
    }))
    .filter(({ index }) => !isCoordinate(index))
  const fields: readonly Field[] = columns.map(({ name, type }) => ({ name, type }))
  const guessed: readonly Fault[] =
    text.encoding === 'windows-1252'
      ? [{ code: 'encoding-guessed', detail: { encoding: 'Windows-1252' } }]
      : []
  return {
    format: 'csv',
    layers: [{ name: '', count }],
    layer: '',
    declared,
    encoding: text.encoding,
    fields,
    faults: guessed,
    features: () => features(path, text, coordinates, columns),
  }
}

function faultOf(header: readonly string[]): GeofileError {
  if (header.length < 1) return new GeofileError('file-empty')
  if (header.length > mostColumns) return new GeofileError('fields-too-many', { most: mostColumns })
  return new GeofileError('coordinates-columns-missing')
}

async function* rowsOf(path: string, text: TableText): AsyncGenerator<readonly string[], void> {
  const parser = parse({
    delimiter: text.delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  })
  // One piece waits at most: each becomes hundreds of rows.
  const source = Readable.from(decoded(path, text), { highWaterMark: 1 })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const row of source.pipe(parser)) yield row as readonly string[]
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const cut = cause.code === 'CSV_QUOTE_NOT_CLOSED'
    throw cut
      ? new GeofileError('file-truncated', {}, cause)
      : new GeofileError('table-damaged', { line: Number(cause['lines']) }, cause)
  } finally {
    source.destroy()
  }
}

async function* features(
  path: string,
  text: TableText,
  coordinates: CoordinateColumns,
  columns: readonly Column[],
): AsyncGenerator<ReadFeature, void> {
  const rows = rowsOf(path, text)
  await rows.next()
  let position = 0
  for await (const row of rows) {
    const { geometry, faults } = shapeOf(row, coordinates)
    position += 1
    yield {
      geometry,
      properties: Object.fromEntries(
        columns.map(({ name, index, type }) => [name, valueOf(row[index] ?? '', type)]),
      ),
      position,
      ...(faults.length > 0 ? { faults } : {}),
    }
  }
}

function shapeOf(row: readonly string[], columns: CoordinateColumns): Shape {
  if ('wkt' in columns) {
    const text = row[columns.wkt]?.trim() ?? ''
    if (text === '') return { geometry: null, faults: [] }
    return /^[0-9a-f]{10,}$/i.test(text) ? readWkb(Buffer.from(text, 'hex')) : readWkt(text)
  }
  const [x = '', y = ''] = [row[columns.x], row[columns.y]]
  if (x.trim() === '' && y.trim() === '') return { geometry: null, faults: [] }
  const coordinates = [germanNumber(x), germanNumber(y)]
  if (!coordinates.every((number) => number !== undefined)) return unreadable
  return { geometry: { type: 'Point', coordinates }, faults: [] }
}

function systemIn(cell = ''): DeclaredSystem | undefined {
  const { system } = looksLikeWkt(cell) && cell.startsWith('SRID') ? readWkt(cell) : {}
  return system ? systemOfName(system) : undefined
}

/** Twice the same name, or none, would lose a column. */
function nameOf(name: string, index: number, header: readonly string[]): string {
  const plain = name.trim()
  if (plain === '') return `column_${index + 1}`
  const before = header.slice(0, index).filter((other) => other.trim() === plain).length
  return before > 0 ? `${plain}_${before + 1}` : plain
}

const integer = /^-?(0|[1-9]\d{0,14})$/
const number = /^-?(0|[1-9]\d{0,14})[.,]\d{1,15}$/

/** The narrowest kind that fits what was seen so far and this. A zero in front makes a postcode, not a number. */
function widen(kind: FieldType | undefined, cell: string): FieldType | undefined {
  if (kind === 'text') return kind
  const text = cell.trim()
  if (text === '') return kind
  const next = kindOf(text)
  if (kind === undefined || kind === next) return next
  const numbers = (kind === 'integer' || kind === 'number') && (next === 'integer' || next === 'number')
  return numbers ? 'number' : 'text'
}

function kindOf(text: string): FieldType {
  if (integer.test(text)) return 'integer'
  if (number.test(text)) return 'number'
  return text === 'true' || text === 'false' ? 'boolean' : 'text'
}

function valueOf(cell: string, type: FieldType): PropertyValue {
  const text = cell.trim()
  if (text === '') return null
  if (type === 'integer') return Number(text)
  if (type === 'number') return Number(text.replace(',', '.'))
  if (type === 'boolean') return text === 'true'
  // What would be a formula was kept from being one by an apostrophe.
  return /^'[=+\-@\t\r\0]/.test(text) ? text.slice(1) : text
}
