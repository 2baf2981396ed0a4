import { parse } from 'csv-parse/sync'
import { ImportError } from './profile.ts'
import { csvFault, decodeTable, delimiterOf } from './table.ts'

/** A table as somebody's spreadsheet wrote it: cells by row, and the line each row stands on. */
export interface TextTable {
  readonly delimiter: string
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** A town has some thousands of people: more is no list of them. */
const mostRows = 50_000

/**
 * Reads CSV as spreadsheets save it: in UTF-8, UTF-16 or Windows-1252, cut by whatever the first line is cut by. Cells are text,
 * whatever they begin with; an apostrophe before what would be a formula (csvCell) is taken away. Throws ImportError where it is no table.
 */
export function readTextTable(bytes: Uint8Array): TextTable {
  const text = decodeTable(bytes).replace(/^\ufeff/, '')
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
      // Whoever sends millions of short lines must not fill the memory before they are counted.
      to: mostRows + 1,
    }) as never
  } catch (cause) {
    throw new ImportError(`The file is no CSV: ${csvFault(cause)}`, { cause })
  }
  if (records.length > mostRows) throw new ImportError(`The file has more than ${mostRows} lines.`)
  const [first, ...rest] = records.map(({ record, info }) => ({ line: info.lines, cells: record.map(plain) }))
  if (!first) throw new ImportError('The file is empty: its first line has to name the columns.')
  return { delimiter, header: first.cells, rows: rest.filter(({ cells }) => cells.some(Boolean)) }
}

const plain = (cell: string): string => (/^'[=+\-@\t\r\0]/.test(cell) ? cell.slice(1) : cell).trim()
