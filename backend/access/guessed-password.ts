import { isTooCommon } from './password-rules.ts'

/** Fewer guesses than this are soon made, even where each has to be asked of this server. */
const leastGuesses = 1e8
/** Characters that are looked at: what comes after them makes a password only longer, and looking takes the square of the length. */
const mostLooked = 64

let estimating: Promise<(password: string, context: readonly string[]) => number> | undefined

/**
 * Whether a password would be among the first that are tried: by the rules about its context (`isTooCommon`), or by lists of the 49,000
 * commonest passwords and of German words and names, by keyboard rows and dates (zxcvbn). The lists are read when the first password is set.
 */
export async function isGuessed(password: string, context: readonly string[]): Promise<boolean> {
  if (isTooCommon(password, context)) return true
  const guesses = await (estimating ??= readLists())
  return guesses(password.slice(0, mostLooked), context) < leastGuesses
}

async function readLists() {
  const [{ ZxcvbnFactory }, common, german] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-de'),
  ])
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...german.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: mostLooked,
  })
  return (password: string, context: readonly string[]): number =>
    zxcvbn.check(password, [...context.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))]).guesses
}
