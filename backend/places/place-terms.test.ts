import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName } from './place-name.ts'
import { termsOf } from './place-terms.ts'

const wholes = (name: string) =>
  termsOf(name)
    .filter((term) => term.whole)
    .map((term) => term.norm)
const later = (name: string) =>
  termsOf(name)
    .filter((term) => !term.whole)
    .map((term) => term.norm)

test.each([
  ['Alt Krenzlin', ['alt krenzlin'], ['krenzlin']],
  ['Boizenburg/Elbe', ['boizenburg elbe', 'boizenburg'], ['elbe']],
  ['Halle (Saale)', ['halle saale', 'halle'], ['saale']],
  ['St. Peter-Ording', ['st peter ording', 'sankt peter ording'], ['peter ording', 'ording']],
  ['Sankt Augustin', ['st augustin', 'sankt augustin'], ['augustin']],
  ['Lübz', ['luebz', 'lubz'], []],
  ['Wieck a. Darß', ['wieck am darss'], ['darss']],
  [
    'Ostseebad Kühlungsborn',
    ['ostseebad kuehlungsborn', 'ostseebad kuhlungsborn'],
    ['kuehlungsborn', 'kuhlungsborn'],
  ],
])('%s is found as %j and %j', (name, whole, rest) => {
  expect(wholes(name)).toEqual(whole)
  expect(later(name)).toEqual(rest)
})

test('no name has a term twice, and each has itself', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      const norms = termsOf(name).map((term) => term.norm)
      expect(new Set(norms).size).toBe(norms.length)
      if (foldName(name)) expect(wholes(name)).toContain(foldName(name))
      expect(norms).not.toContain('')
    }),
  )
})
