import { trigrams } from './trigrams.ts'

/** A word and how much of what was typed stands in it, 0 to 1. */
export interface SimilarWord {
  readonly word: string
  readonly share: number
}
export type SimilarWords = (typed: string) => readonly SimilarWord[]

/** Fewer shared trigrams, or a smaller share of the typed word, are chance: random strings then find something. */
const fewestShared = 3
const smallestShare = 0.25
/** What looks like a word of this language (so much of it stands in known words) may be less like any one of them. */
const plausible = 0.6
const fewestSharedIfPlausible = 2
const smallestShareIfPlausible = 0.15
const mostWords = 12

/** Finds words by the trigrams they share with a typed one: misspellings, other forms, relatives by a common part. */
export function similarWordFinder(words: readonly string[]): SimilarWords {
  const lists = new Map<string, number[]>()
  words.forEach((word, index) => {
    for (const group of trigrams(word)) {
      const list = lists.get(group)
      if (list) list.push(index)
      else lists.set(group, [index])
    }
  })
  const postings = new Map([...lists].map(([group, list]) => [group, Uint32Array.from(list)]))
  const counts = new Uint8Array(words.length)
  const usual = Math.max(2, words.length / 1_500)
  return (typed) => {
    const groups = trigrams(typed)
    const touched: number[] = []
    let known = 0
    for (const group of groups) {
      const list = postings.get(group)
      if (list && list.length >= usual) known += 1
      for (const index of list ?? []) {
        if (counts[index] === 0) touched.push(index)
        counts[index]! += 1
      }
    }
    const isPlausible = known / groups.size >= plausible
    const enough = isPlausible
      ? Math.max(fewestSharedIfPlausible, smallestShareIfPlausible * groups.size)
      : Math.max(fewestShared, smallestShare * groups.size)
    const found: SimilarWord[] = []
    for (const index of touched) {
      const shared = counts[index]!
      counts[index] = 0
      if (shared >= enough) found.push({ word: words[index]!, share: shared / groups.size })
    }
    return found.sort(byLikeness(typed.length)).slice(0, mostWords)
  }
}

/** Among words that share as much, the one of nearly the same length is more likely meant. */
const byLikeness = (length: number) => (a: SimilarWord, b: SimilarWord) =>
  b.share - a.share || Math.abs(a.word.length - length) - Math.abs(b.word.length - length)
