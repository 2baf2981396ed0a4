/** A pattern between two `%`: the characters one by one, `undefined` for `_`. */
type Piece = readonly (string | undefined)[]

/** Reads a pattern of LIKE: `%` any characters, `_` one, `\` takes the next as it is. The time is bounded by the lengths of both, multiplied. */
export function likePattern(pattern: string): (text: string) => boolean {
  const pieces = piecesOf(pattern)
  const first = pieces[0] ?? []
  const last = pieces.at(-1) ?? []
  const middle = pieces.slice(1, -1).filter((piece) => piece.length > 0)
  const plain = pieces.every((piece) => !piece.includes(undefined))
  if (plain) return plainMatcher(pieces.map((piece) => piece.join('')))
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

function piecesOf(pattern: string): Piece[] {
  const pieces: (string | undefined)[][] = [[]]
  const letters = Array.from(pattern)
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index]
    const piece = pieces.at(-1) ?? []
    if (letter === '%') pieces.push([])
    else if (letter === '_') piece.push(undefined)
    else if (letter === '\\' && index + 1 < letters.length) {
      index += 1
      piece.push(letters[index])
    } else piece.push(letter)
  }
  return pieces
}

const fitsAt = (piece: Piece, letters: readonly string[], from: number): boolean =>
  from + piece.length <= letters.length &&
  piece.every((letter, index) => letter === undefined || letter === letters[from + index])

function find(piece: Piece, letters: readonly string[], from: number): number {
  for (let at = from; at + piece.length <= letters.length; at += 1) if (fitsAt(piece, letters, at)) return at
  return -1
}
