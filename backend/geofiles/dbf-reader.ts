import { openBytes } from './byte-reader.ts'
import { type Fault, GeofileError } from './finding.ts'
import type { Field, FieldType, PropertyValue } from './geofile.ts'

interface DbfField extends Field {
  readonly kind: string
  readonly from: number
  readonly length: number
}

export interface Dbf {
  readonly fields: readonly Field[]
  readonly encoding: string
  readonly faults: readonly Fault[]
  readonly count: number
  /** Once through; `undefined` for a row that was deleted but still lies there. */
  readonly rows: () => Generator<Readonly<Record<string, PropertyValue>> | undefined, void>
}

/** Names of encodings as .cpg files have them. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  '65001': 'utf-8',
  '1252': 'windows-1252',
  'ansi 1252': 'windows-1252',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
  system: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso 8859-1': 'windows-1252',
  '88591': 'windows-1252',
  '8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  '885915': 'iso-8859-15',
}

/** dBASE III as Shapefiles have it. `cpg` is the content of the .cpg file. Throws GeofileError where it is damaged. */
export function openDbf(path: string, cpg: string | undefined): Dbf {
  const reader = openBytes(path)
  try {
    const head = Buffer.from(reader.read(32))
    const count = head.readUInt32LE(4)
    const headLength = head.readUInt16LE(8)
    const rowLength = head.readUInt16LE(10)
    if (headLength < 33 || rowLength < 1) throw new GeofileError('file-damaged')
    const raw = readFields(Buffer.from(reader.read(headLength - 32)), rowLength)
    // One byte at the end, 1A, is often left out.
    if (headLength + count * rowLength > reader.size) throw new GeofileError('file-truncated')
    const shape = { path, headLength, rowLength, count }
    const { encoding, faults } = encodingOf(cpg, shape)
    const decoder = new TextDecoder(encoding)
    const fields = raw.map((field) => ({ ...field, name: decoder.decode(Buffer.from(field.name, 'latin1')) }))
    return {
      fields: fields.map(({ name, type }) => ({ name, type })),
      encoding,
      faults,
      count,
      rows: () => rowsOf(shape, fields, encoding),
    }
  } finally {
    reader.close()
  }
}

interface Rows {
  readonly path: string
  readonly headLength: number
  readonly rowLength: number
  readonly count: number
}

function* rawRows({ path, headLength, rowLength, count }: Rows): Generator<Buffer, void> {
  const reader = openBytes(path)
  try {
    reader.skip(headLength)
    for (let index = 0; index < count; index++) yield reader.read(rowLength)
  } finally {
    reader.close()
  }
}

function* rowsOf(shape: Rows, fields: readonly DbfField[], encoding: string) {
  const decoder = new TextDecoder(encoding)
  for (const row of rawRows(shape)) {
    if (row[0] === 0x2a) yield undefined
    else
      yield Object.fromEntries(
        fields.map((field) => [
          field.name,
          valueOf(decoder.decode(row.subarray(field.from, field.from + field.length)), field),
        ]),
      )
  }
}

function readFields(bytes: Buffer, rowLength: number): DbfField[] {
  const fields: DbfField[] = []
  let from = 1
  for (let at = 0; at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    const name = bytes
      .toString('latin1', at, at + 11)
      .replace(/\0.*$/s, '')
      .trim()
    const kind = String.fromCharCode(bytes[at + 11] ?? 0)
    const length = bytes[at + 16] ?? 0
    const decimals = bytes[at + 17] ?? 0
    const known = fields.filter((field) => field.name === name).length
    fields.push({
      name: known > 0 ? `${name}_${known + 1}` : name,
      kind,
      type: typeOf(kind, decimals),
      from,
      length,
    })
    from += length
  }
  if (from > rowLength) throw new GeofileError('file-damaged')
  return fields
}

function typeOf(kind: string, decimals: number): FieldType {
  if (kind === 'N' || kind === 'F') return decimals === 0 ? 'integer' : 'number'
  if (kind === 'D') return 'date'
  return kind === 'L' ? 'boolean' : 'text'
}

function valueOf(text: string, { kind, type }: DbfField): PropertyValue {
  const trimmed = text.replace(/\0.*$/s, '').trim()
  if (trimmed === '') return null
  if (kind === 'N' || kind === 'F') {
    const number = Number(trimmed)
    // Stars stand where a number was too wide for its column.
    return Number.isFinite(number) ? number : null
  }
  if (type === 'date') {
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(trimmed) ?? []
    return year && year !== '0000' ? `${year}-${month}-${day}` : null
  }
  if (type === 'boolean') {
    if (/^[TYJ]$/i.test(trimmed)) return true
    return /^[FN]$/i.test(trimmed) ? false : null
  }
  return text.replace(/[\0 ]+$/, '')
}

function encodingOf(cpg: string | undefined, shape: Rows): Pick<Dbf, 'encoding' | 'faults'> {
  if (cpg !== undefined) {
    const encoding = encodings[cpg.trim().toLowerCase()]
    if (encoding) return { encoding, faults: [] }
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let plain = true
  let encoding = 'utf-8'
  for (const row of rawRows(shape)) {
    plain &&= row.every((byte) => byte < 0x80)
    if (!plain && encoding === 'utf-8')
      try {
        decoder.decode(row)
      } catch {
        encoding = 'windows-1252'
      }
    if (encoding !== 'utf-8') break
  }
  const name = encoding === 'utf-8' ? 'UTF-8' : 'Windows-1252'
  return { encoding, faults: plain ? [] : [{ code: 'encoding-guessed', detail: { encoding: name } }] }
}
