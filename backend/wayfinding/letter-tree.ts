/**
 * Words as a tree of their letters, in typed arrays: following a word costs a step per letter and makes no strings, which is what
 * cutting compounds does most of the time. Built once, never changed.
 */
export interface LetterTree {
  /** The next node; none where no word goes on with this letter (a UTF-16 code unit). */
  readonly child: (node: number, letter: number) => number
  /** Whether a word ends here. */
  readonly ends: (node: number) => boolean
}

export const none = 0
export const root = 1

export function letterTree(words: Iterable<string>): LetterTree {
  const all = [...words]
  const most = all.reduce((sum, word) => sum + word.length, root + 1)
  let letters = new Uint16Array(most)
  let first = new Uint32Array(most)
  let next = new Uint32Array(most)
  let last = new Uint8Array(most)
  let nodes = root + 1

  const child = (node: number, letter: number): number => {
    let found = first[node]!
    while (found !== none && letters[found] !== letter) found = next[found]!
    return found
  }
  const grow = (node: number, letter: number): number => {
    letters[nodes] = letter
    next[nodes] = first[node]!
    first[node] = nodes
    return nodes++
  }
  for (const word of all) {
    let node = root
    for (let place = 0; place < word.length; place += 1) {
      const letter = word.charCodeAt(place)
      node = child(node, letter) || grow(node, letter)
    }
    last[node] = 1
  }
  letters = letters.slice(0, nodes)
  first = first.slice(0, nodes)
  next = next.slice(0, nodes)
  last = last.slice(0, nodes)
  return { child, ends: (node) => last[node] === 1 }
}
