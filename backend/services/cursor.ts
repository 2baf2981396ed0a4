/** Where in a list in German order the next page begins: behind this letter, sort key and id. */
export type Position = readonly [letter: string, sortKey: string, id: string]

/** The position as an opaque text that only the list of this name understands. */
export const writeCursor = (list: string, position: Position): string =>
  Buffer.from(JSON.stringify([list, ...position])).toString('base64url')

/** The position a cursor stands for; undefined when it is none of this list. */
export function readCursor(list: string, cursor: string): Position | undefined {
  const parts = parse(Buffer.from(cursor, 'base64url').toString())
  if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === 'string'))
    return undefined
  const [name, letter, sortKey, id] = parts as [string, string, string, string]
  return name === list ? [letter, sortKey, id] : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
