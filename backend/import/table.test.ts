import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../operation/testing.ts'
import { openImportFile } from './file.ts'
import { ImportError } from './profile.ts'
import { readTable } from './table.ts'

const read = (text: string) => {
  const path = join(testFolder(), 'table.csv')
  writeFileSync(path, text)
  return readTable(openImportFile(path), { name: ['Name'], note: ['Notiz'] }, ['name'])
}

test('a table is read by the names of its columns', async () => {
  expect(await read('Notiz;Name\n;Amt\n')).toEqual([{ line: 2, value: { name: 'Amt', note: '' } }])
})

test.each([
  ['has a line without end', `Name;Notiz\nAmt;${'x'.repeat(1_000_001)}\n`, /MAX_RECORD_SIZE, line 2/],
  ['has a head without end', `Name;Notiz${';x'.repeat(1_000_001)}\n`, /MAX_RECORD_SIZE/],
  ['has more lines than any authority writes', `Name;Notiz\n${'a;b\n'.repeat(200_001)}`, /more than 200000/],
  ['has cells under no column', 'Name;Notiz\nAmt;x;Muster\n', /INCONSISTENT_COLUMNS, line 2/],
])('a table that %s is refused, and none of its cells is told', async (_, text, words) => {
  const refused = expect(read(text)).rejects
  await refused.toThrow(ImportError)
  await expect(read(text)).rejects.toThrow(words)
  await expect(read(text)).rejects.not.toThrow(/Amt|Muster/)
})
