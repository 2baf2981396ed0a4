import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell } from './csv-cell.ts'
import { ImportError } from './profile.ts'
import { readTextTable } from './table-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['UTF-8', utf8('Name;Ort\nMüller;Lübz\n'), ';'],
  ['UTF-8 with its mark', utf8('\ufeffName,Ort\nMüller,Lübz\n'), ','],
  ['Windows-1252', Buffer.from('Name;Ort\r\nMüller;Lübz\r\n', 'latin1'), ';'],
  ['UTF-16', Buffer.from('\ufeffName\tOrt\nMüller\tLübz\n', 'utf16le'), '\t'],
  ['UTF-8, with commas in quotes', utf8('Name;"Ort,Teil,x"\nMüller;Lübz'), ';'],
])('a table in %s is read as it was meant', (_name, bytes, delimiter) => {
  const table = readTextTable(bytes)
  expect(table).toMatchObject({ delimiter })
  expect(table.header[0]).toBe('Name')
  expect(table.rows).toEqual([{ line: 2, cells: ['Müller', 'Lübz'] }])
})

test('rows bear the line they end on, and empty ones are passed over', () => {
  const { rows } = readTextTable(utf8('a;b\n\n"x\ny";1\n;\nz;2\n'))
  expect(rows).toEqual([
    { line: 4, cells: ['x\ny', '1'] },
    { line: 6, cells: ['z', '2'] },
  ])
})

test.each([
  ['', 'The file is empty'],
  ['a;b\n"x;1\n', 'The file is no CSV'],
])('%j is refused', (text, words) => {
  expect(() => readTextTable(utf8(text))).toThrow(ImportError)
  expect(() => readTextTable(utf8(text))).toThrow(words)
})

test('what is wrong with a table is said without its cells', () => {
  const read = () => readTextTable(utf8('Nachname;Stelle\nMus"ter";Archiv\n'))
  expect(read).toThrow(/INVALID_OPENING_QUOTE, line 2/)
  expect(read).not.toThrow(/Mus/)
})

test('of millions of short lines no more are read than are counted', () => {
  // A quote out of place, far behind where reading has to end.
  const text = `a;b\n${'1;2\n'.repeat(50_001)}x"y;2\n`
  expect(() => readTextTable(utf8(text))).toThrow('more than 50000 lines')
})

test('whatever was written as a cell is read as it was, formulas as well', () => {
  const cell = fc.string({ minLength: 1 }).map((text) => text.replace(/\p{Cc}/gu, '').trim() || 'x')
  const kept = cell.filter((text) => !/^'[=+\-@]/.test(text))
  fc.assert(
    fc.property(fc.array(kept, { minLength: 2, maxLength: 5 }), (cells) => {
      const head = cells.map((_, index) => `c${index}`).join(',')
      const { rows } = readTextTable(utf8(`${head}\n${cells.map(csvCell).join(',')}\n`))
      expect(rows[0]?.cells).toEqual(cells)
    }),
  )
})
