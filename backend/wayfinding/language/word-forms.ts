import { listPath, oneOf, readRows, several, text } from './rows.ts'

/** Why a light stemmer does not bring the forms to the base; `weiblich` and `partizip` are names of people in gender-fair speech. */
export const wordFormKinds = ['plural', 'wortfamilie', 'weiblich', 'partizip', 'schreibweise'] as const

/** Forms that count as their base although their letters differ. */
export interface WordForms {
  readonly base: string
  readonly kind: (typeof wordFormKinds)[number]
  /** Words, now and then two ("läuft ab"); none stands at two bases. */
  readonly forms: readonly string[]
}

export const readWordForms = (path = listPath('word-forms.csv')): readonly WordForms[] =>
  readRows(path, ['base', 'kind', 'forms']).map((row) => ({
    base: text(row, 'base'),
    kind: oneOf(wordFormKinds, row, 'kind'),
    forms: several(row, 'forms'),
  }))
