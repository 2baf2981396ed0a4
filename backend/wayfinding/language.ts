import { readBaseVocabulary } from './language/base-vocabulary.ts'
import { readEverydayKeywords, termsByKey } from './language/everyday-keywords.ts'
import { readQueryPhrases } from './language/query-phrases.ts'
import { readSynonyms } from './language/synonyms.ts'
import { readWordForms } from './language/word-forms.ts'
import { type Meanings, meaningsOf } from './meanings.ts'
import { fold, words } from './normalise.ts'
import { once } from './once.ts'
import { stem } from './stem.ts'

const shortestPart = 3

/** What everyday words stand for; read once per process. */
export const knownMeanings: () => Meanings = once(() => meaningsOf([...readSynonyms(), ...families()]))

/** Forms of more than one word stand for their base: "läuft ab". */
const families = () =>
  readWordForms().flatMap(({ base, forms }) =>
    forms
      .filter((form) => form.includes(' '))
      .map((form) => ({
        everyday: form,
        official: [base],
        direction: 'to' as const,
        kind: 'verb-nomen' as const,
        reason: 'Wortform',
      })),
  )

/** Stems that compounds may be split by though no description has them alone. */
export const partStems = once(
  () =>
    new Set(
      [...knownMeanings().words, ...readBaseVocabulary().map(fold)]
        .filter((word) => word.length >= shortestPart && /^[a-z]+$/.test(word))
        .map(stem),
    ),
)

/** What people type for a Leistungsschluessel. */
export const everydayTerms = once(() => termsByKey(readEverydayKeywords()))

/** Phrases around what somebody looks for ("wo bekomme ich"), as folded words, the longest first. */
export const emptyPhrases = once(() =>
  readQueryPhrases()
    .flatMap(({ phrase, kind }) => (kind === 'schwach' ? [] : [words(phrase)]))
    .sort((a, b) => b.length - a.length),
)
