import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import type { ImportFile } from './file.ts'
import { ImportError } from './profile.ts'

const read = (text: string, columns = ['key', 'name']) => readCsv({ text: () => text } as ImportFile, columns)

describe('CSV', () => {
  test('gives its rows by column, each with the line it ends on', () => {
    expect(read('key,name\n1,Wismar\n\n2,"Hagenow,\nStadt"\n')).toEqual([
      { line: 2, value: { key: '1', name: 'Wismar' } },
      { line: 5, value: { key: '2', name: 'Hagenow,\nStadt' } },
    ])
  })

  test('may begin with a byte order mark and end its lines in either way', () => {
    expect(read('\ufeffkey,name\r\n1,Wismar\r\n')).toEqual([{ line: 2, value: { key: '1', name: 'Wismar' } }])
  })

  test.each([
    ['cut off in the last field', 'key,name\n1,Wismar\n2,Hage', /cut off/],
    ['cut off before the last field', 'key,name\n1,Wismar\n2', /damaged/],
    ['cut off within quotes', 'key,name\n1,"Hagenow, St', /damaged/],
    ['without rows', 'key,name\n', /no rows/],
    ['without a column we need', 'key,ort\n1,Wismar\n', /lacks the column name/],
    ['of nothing', '', /no rows/],
  ])('%s is refused', (_, text, words) => {
    expect(() => read(text)).toThrow(words)
    expect(() => read(text)).toThrow(ImportError)
  })
})
