import { expect, test } from 'vitest'
import { csvCell } from './csv-cell.ts'

test.each([
  ['Hund', 'Hund'],
  ['a,b', '"a,b"'],
  ['sagt "ja"', '"sagt ""ja"""'],
  [' am Rand', '" am Rand"'],
  ['zwei\nZeilen', '"zwei\nZeilen"'],
  ['=1+1', "'=1+1"],
  ['@x', "'@x"],
  [7, '7'],
  [null, ''],
])('%j is written %s', (value, cell) => expect(csvCell(value)).toBe(cell))
