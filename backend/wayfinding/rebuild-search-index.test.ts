import { expect, test } from 'vitest'
import { dialectOf } from '../database/dialect.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'
import { openSearchDatabase } from './testing.ts'

test('what there was no room to keep is read again, and the index is the same', async () => {
  const db = await openSearchDatabase(
    { id: 'a', title: 'Reisepass beantragen', text: 'Der Reisepass gilt zehn Jahre.', keywords: ['Pass'] },
    { id: 'b', title: 'Bewohnerparkausweis', text: 'Parken in der Straße, in der Sie wohnen.' },
    { id: 'c', title: 'Kfz-Zulassung', text: 'Wer ein Auto kauft, meldet es an.' },
  )
  const index = async () => ({
    documents: await db.selectFrom('search_document').selectAll().orderBy('id').execute(),
    stems: await db.selectFrom('search_stem').selectAll().orderBy('number').execute(),
  })
  const before = await index()
  for (const room of [0, 12]) {
    await db.transaction().execute((trx) => rebuildSearchIndex(trx, dialectOf(trx).fullText, room))
    expect(await index()).toEqual(before)
  }
})
