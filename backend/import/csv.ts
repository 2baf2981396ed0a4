import { parse } from 'csv-parse/sync'
import type { ImportFile } from './file.ts'
import { ImportError } from './profile.ts'

/** One row by column name, and the line it stands on. */
export interface CsvRow {
  readonly line: number
  readonly value: Readonly<Record<string, string>>
}

/** Reads CSV (RFC 4180) with a header; throws ImportError when a column is missing or a row is cut off. */
export function readCsv(file: ImportFile, columns: readonly string[]): readonly CsvRow[] {
  const text = file.text()
  let rows: readonly CsvRow[]
  try {
    rows = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      on_record: (value: Record<string, string>, { lines }: { lines: number }) => ({ line: lines, value }),
    }) as never
  } catch (cause) {
    throw new ImportError(`The CSV is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
  const first = rows[0]
  if (!first) throw new ImportError('The CSV has no rows.')
  const missing = columns.filter((column) => !(column in first.value))
  if (missing.length > 0) throw new ImportError(`The CSV lacks the column ${missing.join(', ')}.`)
  // A cut inside the last field leaves a sound row with a wrong value; only the missing line end tells.
  if (!text.endsWith('\n'))
    throw new ImportError(
      'The CSV does not end with a line break, as if it were cut off. If it is complete, add one.',
    )
  return rows
}
