import { trigrams } from './trigrams.ts'

/** A known word and by how many slips a typed one differs from it. */
export interface CloseSpelling {
  readonly word: string
  readonly slips: 1 | 2
}
export type CloseSpellings = (typed: string) => readonly CloseSpelling[]

/** Shorter words have too many neighbours: random letters would find some. */
const shortestForOne = 4
const shortestForTwo = 8
const most = 5
const none = new Uint32Array()

/**
 * Finds known words that differ by one slip (a letter too many, too few, changed, or two swapped), longer ones also by two. Candidates
 * share trigrams; their distance decides.
 */
export function spellingFinder(words: readonly string[]): CloseSpellings {
  const postings = postingsOf(words)
  const looked = new Uint8Array(words.length)
  return (typed) => {
    const allowed = slipsAllowed(typed.length)
    if (allowed === 0) return []
    const touched: number[] = []
    const lists = Array.from(trigrams(typed), (group) => postings.get(group) ?? none)
    lists.sort((a, b) => a.length - b.length)
    // One slip spoils up to four of the groups (a swap), each further one up to three more.
    const enough = Math.max(1, lists.length - 1 - 3 * allowed)
    const found: CloseSpelling[] = []
    // Who has enough of them has one of the rarest: the frequent lists need not be read.
    for (const list of lists.slice(0, lists.length - enough + 1))
      for (const index of list)
        if (looked[index] === 0 && Math.abs(words[index]!.length - typed.length) <= allowed) {
          looked[index] = 1
          touched.push(index)
          const word = words[index]!
          const slips = distance(typed, word, allowed)
          if (slips <= allowed && (slips === 1 || slips === 2)) found.push({ word, slips })
        }
    for (const index of touched) looked[index] = 0
    const fewest = Math.min(...found.map(({ slips }) => slips))
    return found.filter(({ slips }) => slips === fewest).slice(0, most)
  }
}

const slipsAllowed = (length: number) => {
  if (length < shortestForOne) return 0
  return length < shortestForTwo ? 1 : 2
}

function postingsOf(words: readonly string[]): ReadonlyMap<string, Uint32Array> {
  const lists = new Map<string, number[]>()
  words.forEach((word, index) => {
    for (const group of trigrams(word)) {
      const list = lists.get(group)
      if (list) list.push(index)
      else lists.set(group, [index])
    }
  })
  return new Map([...lists].map(([group, list]) => [group, Uint32Array.from(list)]))
}

/** Optimal string alignment distance (Damerau), or more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  let two: number[] = []
  let one = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(one[j]! + 1, row[j - 1]! + 1, one[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, two[j - 2]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return least
    two = one
    one = row
  }
  return one[b.length]!
}
