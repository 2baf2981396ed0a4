/** So many pieces are remembered, then all are forgotten: some ten megabytes, and a table that is never half full. */
const most = 100_000
const slots = 2 ** 18
/** Whoever makes up pieces that fall together does not slow us down by more. */
const mostTries = 32

/**
 * Cuts texts at spaces and computes something of each piece once, however often it stands there. A Map would need every piece as a
 * string of its own first, which costs more than all the rest of reading a text.
 */
export class Pieces<Value> {
  readonly #table = new Uint32Array(slots)
  readonly #texts: string[] = []
  readonly #values: Value[] = []

  /** What each piece of a text is, in order. */
  read(text: string, make: (piece: string) => Value, take: (value: Value) => void): void {
    let start = 0
    let hash = 0
    for (let place = 0; place <= text.length; place += 1) {
      const letter = place < text.length ? text.charCodeAt(place) : space
      if (letter === space || letter === newline) {
        if (place > start) take(this.#valueOf(text, start, place, hash, make))
        start = place + 1
        hash = 0
      } else hash = Math.imul(hash ^ letter, 0x01000193)
    }
  }

  #valueOf(text: string, start: number, end: number, hash: number, make: (piece: string) => Value): Value {
    let slot = hash ^ (hash >>> 15)
    for (let tries = 0; this.#table[(slot &= slots - 1)] !== 0; slot += 1, tries += 1) {
      const known = this.#table[slot]! - 1
      const piece = this.#texts[known]!
      if (piece.length === end - start && text.startsWith(piece, start)) return this.#values[known]!
      if (tries === mostTries) return make(text.slice(start, end))
    }
    const piece = text.slice(start, end)
    const value = make(piece)
    if (this.#texts.length < most) {
      this.#table[slot] = this.#texts.push(piece)
      this.#values.push(value)
    } else this.#forget()
    return value
  }

  #forget(): void {
    this.#table.fill(0)
    this.#texts.length = 0
    this.#values.length = 0
  }
}

const space = 0x20
const newline = 0x0a
