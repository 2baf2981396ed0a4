/** Groups of three letters of a word or phrase, its two ends included. */
export function trigrams(text: string): Set<string> {
  const framed = ` ${text} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= framed.length; at += 1) found.add(framed.slice(at, at + 3))
  return found
}

/** How alike two phrases are, 0 to 1 (Dice). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const each of a) if (b.has(each)) shared += 1
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
