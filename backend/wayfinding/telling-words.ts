import { emptyPhrases } from './language.ts'
import { queryWords, words } from './normalise.ts'

/** The words of a query that say what is looked for: without the phrases around it ("wo bekomme ich"), unless nothing else is left. */
export function tellingWords(q: string): readonly string[] {
  const all = words(q)
  const empty = new Set<number>()
  for (const phrase of emptyPhrases())
    for (let at = all.indexOf(phrase[0]!); at >= 0; at = all.indexOf(phrase[0]!, at + 1))
      if (phrase.every((word, offset) => all[at + offset] === word))
        phrase.forEach((_, offset) => empty.add(at + offset))
  const kept = new Set(all.filter((_, at) => !empty.has(at)))
  const telling = queryWords(q).filter((word) => kept.has(word) || !all.includes(word))
  return telling.length > 0 ? telling : queryWords(q)
}
