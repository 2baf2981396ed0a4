import { hash } from 'node:crypto'

/** Where a follower has read up to: in a whole version, or in the changes since. */
export type ChangeCursor =
  | {
      readonly kind: 'whole'
      readonly versionId: number
      /** Id of the last feature that was read. */
      readonly after: number
      /** The newest change when the version was what readers saw: where one goes on from it. */
      readonly head: number
    }
  | { readonly kind: 'changes'; readonly at: number }

/** As an opaque text; `epoch` tells one past of a collection from another. */
export const writeChangeCursor = (cursor: ChangeCursor, epoch: string): string =>
  cursor.kind === 'whole'
    ? `${epoch}.w.${cursor.versionId}.${cursor.after}.${cursor.head}`
    : `${epoch}.c.${cursor.at}`

/** Four bytes. */
const mostVersions = 2 ** 31 - 1

const number = String.raw`(\d{1,15})`
const form = new RegExp(String.raw`^([\w-]{8})[.](?:w[.]${number}[.]${number}[.]${number}|c[.]${number})$`)

/** `unreadable` for what none of ours ever was, `gone` for one of another past. */
export function readChangeCursor(text: string, epoch: string): ChangeCursor | 'unreadable' | 'gone' {
  const [, its, versionId, after, head, at] = form.exec(text) ?? []
  if (its === undefined) return 'unreadable'
  if (its !== epoch) return 'gone'
  if (at !== undefined) return { kind: 'changes', at: Number(at) }
  // No database has a version of such a number.
  if (Number(versionId) > mostVersions) return 'unreadable'
  return { kind: 'whole', versionId: Number(versionId), after: Number(after), head: Number(head) }
}

/** Tells the past of a collection: it is another one after a backup was put back, or where a collection of that id was begun anew. */
export const epochOf = (...parts: readonly (string | number)[]): string =>
  hash('sha256', parts.join('\n'), 'base64url').slice(0, 8)
