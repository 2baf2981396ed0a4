import { listPath, oneOf, readRows, text } from './rows.ts'

/** `schwach` words stand in many titles and say little; all other kinds say nothing about what is looked for. */
export const queryPhraseKinds = ['frage', 'absicht', 'höflich', 'füllwort', 'schwach'] as const

/** Words around what somebody looks for. */
export interface QueryPhrase {
  readonly phrase: string
  readonly kind: (typeof queryPhraseKinds)[number]
}

export const readQueryPhrases = (path = listPath('query-phrases.csv')): readonly QueryPhrase[] =>
  readRows(path, ['phrase', 'kind']).map((row) => ({
    phrase: text(row, 'phrase'),
    kind: oneOf(queryPhraseKinds, row, 'kind'),
  }))
