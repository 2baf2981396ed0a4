/** A cell that begins like a formula would be worked out by a spreadsheet (ASVS 1.2.10): an apostrophe keeps it text. */
const formula = /^[=+\-@\t\r\0]/

/** A value as one cell of a line of CSV (RFC 4180). */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  const safe = formula.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
