import type { AreaKeywords, ProblemPart } from '@amtsweg/contract'
import { sortKeyOf } from './german-order.ts'
import { keywordOf } from './keyword.ts'

type Keywords = AreaKeywords['keywords']

/** What of these can be no keyword. */
export const keywordFaults = (keywords: Keywords): readonly ProblemPart[] =>
  Object.entries(keywords).flatMap(([lang, words]) =>
    words.flatMap((word, index) =>
      keywordOf(word) === undefined
        ? [{ pointer: `/keywords/${lang}/${index}`, detail: 'This cannot be a keyword' }]
        : [],
    ),
  )

/** Keywords in German order, each once however it is written; languages without any are left out. */
export const keywordsInOrder = (keywords: Keywords): Keywords =>
  Object.fromEntries(
    Object.entries(keywords)
      .map(([lang, words]) => [lang, inOrder(words)] as const)
      .filter(([, words]) => words.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function inOrder(words: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const word of words.flatMap((one) => keywordOf(one) ?? []))
    if (!known.has(sortKeyOf(word))) known.set(sortKeyOf(word), word)
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word)
}
