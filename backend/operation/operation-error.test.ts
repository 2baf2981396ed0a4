import { expect, test } from 'vitest'
import { explainDisk } from './operation-error.ts'

test.each([
  ['ENOSPC', /no room left for x/],
  ['EEXIST', /x is a file, not a folder/],
  ['SQLITE_CANTOPEN', /cannot be opened or written/],
  ['SQLITE_READONLY_DBMOVED', /cannot be opened or written/],
  ['SQLITE_IOERR_WRITE', /cannot be opened or written/],
  ['SQLITE_FULL', /no room left/],
  ['SQLITE_NOTADB', /not a usable SQLite database/],
  ['SQLITE_CORRUPT_INDEX', /not a usable SQLite database/],
])('%s is told in a sentence', (code, words) => {
  expect(explainDisk(Object.assign(new Error('raw'), { code }), 'x')?.message).toMatch(words)
})

test.each(['SQLITE_CONSTRAINT', 'SQLITE_BUSY', ''])('%j is no failure of the disk', (code) => {
  expect(explainDisk(Object.assign(new Error('raw'), { code }), 'x')).toBeUndefined()
})
