/** Fields of a document, in the order in which they lie in a bag. */
export const bagFields = ['title', 'keywords', 'body'] as const

/** How often a whole word counts; a part of a compound counts less. */
export const wholeUnits = 4
export const partUnits = 2
/** A word nobody noted for this service itself, only for all of its kind. */
export const everydayUnits = 3

/**
 * What scoring knows of the words of a document: how many words each field has, and for each stem (by its number, ascending) the units
 * it collected in each field. One array: three lengths, the count of stems, their numbers, then their units, packed as 8 bits for the
 * title, 8 for the keywords and 16 for the body.
 */
export type Bag = Uint32Array

const header = 4
const mostUnits = [0xff, 0xff, 0xffff]
const shifts = [0, 8, 16]

/** Collects the words of one document after the other, whose stems have numbers below `stems`. */
export class BagBuilder {
  readonly #lengths = bagFields.map(() => 0)
  readonly #units: readonly Uint32Array[]
  readonly #found: number[] = []
  readonly #isFound: Uint8Array

  constructor(stems: number) {
    this.#units = bagFields.map(() => new Uint32Array(stems))
    this.#isFound = new Uint8Array(stems)
  }

  /** Counts one word of a field, whatever it adds. */
  word(field: number): void {
    this.#lengths[field]! += 1
  }

  add(field: number, stem: number, units: number): void {
    if (this.#isFound[stem] === 0) {
      this.#isFound[stem] = 1
      this.#found.push(stem)
    }
    this.#units[field]![stem]! += units
  }

  /** The bag; the next word belongs to another. */
  build(): Bag {
    const stems = Uint32Array.from(this.#found).sort()
    const bag = new Uint32Array(header + 2 * stems.length)
    bag.set([...this.#lengths, stems.length])
    bag.set(stems, header)
    for (const [place, stem] of stems.entries()) {
      let packed = 0
      for (const [field, units] of this.#units.entries()) {
        packed |= Math.min(mostUnits[field]!, units[stem]!) << shifts[field]!
        units[stem] = 0
      }
      bag[header + stems.length + place] = packed
      this.#isFound[stem] = 0
    }
    this.#lengths.fill(0)
    this.#found.length = 0
    return bag
  }
}

/** As text, which every database keeps. */
export const writeBag = (bag: Bag): string =>
  Buffer.from(bag.buffer, bag.byteOffset, bag.byteLength).toString('base64')

export function readBag(text: string): Bag {
  const bytes = Buffer.from(text, 'base64')
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
}

/** Words of a field. */
export const lengthOf = (bag: Bag, field: number): number => bag[field]!

/** Numbers of all stems. */
export const stemsOf = (bag: Bag): Uint32Array => bag.subarray(header, header + bag[3]!)

/** Where the first stem from this number on stands. */
export function placeFrom(bag: Bag, stem: number): number {
  let low = header
  let high = header + bag[3]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (bag[middle]! < stem) low = middle + 1
    else high = middle
  }
  return low
}

/** Packed units of the stem at a place; 0 past the last. */
export const packedAt = (bag: Bag, place: number): number => bag[place + bag[3]!]!

/** Whether places go on and their stem lies before this number. */
export const isBefore = (bag: Bag, place: number, stem: number): boolean =>
  place < header + bag[3]! && bag[place]! < stem

/** Units of one field. */
export const unitsOf = (packed: number, field: number): number =>
  (packed >>> shifts[field]!) & mostUnits[field]!

/** Numbers of the stems in the title. */
export function titleStems(bag: Bag): number[] {
  const stems: number[] = []
  const end = header + bag[3]!
  for (let place = header; place < end; place += 1) if (packedAt(bag, place) & 0xff) stems.push(bag[place]!)
  return stems
}
