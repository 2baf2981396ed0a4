import type { Trx } from '../database/database.ts'
import { reindexUnits } from '../directory/index.ts'
import { deriveTiers } from '../responsibility/index.ts'
import { applyLocalKeywords } from '../services/index.ts'
import type { Taken } from './take-staged.ts'

/** Makes search know that services have changed; the index is made as a whole, so that one word is enough. */
export type NoteSearch = (trx: Trx, about: string) => Promise<void>

/** Works out what follows from other records than before; `all` where nobody knows which. */
export async function followTaken(trx: Trx, taken: Taken | 'all', noteSearch: NoteSearch): Promise<void> {
  const has = (kind: string) => taken === 'all' || taken.written.has(kind) || taken.deleted.has(kind)
  if (has('service')) {
    await applyLocalKeywords(trx)
    await noteSearch(trx, 'subscription')
  }
  if (has('unit')) await reindexUnits(trx, taken === 'all' ? 'all' : (taken.written.get('unit') ?? []))
  if (has('unit') || has('responsibilities')) await deriveTiers(trx)
}
