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

/** A cell that begins like a formula would be worked out by a spreadsheet (ASVS 1.2.10): an apostrophe keeps it text. */
const formula = /^[=+\-@\t\r\0]/

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = formula.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The report as CSV (RFC 4180). */
export const linkTable = (entries: readonly LinkReportEntry[]): string =>
  [columns.join(','), ...entries.map((entry) => columns.map((column) => cell(entry[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('')
