/** Longest keyword that the server takes. */
const longest = 120

/** Words that were typed one to a line. */
export const keywordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.replaceAll(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
]

/** The first line that can be no keyword; undefined where all can. */
export const faultyKeyword = (text: string): string | undefined =>
  keywordsIn(text).find((word) => word.length > longest || !/[\p{L}\p{N}]/u.test(word))

/** Two lists that both began as `base`, put together: a word stays unless one side took it away. */
export const mergedKeywords = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] => [
  ...mine.filter((word) => theirs.includes(word) || !base.includes(word)),
  ...theirs.filter((word) => !mine.includes(word) && !base.includes(word)),
]
