import { indivisible } from './irregular.ts'
import { type LetterTree, letterTree, none, root } from './letter-tree.ts'
import { once } from './once.ts'
import { endings, irregularWords, stem, withoutFeminine } from './stem.ts'

const shortestPart = 3
/** Parts so short are believed only where the base vocabulary has them (kfz, amt). */
const shortestFound = 4
/** So many letters stemming may take off a first part: the -innungen of Gewinnungen and a letter more. */
const longestEnding = 7
/** Splitting is quadratic in the length. */
const longestCompound = 50

/** Words that stem to other letters. */
const irregularTree = once(() => letterTree(irregularWords()))

const endingTree = letterTree(endings)

/** In how many descriptions a stem stands. */
export type StemFrequencies = ReadonlyMap<string, number>
export type SplitCompound = (word: string) => readonly string[]

/** One way to cut: the first part and how the rest is cut. */
interface Split {
  readonly head: string
  readonly tail?: Split
  /** Parts in all, and the sum of the logarithms of their frequencies. */
  readonly count: number
  readonly logarithms: number
}

interface Cuts {
  /** False where its stem cannot be known, so that nobody needs to ask. */
  readonly mayBePart: boolean
  readonly best: Split | undefined
}
/** Short words are looked up at once. */
const uncut: Cuts = { mayBePart: true, best: undefined }

/** What compounds are split by: the stems of the descriptions, and those that count as if one description had them. */
export interface PartVocabulary {
  readonly frequencies: StemFrequencies
  readonly further: ReadonlySet<string>
  /** All of them. */
  readonly stems: LetterTree
}

export const partVocabulary = (
  frequencies: StemFrequencies,
  further: ReadonlySet<string> = new Set(),
): PartVocabulary => ({
  frequencies,
  further,
  stems: letterTree([...frequencies.keys(), ...further]),
})

/**
 * Splits compounds by the words the descriptions themselves use: of all ways to cut, the one with the best geometric mean of
 * frequencies (Koehn and Knight 2003). "bewohnerparkausweis" becomes bewohner, park, ausweis. A Fugen-s or -n belongs to the part
 * before it, where stemming takes it off.
 */
export function compoundSplitter(
  { frequencies, further, stems }: PartVocabulary,
  stemOf: (part: string) => string = stem,
): SplitCompound {
  const known = new Map<string, Cuts>()
  const counted = new Map<string, number>()
  const places = partPlaces(stems)

  /** Logarithm of the frequency of a part; negative where there is no such part. */
  const logarithmOf = (part: string): number => {
    let logarithm = counted.get(part)
    if (logarithm === undefined) {
      const each = stemOf(part)
      const written = part.length < shortestFound ? 0 : (frequencies.get(each) ?? 0)
      logarithm = -1
      if (written || further.has(each)) logarithm = Math.log(written || 1)
      counted.set(part, logarithm)
    }
    return logarithm
  }

  const cutsOf = (word: string): Cuts => {
    const before = known.get(word)
    if (before) return before
    let best: Split | undefined
    const { cuts, mayBePart } = places.of(word)
    for (const cut of cuts) {
      const head = word.slice(0, cut)
      const logarithm = logarithmOf(head)
      if (logarithm >= 0) best = bestWith(head, logarithm, word.slice(cut), best)
    }
    const found = { mayBePart, best }
    known.set(word, found)
    return found
  }

  const bestWith = (head: string, logarithm: number, tail: string, found: Split | undefined) => {
    const further = tail.length < 2 * shortestPart ? uncut : cutsOf(tail)
    const whole = further.mayBePart ? logarithmOf(tail) : -1
    let best = found
    if (whole >= 0) best = better(best, head, logarithm, { head: tail, count: 1, logarithms: whole })
    return further.best ? better(best, head, logarithm, further.best) : best
  }

  return (word) => {
    const common = withoutFeminine(word)
    const ending = word.slice(common.length)
    const parts = mayBeCut(common) && !indivisible().has(word) ? partsOf(cutsOf(common).best) : []
    return ending === '' || parts.length === 0 ? parts : parts.with(-1, parts.at(-1)! + ending)
  }
}

const mayBeCut = (word: string): boolean =>
  word.length >= 2 * shortestPart &&
  word.length <= longestCompound &&
  !/\d/.test(word) &&
  !indivisible().has(word)

interface PartPlaces {
  /** Places behind which a first part may end. */
  readonly cuts: readonly number[]
  readonly mayBePart: boolean
}

/**
 * Finds where parts may end; everywhere else nothing needs to be stemmed, which costs ten times as much. A regular stem is a beginning
 * of its word, and what was taken off is made of endings. A first part ends with a stem or a little behind it.
 */
function partPlaces(stems: LetterTree) {
  const irregular = irregularTree()
  /** Whether the letters up to a place may stem to a known word. */
  const mayStem = new Uint8Array(longestCompound + 1)

  const of = (word: string): PartPlaces => {
    mayStem.fill(0)
    const cuts: number[] = []
    let [node, irregularNode] = [root, root]
    let reach = 0
    let furthest = 0
    for (let place = 0; place < word.length; place += 1) {
      if (node === none && irregularNode === none && place > furthest) break
      const letter = word.charCodeAt(place)
      if (mayStem[place] === 1) furthest = Math.max(furthest, markEndings(word, place))
      const wasBeginning = node !== none
      node = stems.child(node, letter)
      irregularNode = irregular.child(irregularNode, letter)
      const end = place + 1
      const isIrregular = irregular.ends(irregularNode)
      if (stems.ends(node)) reach = end + longestEnding
      if (isIrregular || stems.ends(node)) {
        mayStem[end] = 1
        furthest = Math.max(furthest, end)
      }
      const mayCut = end <= reach || (isIrregular && wasBeginning)
      if (mayCut && mayStem[end] === 1 && end >= shortestPart && end <= word.length - shortestPart)
        cuts.push(end)
    }
    return { cuts, mayBePart: mayStem[word.length] === 1 }
  }

  const markEndings = (word: string, from: number): number => {
    let furthest = 0
    let node = root
    for (let place = from; place < word.length && node !== none; place += 1) {
      node = endingTree.child(node, word.charCodeAt(place))
      if (endingTree.ends(node)) mayStem[(furthest = place + 1)] = 1
    }
    return furthest
  }
  return { of }
}

function better(found: Split | undefined, head: string, logarithm: number, tail: Split): Split {
  const count = 1 + tail.count
  const logarithms = logarithm + tail.logarithms
  return found && logarithms / count <= found.logarithms / found.count
    ? found
    : { head, tail, count, logarithms }
}

function partsOf(split: Split | undefined): readonly string[] {
  const parts: string[] = []
  for (let rest = split; rest; rest = rest.tail) parts.push(rest.head)
  return parts
}
