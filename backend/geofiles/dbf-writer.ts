import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GeofileError } from './finding.ts'
import { gathered } from './gathered.ts'
import type { Field, PropertyValue } from './geofile.ts'

/** The longest text of a column (dBASE III). */
const longestText = 254
const mostBytes = 2 ** 31 - 1

/** A column whose width is known only when all values were seen. */
export interface DbfColumn extends Field {
  width: number
  decimals: number
}

export const dbfColumn = ({ name, type }: Field): DbfColumn => ({ name, type, width: 1, decimals: 0 })

/** A value as it will stand in its column, which grows with it; `cut` where a text is longer than any column. */
export function dbfCell(
  value: PropertyValue,
  column: DbfColumn,
): { readonly text: string; readonly cut: boolean } {
  const whole = textOf(value, column)
  const text = column.type === 'text' || column.type === 'date-time' ? cutTo(whole, longestText) : whole
  column.width = Math.max(column.width, Buffer.byteLength(text))
  return { text, cut: text !== whole }
}

function textOf(value: PropertyValue, column: DbfColumn): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'T' : 'F'
  if (column.type === 'date')
    return /^\d{4}-\d\d-\d\d/.test(String(value)) ? String(value).slice(0, 10).replaceAll('-', '') : ''
  const text = String(value)
  if (column.type === 'number')
    column.decimals = Math.max(column.decimals, Math.min(15, /\.(\d+)/.exec(text)?.[1]?.length ?? 0))
  // A line break would be read as one by few programs.
  return text.replaceAll(/[\0\r\n]+/g, ' ')
}

function cutTo(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  let length = 0
  let kept = ''
  for (const letter of text) {
    length += Buffer.byteLength(letter)
    if (length > bytes) return kept
    kept += letter
  }
  return kept
}

const kinds = { text: 'C', 'date-time': 'C', integer: 'N', number: 'N', boolean: 'L', date: 'D' } as const

/** Writes the table from cells that lie line by line in a file as JSON. Throws GeofileError where it would be larger than the format allows. */
export async function writeDbf(
  spool: string,
  path: string,
  { columns, count, day }: { columns: readonly DbfColumn[]; count: number; day: string },
): Promise<void> {
  const widths = columns.map(({ type, width }) => (type === 'date' ? 8 : width))
  const rowLength = 1 + widths.reduce((sum, width) => sum + width, 0)
  const headLength = 33 + columns.length * 32
  if (headLength + rowLength * count > mostBytes || rowLength > 65_535 || headLength > 65_535)
    throw new GeofileError('shapefile-too-large')
  const head = Buffer.alloc(headLength)
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number)
  Buffer.from([3, year - 1900, month, date]).copy(head)
  head.writeUInt32LE(count, 4)
  head.writeUInt16LE(headLength, 8)
  head.writeUInt16LE(rowLength, 10)
  columns.forEach(({ name, type, decimals }, index) => {
    const at = 32 + index * 32
    head.write(name, at, 'ascii')
    head.write(kinds[type], at + 11, 'ascii')
    head[at + 16] = widths[index] ?? 1
    head[at + 17] = type === 'number' ? Math.max(1, Math.min(decimals, (widths[index] ?? 1) - 2)) : 0
  })
  head[headLength - 1] = 0x0d
  const bytes = async function* () {
    yield head
    const lines = createInterface({ input: createReadStream(spool), crlfDelay: Infinity })
    for await (const line of lines) {
      const row = Buffer.allocUnsafe(rowLength).fill(' ')
      let at = 1
      ;(JSON.parse(line) as string[]).forEach((cell, index) => {
        const width = widths[index] ?? 0
        const right = kinds[columns[index]?.type ?? 'text'] === 'N'
        row.write(cell, right ? at + width - cell.length : at)
        at += width
      })
      yield row
    }
    yield Buffer.from([0x1a])
  }
  await pipeline(Readable.from(gathered(bytes())), createWriteStream(path))
}
