import type { CatalogueDocument, CatalogueRow, Name } from './catalogue.ts'

/** A place in a name where what somebody types may begin. */
export interface Start {
  /** The name from there on, folded. */
  readonly key: string
  readonly document: CatalogueDocument
  readonly name: Name
}

/** Starts in order of their keys: of whole names, of further words, and of parts of compounds. */
export interface Starts {
  readonly names: readonly Start[]
  readonly words: readonly Start[]
  readonly parts: readonly Start[]
}

export function startsOf(
  rows: readonly CatalogueRow[],
  documents: ReadonlyMap<number, CatalogueDocument>,
): Starts {
  const starts = { names: [] as Start[], words: [] as Start[], parts: [] as Start[] }
  for (const row of rows) {
    const document = documents.get(row.id)
    const lines = row.names.split('\n')
    document?.names.forEach((name, index) => {
      starts.names.push({ key: name.folded, document, name })
      for (const { at, kind } of boundaries(lines[index] ?? ''))
        starts[kind].push({ key: name.folded.slice(at), document, name })
    })
  }
  for (const list of Object.values(starts)) list.sort(byKey)
  return starts
}

/** Where words and parts of compounds begin in a folded name, the first word aside. */
function* boundaries(marked: string): Generator<{ at: number; kind: 'words' | 'parts' }> {
  let at = 0
  for (const sign of marked) {
    if (sign === '|') {
      yield { at, kind: 'parts' }
    } else {
      at += sign.length
      if (sign === ' ') yield { at, kind: 'words' }
    }
  }
}

const byKey = (a: Start, b: Start) => {
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}

/** All starts whose key begins with what was typed. */
export function* startingWith(starts: readonly Start[], typed: string): Generator<Start> {
  for (let at = firstFrom(starts, typed); at < starts.length; at += 1) {
    const start = starts[at]
    if (!start?.key.startsWith(typed)) return
    yield start
  }
}

function firstFrom(starts: readonly Start[], typed: string): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle]?.key ?? '') < typed) low = middle + 1
    else high = middle
  }
  return low
}
