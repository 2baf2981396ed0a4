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
const mostWords = 20

/** Finds words by the trigrams they share with a typed one: misspellings, other forms, relatives by a common part. */
export function similarWordFinder(words: readonly string[]): SimilarWords {
  const postings = new Map<string, number[]>()
  words.forEach((word, index) => {
    for (const group of trigrams(word)) {
      const posting = postings.get(group)
      if (posting) posting.push(index)
      else postings.set(group, [index])
    }
  })
  return (typed) => {
    const groups = trigrams(typed)
    const counts = new Map<number, number>()
    for (const group of groups)
      for (const index of postings.get(group) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1)
    const enough = Math.max(fewestShared, smallestShare * groups.size)
    return [...counts]
      .filter(([, shared]) => shared >= enough)
      .map(([index, shared]) => ({ word: words[index] ?? '', share: shared / groups.size }))
      .sort(byLikeness(typed.length))
      .slice(0, mostWords)
  }
}

/** Among words that share as much, the one of nearly the same length is more likely meant. */
const byLikeness = (length: number) => (a: SimilarWord, b: SimilarWord) =>
  b.share - a.share || Math.abs(a.word.length - length) - Math.abs(b.word.length - length)
