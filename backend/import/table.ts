import { CsvError, parse } from 'csv-parse/sync'
import type { CsvRow } from './csv.ts'
import type { ImportFile } from './file.ts'
import { ImportError } from './profile.ts'

/** Largest table that is read as a whole, unpacked. */
const maxBytes = 64 * 1024 * 1024
/** More lines are no table of one authority, and millions of short ones would take gigabytes. */
const mostRows = 200_000
/** Characters of a line: the texts of a long service many times over. */
const longestRow = 1_000_000

/** All of a file that is no larger than a table is. Throws ImportError where it is. */
export async function wholeOf(file: ImportFile): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of file.chunks()) {
    bytes += piece.length
    if (bytes > maxBytes)
      throw new ImportError(`The file is larger than ${maxBytes} bytes: have it delivered in several files.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Text as spreadsheets save it: UTF-8 or UTF-16 by its mark, else UTF-8 where it is, else Windows-1252. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** German spreadsheets divide by semicolons, others by commas or tabs: what divides the header most often. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, /\r|\n|$/.exec(text)?.index).replaceAll(/"[^"]*"/g, '')
  const counts = [';', ',', '\t'].map((one) => ({ one, count: head.split(one).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one
}

/** What is wrong with a table, and in which line. What csv-parse says repeats cells, in which people may be named. */
export const csvFault = (cause: unknown): string =>
  cause instanceof CsvError
    ? `${cause.code}, line ${String(cause['lines'])}. Have it saved anew as CSV.`
    : 'It cannot be read. Have it saved anew as CSV.'

/** Whether a file is JSON rather than a table. */
export async function isJson(file: ImportFile): Promise<boolean> {
  for await (const piece of file.chunks()) {
    const text = Buffer.from(piece)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart()
    if (text !== '') return /^[[{]/.test(text)
  }
  return false
}

/** One row by the names of its columns, '' where it says nothing, and the line it stands on. */
export interface TableRow<Column extends string> {
  readonly line: number
  readonly value: Readonly<Record<Column, string>>
}

/**
 * Reads a table as people save it from a spreadsheet. Columns are found by any of their names, in whatever case and order; what has another name
 * is left alone. Throws ImportError where a column that must be there is not, or the table is damaged.
 */
export async function readTable<Column extends string>(
  file: ImportFile,
  columns: Readonly<Record<Column, readonly string[]>>,
  needed: readonly NoInfer<Column>[],
): Promise<readonly TableRow<Column>[]> {
  const text = decodeTable(await wholeOf(file)).replace(/^\ufeff/, '')
  const names = Object.entries(columns) as [Column, readonly string[]][]
  const columnOf = (head: string) =>
    names.find(([, known]) => known.some((name) => name.toLowerCase() === head.trim().toLowerCase()))?.[0]
  let found: readonly (Column | undefined)[] = []
  let rows: readonly CsvRow[]
  try {
    rows = parse(text, {
      columns: (heads: readonly string[]) => (found = heads.map(columnOf)).map((name) => name ?? false),
      delimiter: delimiterOf(text),
      relax_column_count_less: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      to: mostRows + 1,
      on_record: (value: Record<string, string>, { lines }: { lines: number }) => ({ line: lines, value }),
    }) as never
  } catch (cause) {
    throw new ImportError(`The table is damaged: ${csvFault(cause)}`, { cause })
  }
  if (rows.length > mostRows) throw new ImportError(`The table has more than ${mostRows} lines.`)
  const missing = needed.filter((name) => !found.includes(name)).map((name) => columns[name][0])
  if (missing.length > 0) throw new ImportError(`The table lacks the column ${missing.join(', ')}.`)
  return rows.map(({ line, value }) => ({
    line,
    value: Object.fromEntries(names.map(([name]) => [name, value[name]?.trim() ?? ''])) as Record<
      Column,
      string
    >,
  }))
}
