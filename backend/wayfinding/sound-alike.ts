import { colognePhonetic } from 'cologne-phonetic'

/** Known words that sound like a typed one. */
export type SoundAlike = (typed: string) => readonly string[]

/** Fewer sounds fit too many words. */
const fewestSounds = 4
/** What sounds alike is about as long. */
const mostLetters = 3
const most = 5

/** Finds words by Koelner Phonetik (Postel 1969): "Fürerschain" sounds like "Führerschein". */
export function soundFinder(words: readonly string[]): SoundAlike {
  let bySound: ReadonlyMap<string, readonly string[]> | undefined
  return (typed) => {
    const sound = colognePhonetic(typed)
    if (sound.length < fewestSounds) return []
    // Last resort of few queries: the words are sounded out when it is first needed.
    bySound ??= Map.groupBy(words, colognePhonetic)
    return (bySound.get(sound) ?? [])
      .filter((word) => Math.abs(word.length - typed.length) <= mostLetters)
      .toSorted((a, b) => Math.abs(a.length - typed.length) - Math.abs(b.length - typed.length))
      .slice(0, most)
  }
}
