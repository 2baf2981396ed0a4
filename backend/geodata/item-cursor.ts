import { hash } from 'node:crypto'

/** Where in which version a page begins. */
export interface ItemCursor {
  readonly versionId: number
  /** The page goes on behind this feature (or ends before it). */
  readonly id: number
  readonly direction: 'after' | 'before'
}

/** The cursor as an opaque text; sealed with what was asked for, so that no other list takes it. */
export function writeItemCursor({ versionId, id, direction }: ItemCursor, asked: string): string {
  const place = `${versionId}.${direction === 'after' ? '' : '-'}${id}`
  return `${place}.${seal(place, asked)}`
}

/** Undefined when it belongs to another list or to none. */
export function readItemCursor(text: string, asked: string): ItemCursor | undefined {
  const [, place = '', versionId, sign, id, given] =
    /^((\d{1,9})\.(-?)(\d{1,15}))\.([\w-]{8})$/.exec(text) ?? []
  if (given === undefined || given !== seal(place, asked)) return undefined
  return { versionId: Number(versionId), id: Number(id), direction: sign === '-' ? 'before' : 'after' }
}

const seal = (place: string, asked: string): string =>
  hash('sha256', `${place}\n${asked}`, 'base64url').slice(0, 8)
