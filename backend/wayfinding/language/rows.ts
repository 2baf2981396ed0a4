import { join } from 'node:path'
import { type CsvRow, ImportError, openImportFile, readCsv } from '../../import/index.ts'

/** The path of a list in this folder. */
export const listPath = (name: string): string => join(import.meta.dirname, name)

/** The rows of a list; throws ImportError when it is damaged or lacks a column. */
export const readRows = (path: string, columns: readonly string[]): readonly CsvRow[] =>
  readCsv(openImportFile(path), columns)

/** A field of a row that names one of a few values. Throws ImportError with the line. */
export function oneOf<Value extends string>(allowed: readonly Value[], row: CsvRow, column: string): Value {
  const found = row.value[column]
  const value = allowed.find((each) => each === found)
  if (value === undefined)
    throw new ImportError(`Line ${row.line}: "${found ?? ''}" is none of ${allowed.join(', ')}`)
  return value
}

/** A field that holds several words or phrases, separated by `|`. */
export const several = (row: CsvRow, column: string): readonly string[] =>
  (row.value[column] ?? '').split('|')

export const text = (row: CsvRow, column: string): string => row.value[column] ?? ''
