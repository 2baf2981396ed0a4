import { readCuttingExceptions } from './language/base-vocabulary.ts'
import { readWordForms } from './language/word-forms.ts'
import { fold } from './normalise.ts'
import { once } from './once.ts'

const isOneWord = (text: string) => /^\p{L}+$/u.test(text)

/** Stems of words whose forms no rule finds: Ämter, abgelaufen, Fachfrau. */
let stems: ReadonlyMap<string, string> | undefined
export const irregularStems = (regularStem: (word: string) => string): ReadonlyMap<string, string> =>
  (stems ??= new Map(
    readWordForms().flatMap(({ base, forms }) =>
      isOneWord(base)
        ? [base, ...forms].filter(isOneWord).map((form) => [fold(form), regularStem(fold(base))] as const)
        : [],
    ),
  ))

/** Words that end like those for a woman: Termin, Benzin. */
export const neverFeminine = once(
  () =>
    new Set(
      readCuttingExceptions().flatMap(({ word, kind }) => (kind === 'nicht-weiblich' ? [fold(word)] : [])),
    ),
)

/** Words that are no compounds, or whose parts mislead: Urlaub, Verein. */
export const indivisible = once(
  () =>
    new Set(readCuttingExceptions().flatMap(({ word, kind }) => (kind === 'unteilbar' ? [fold(word)] : []))),
)
