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

/** Collects the words of one document. */
export class BagBuilder {
  readonly #lengths = bagFields.map(() => 0)
  readonly #units = new Map<number, number[]>()

  /** Counts one word of a field, whatever it adds. */
  word(field: number): void {
    this.#lengths[field]! += 1
  }

  add(field: number, stem: number, units: number): void {
    let known = this.#units.get(stem)
    if (!known) this.#units.set(stem, (known = bagFields.map(() => 0)))
    known[field] = Math.min(mostUnits[field]!, known[field]! + units)
  }

  build(): Bag {
    const entries = [...this.#units].sort(([a], [b]) => a - b)
    return Uint32Array.from([
      ...this.#lengths,
      entries.length,
      ...entries.map(([stem]) => stem),
      ...entries.map(([, units]) => units.reduce((sum, each, field) => sum + each * 2 ** shifts[field]!, 0)),
    ])
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
