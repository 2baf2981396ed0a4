import type { RejectedRecord } from '@amtsweg/contract'
import { csvCell } from '../import/index.ts'

const head = ['Zeile', 'Datensatz', 'Feld', 'Grund', 'Hinweis für die Technik']
/** German spreadsheets take a file for UTF-8 by this, and semicolons for columns. */
const byteOrderMark = '\ufeff'

/** Rejected records as a table; no cell of it is worked out as a formula. */
export const rejectedCsv = (rejected: readonly RejectedRecord[]): string =>
  byteOrderMark +
  [
    head,
    ...rejected.map(({ line, record, field, reason, detail }) => [
      line,
      record ?? '',
      field ?? '',
      reason,
      detail,
    ]),
  ]
    .map((cells) => `${cells.map(csvCell).join(';')}\r\n`)
    .join('')
