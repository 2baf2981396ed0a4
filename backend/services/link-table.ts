import { csvCell } from '../import/index.ts'
import type { LinkReportEntry } from './repository-link-report.ts'

const columns = [
  'verdict',
  'url',
  'status',
  'cause',
  'since',
  'checkedAt',
  'marked',
  'movedTo',
  'owner',
  'ownerId',
  'ownerName',
  'section',
  'layer',
  'regionKey',
  'lang',
  'hint',
] as const satisfies readonly (keyof LinkReportEntry)[]

/** The report as CSV (RFC 4180). */
export const linkTable = (entries: readonly LinkReportEntry[]): string =>
  [columns.join(','), ...entries.map((entry) => columns.map((column) => csvCell(entry[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')
