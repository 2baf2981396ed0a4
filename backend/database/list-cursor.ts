import { hash } from 'node:crypto'

/** Tells one list from another by what was asked for. */
export const sealOf = (asked: string) => hash('sha1', asked, 'base64url').slice(0, 8)

/** Where the next page of a list begins, as an opaque text; sealed with what was asked for, so that no other list takes it. */
export const writeCursor = (from: number, asked: string): string =>
  Buffer.from(`${from}.${sealOf(asked)}`).toString('base64url')

/** The position a cursor names, 0 without one; undefined when it belongs to another list or to none. */
export function readCursor(cursor: string | undefined, asked: string): number | undefined {
  if (cursor === undefined) return 0
  const [from = '', seal] = Buffer.from(cursor, 'base64url').toString().split('.')
  return /^\d{1,6}$/.test(from) && seal === sealOf(asked) ? Number(from) : undefined
}
