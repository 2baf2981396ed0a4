import { sealOf } from './list-cursor.ts'

/** Where in a sorted list the next page begins: behind this sort key and id. */
export interface Keyset {
  readonly sortKey: string
  readonly id: string
}

/** The position as an opaque text; sealed with what was asked for, so that no other list takes it. */
export const writeKeyset = ({ sortKey, id }: Keyset, asked: string): string =>
  Buffer.from(JSON.stringify([sortKey, id, sealOf(asked)])).toString('base64url')

/** The position a cursor stands for, the beginning without one; undefined when it belongs to another list or to none. */
export function readKeyset(cursor: string | undefined, asked: string): Keyset | undefined {
  if (cursor === undefined) return { sortKey: '', id: '' }
  const parts = parse(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return undefined
  const [sortKey, id, seal] = parts as readonly string[]
  return sortKey !== undefined &&
    id !== undefined &&
    seal === sealOf(asked) &&
    !`${sortKey}${id}`.includes('\0')
    ? { sortKey, id }
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
