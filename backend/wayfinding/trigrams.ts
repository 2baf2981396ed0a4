/** Groups of three letters of a word or phrase, its two ends included. */
export function trigrams(text: string): Set<string> {
  const framed = ` ${text} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= framed.length; at += 1) found.add(framed.slice(at, at + 3))
  return found
}

/** Numbers of groups are cut to this many bits: a rare collision does not change an order that is heuristic anyway. */
const groupBits = 11

/** How like a phrase others are, 0 to 1 (Dice over groups of three letters, each counted once). */
export function likenessTo(phrase: string): (other: string) => number {
  const own = new Uint8Array(1 << groupBits)
  const size = eachGroup(phrase, (group) => {
    if (own[group] !== 0) return false
    own[group] = 1
    return true
  })
  const seen = new Uint32Array(1 << groupBits)
  let round = 0
  return (other) => {
    round += 1
    let shared = 0
    const count = eachGroup(other, (group) => {
      if (seen[group] === round) return false
      seen[group] = round
      shared += own[group]!
      return true
    })
    return size + count === 0 ? 0 : (2 * shared) / (size + count)
  }
}

/** Counts the groups that `take` accepts. */
function eachGroup(text: string, take: (group: number) => boolean): number {
  let count = 0
  const mask = (1 << groupBits) - 1
  for (let at = -1; at + 1 < text.length; at += 1) {
    const [a, b, c] = [codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2)]
    if (take((((a * 31 + b) * 31 + c) * 2_654_435_761) & mask)) count += 1
  }
  return count
}

const codeAt = (text: string, at: number) => (at < 0 || at >= text.length ? 32 : text.charCodeAt(at))
