import { foldName, foldWithoutDots } from './place-name.ts'

/** One way into a name: a folded text it can be typed as, from its beginning or from a later word. */
export interface Term {
  readonly norm: string
  /** Whether this is the whole name, however written. */
  readonly whole: boolean
}

/** Words nobody begins with when looking for a place. */
const small = new Set(
  'a am an auf bei das dem den der die ein i im in ob o u um und unter v vom von vor zu zum zur'.split(' '),
)

/**
 * Every term of a name: "Boizenburg/Elbe" is also "boizenburg" and found by "elbe", "Halle (Westf.)" is also "halle",
 * "St. Georgen" also "sankt georgen", "Lübz" also "lubz".
 */
export function termsOf(name: string): readonly Term[] {
  const withoutAddition = name.replace(/\s*\([^)]*\)/g, '')
  const firstOfTwo = withoutAddition.split('/', 1)[0] ?? ''
  const written = [name, withoutAddition, firstOfTwo]
  const wholes = [...written.map(foldName), ...written.map(foldWithoutDots)].filter(Boolean)
  const terms = new Map<string, Term>()
  for (const norm of wholes) {
    terms.set(norm, { norm, whole: true })
    const long = norm.replace(/(?<=^| )st (?=\p{L})/gu, 'sankt ')
    terms.set(long, { norm: long, whole: true })
  }
  for (const norm of [foldName(name), foldWithoutDots(name)].flatMap(laterWords))
    if (!terms.has(norm)) terms.set(norm, { norm, whole: false })
  return [...terms.values()]
}

function laterWords(norm: string): readonly string[] {
  const words = norm.split(' ')
  return words
    .map((word, index) => ({ word, rest: words.slice(index).join(' ') }))
    .slice(1)
    .filter(({ word }) => word.length >= 3 && !small.has(word))
    .map(({ rest }) => rest)
}
