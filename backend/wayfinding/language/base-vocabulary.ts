import { openImportFile } from '../../import/index.ts'
import { listPath, oneOf, readRows, several, text } from './rows.ts'

/** Parts of which compounds of this field are made, as they stand in them but without Fugen-s; at least three letters. */
export const readBaseVocabulary = (path = listPath('base-vocabulary.txt')): readonly string[] =>
  openImportFile(path).text().trimEnd().split('\n')

export const exceptionKinds = ['unteilbar', 'nicht-weiblich'] as const

/** A word that a rule would cut wrongly. */
export interface CuttingException {
  readonly word: string
  /** `unteilbar`: no compound, or one whose parts mislead; `nicht-weiblich`: its -in makes no woman of it. */
  readonly kind: (typeof exceptionKinds)[number]
  /** The parts that tempt. */
  readonly tempts: readonly string[]
}

export const readCuttingExceptions = (path = listPath('exceptions.csv')): readonly CuttingException[] =>
  readRows(path, ['word', 'kind', 'tempts']).map((row) => ({
    word: text(row, 'word'),
    kind: oneOf(exceptionKinds, row, 'kind'),
    tempts: several(row, 'tempts'),
  }))
