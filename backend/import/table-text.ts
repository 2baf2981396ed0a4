import { parse } from 'csv-parse/sync'
import { ImportError } from './profile.ts'

/** A table as somebody's spreadsheet wrote it: cells by row, and the line each row stands on. */
export interface TextTable {
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const delimiters = [';', ',', '\t', '|'] as const
/** A town has some thousands of people: more is no list of them. */
const mostRows = 50_000

/**
 * Reads CSV as spreadsheets save it: in UTF-8, UTF-16 or Windows-1252, cut by whatever the first line is cut by. Cells are text,
 * whatever they begin with; an apostrophe before what would be a formula (csvCell) is taken away. Throws ImportError where it is no table.
 */
export function readTextTable(bytes: Uint8Array): TextTable {
  const { text, encoding } = decode(bytes)
  const delimiter = delimiterOf(text)
  let records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[]
  try {
    records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    }) as never
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ImportError(`The file is no CSV: ${why}`, { cause })
  }
  if (records.length > mostRows) throw new ImportError(`The file has more than ${mostRows} lines.`)
  const [first, ...rest] = records.map(({ record, info }) => ({ line: info.lines, cells: record.map(plain) }))
  if (!first) throw new ImportError('The file is empty: its first line has to name the columns.')
  return { encoding, delimiter, header: first.cells, rows: rest.filter(({ cells }) => cells.some(Boolean)) }
}

const plain = (cell: string): string => (/^'[=+\-@\t\r\0]/.test(cell) ? cell.slice(1) : cell).trim()

function decode(bytes: Uint8Array): Pick<TextTable, 'encoding'> & { readonly text: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { encoding: 'utf-16le', text: new TextDecoder('utf-16le').decode(bytes) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
  }
}

/** What stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const head =
    text
      .replace(/^\s+/, '')
      .split(/\r?\n/, 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  const counted = delimiters.map((sign) => ({ sign, count: head.split(sign).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
