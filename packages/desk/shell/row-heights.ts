/**
 * Heights of rows that were seen, and a guess for all others, in pixels. Where a row begins is summed up when somebody asks: ten
 * thousand additions cost less than keeping a tree.
 */
export class Heights {
  #known: (number | undefined)[] = []
  #guess: number

  constructor(guess: number) {
    this.#guess = guess
  }

  /** How many rows there are. */
  resize(count: number): void {
    this.#known.length = count
  }

  clear(): void {
    this.#known = []
  }

  set(index: number, height: number): void {
    if (index < this.#known.length && height > 0) this.#known[index] = height
  }

  /** Where a row begins. */
  before(index: number): number {
    let sum = 0
    for (let row = 0; row < Math.min(index, this.#known.length); row += 1)
      sum += this.#known[row] ?? this.#guess
    return sum
  }

  get total(): number {
    return this.before(this.#known.length)
  }

  /** The row at a distance from the top; the first above it, the last below. */
  at(distance: number): number {
    let sum = 0
    for (let row = 0; row < this.#known.length; row += 1) {
      sum += this.#known[row] ?? this.#guess
      if (sum > distance) return row
    }
    return Math.max(0, this.#known.length - 1)
  }
}
