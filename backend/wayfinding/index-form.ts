import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { listPath } from './language/rows.ts'
import { once } from './once.ts'

/** Grows when the same texts are indexed in another way. */
const analysis = 2
/** Lists that decide what is indexed; synonyms are looked up when somebody searches. */
const lists = ['base-vocabulary.txt', 'exceptions.csv', 'word-forms.csv', 'everyday-keywords.csv']

/** How an index was made: it must be made anew where this differs. */
export const indexForm = once(() => {
  const sum = createHash('sha256').update(String(analysis))
  for (const list of lists) sum.update(readFileSync(listPath(list)))
  return sum.digest('base64url').slice(0, 16)
})
