/** A pattern between two `%`: how long it is, and which characters stand where; between them are `_`. */
interface Piece {
  length: number
  readonly fixed: [at: number, letter: string][]
}

/** Reads a pattern of LIKE: `%` any characters, `_` one, `\` takes the next as it is. The time is bounded by the lengths of both, multiplied. */
export function likePattern(pattern: string): (text: string) => boolean {
  const pieces = piecesOf(pattern)
  const [first] = pieces
  const last = pieces.at(-1) ?? first
  const middle = pieces.slice(1, -1).filter(({ length }) => length > 0)
  if (pieces.every(({ length, fixed }) => length === fixed.length))
    return plainMatcher(pieces.map(({ fixed }) => fixed.map(([, letter]) => letter).join('')))
  return (text) => {
    const letters = Array.from(text)
    if (!fitsAt(first, letters, 0)) return false
    if (pieces.length === 1) return letters.length === first.length
    let from = first.length
    for (const piece of middle) {
      const found = find(piece, letters, from)
      if (found < 0) return false
      from = found + piece.length
    }
    const end = letters.length - last.length
    return end >= from && fitsAt(last, letters, end)
  }
}

/** Without `_` the engine's own search does. */
function plainMatcher(pieces: readonly string[]): (text: string) => boolean {
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const middle = pieces.slice(1, -1).filter((piece) => piece !== '')
  if (pieces.length === 1) return (text) => text === first
  return (text) => {
    if (!text.startsWith(first)) return false
    let from = first.length
    for (const piece of middle) {
      const found = text.indexOf(piece, from)
      if (found < 0) return false
      from = found + piece.length
    }
    return text.length - last.length >= from && text.endsWith(last)
  }
}

function piecesOf(pattern: string): readonly [Piece, ...Piece[]] {
  let piece: Piece = { length: 0, fixed: [] }
  const pieces: [Piece, ...Piece[]] = [piece]
  const letters = Array.from(pattern)
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] as string
    if (letter === '%') pieces.push((piece = { length: 0, fixed: [] }))
    else {
      const escaped = letter === '\\' && index + 1 < letters.length
      if (escaped) index += 1
      if (letter !== '_') piece.fixed.push([piece.length, escaped ? (letters[index] as string) : letter])
      piece.length += 1
    }
  }
  return pieces
}

function fitsAt({ length, fixed }: Piece, letters: readonly string[], from: number): boolean {
  return from + length <= letters.length && fixed.every(([at, letter]) => letters[from + at] === letter)
}

function find(piece: Piece, letters: readonly string[], from: number): number {
  for (let at = from; at + piece.length <= letters.length; at += 1) if (fitsAt(piece, letters, at)) return at
  return -1
}
