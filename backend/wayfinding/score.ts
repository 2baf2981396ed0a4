import {
  type Bag,
  bagFields,
  isBefore,
  lengthOf,
  packedAt,
  placeFrom,
  titleStems,
  unitsOf,
  wholeUnits,
} from './bag.ts'
import type { Concept, Reading, Term } from './query.ts'
import { rarity, type Vocabulary } from './vocabulary.ts'

/** Mean number of words in title, keywords and body. */
export type MeanLengths = readonly number[]

/** Chosen on the development half of the judged terms (0023-score-candidates-with-one-pure-function). */
const settings = {
  fields: [9.5, 8.5, 1],
  /** How much a field longer than the mean takes away. */
  lengths: [0.35, 0, 0.8],
  saturation: 3,
  /** How much a reading loses that is only partly there. */
  completeness: 1.65,
}
/** How well the words of a document answer, and by which reading each concept was found (undefined = not at all). */
export interface Score {
  readonly words: number
  /** 0 to 1: how much of what is looked for is there, by how telling it is. */
  readonly coverage: number
  readonly readings: readonly (Reading | undefined)[]
}

/** A concept with its terms by their place in the list of all terms. */
interface Plan {
  readonly rarity: number
  readonly readings: readonly {
    readonly reading: Reading
    readonly slots: readonly {
      readonly rarity: number
      readonly terms: Uint16Array
      readonly weights: Float64Array
    }[]
  }[]
}

/** Scores documents for one query: a variant of BM25F over readings; the best reading of each concept counts. */
export function wordScorer(concepts: readonly Concept[], lengths: MeanLengths): (bag: Bag) => Score {
  const { terms, plans } = planOf(concepts)
  const strengths = new Float64Array(terms.length)
  const possible = concepts.reduce((sum, concept) => sum + concept.rarity, 0)

  return (bag) => {
    for (let at = 0; at < terms.length; at += 1) strengths[at] = strengthOf(bag, terms[at]!, lengths)
    let words = 0
    let covered = 0
    const readings: (Reading | undefined)[] = []
    for (const plan of plans) {
      let best = 0
      let by: Reading | undefined
      for (const { reading, slots } of plan.readings) {
        const value = reading.weight * valueOf(slots, strengths)
        if (value > best) {
          best = value
          by = reading
        }
      }
      words += plan.rarity * best
      if (by) covered += plan.rarity
      readings.push(by)
    }
    return { words, coverage: possible === 0 ? 0 : covered / possible, readings }
  }
}

function planOf(concepts: readonly Concept[]): {
  readonly terms: readonly Term[]
  readonly plans: readonly Plan[]
} {
  const places = new Map<string, number>()
  const terms: Term[] = []
  const placeOf = (term: Term) => {
    const key = `${term.from}-${term.to}`
    let place = places.get(key)
    if (place === undefined) {
      places.set(key, (place = terms.length))
      terms.push(term)
    }
    return place
  }
  const plans = concepts.map(({ rarity: telling, readings }) => ({
    rarity: telling,
    readings: readings.map((reading) => ({
      reading,
      slots: reading.slots.map((slot) => ({
        rarity: slot.rarity,
        terms: Uint16Array.from(slot.options, ({ term }) => placeOf(term)),
        weights: Float64Array.from(slot.options, ({ weight }) => weight),
      })),
    })),
  }))
  return { terms, plans }
}

/** 0 to 1: how strongly one reading stands in a document. */
function valueOf(slots: Plan['readings'][number]['slots'], strengths: Float64Array): number {
  let value = 0
  let all = 0
  let found = 0
  for (const slot of slots) {
    let best = 0
    for (let at = 0; at < slot.terms.length; at += 1) {
      const strength = slot.weights[at]! * strengths[slot.terms[at]!]!
      if (strength > best) best = strength
    }
    if (slots.length === 1) return best
    all += slot.rarity
    value += slot.rarity * best
    if (best > 0) found += slot.rarity
  }
  if (all === 0 || found === 0) return 0
  return found === all ? value / all : (value / all) * (found / all) ** settings.completeness
}

function strengthOf(bag: Bag, { from, to }: Term, lengths: MeanLengths): number {
  if (from < 0) return 0
  let sum = 0
  for (let place = placeFrom(bag, from); isBefore(bag, place, to); place += 1) {
    const packed = packedAt(bag, place)
    for (let field = 0; field < bagFields.length; field += 1) {
      const units = unitsOf(packed, field)
      if (units > 0) sum += (settings.fields[field]! * units) / wholeUnits / normOf(bag, field, lengths)
    }
  }
  return sum === 0 ? 0 : sum / (sum + settings.saturation)
}

function normOf(bag: Bag, field: number, lengths: MeanLengths): number {
  const slope = settings.lengths[field]!
  return 1 - slope + (slope * lengthOf(bag, field)) / (lengths[field] || 1)
}

/** Share of the title, by how telling its words are, that was asked for: 0 to 1. */
export function titleShare(bag: Bag, { readings }: Score, vocabulary: Vocabulary): number {
  const terms = readings.flatMap((reading) => (reading ? termsOf(reading) : []))
  let all = 0
  let asked = 0
  for (const number of titleStems(bag)) {
    const telling = rarity(vocabulary.documents, vocabulary.frequencies[number] ?? 0)
    all += telling
    if (terms.some(({ from, to }) => from <= number && number < to)) asked += telling
  }
  return all === 0 ? 0 : asked / all
}

const termsOf = ({ slots }: Reading) => slots.flatMap(({ options }) => options.map(({ term }) => term))
