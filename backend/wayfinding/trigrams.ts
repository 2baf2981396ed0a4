/** Groups of three letters of a word or phrase, its two ends included. */
export function trigrams(text: string): Set<string> {
  const framed = ` ${text} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= framed.length; at += 1) found.add(framed.slice(at, at + 3))
  return found
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const each of a) if (b.has(each)) count += 1
  return count
}

/** How alike two phrases are, 0 to 1 (Dice). */
export const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size)

/** Fewer shared trigrams, or a smaller share of the word, are chance: random strings then find something. */
const fewest = 3
const smallestShare = 0.25

/** How much of what was typed stands in a word, 0 to 1; 0 where it may as well be chance. */
export function containment(typed: ReadonlySet<string>, word: ReadonlySet<string>): number {
  const count = shared(typed, word)
  const share = count / typed.size
  return count < fewest || share < smallestShare ? 0 : share
}
