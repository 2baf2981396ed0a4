import { describe, expect, test } from 'vitest'
import { fold } from '../normalise.ts'
import { stem } from '../stem.ts'
import { readBaseVocabulary, readCuttingExceptions } from './base-vocabulary.ts'
import { compoundCases, inflectionCases } from './testing.ts'
import { readWordForms } from './word-forms.ts'

const inflections = inflectionCases()
const compounds = compoundCases()
const whole = compounds.filter(({ parts }) => parts.length === 1)

const bases = new Map(readWordForms().flatMap(({ base, forms }) => forms.map((form) => [fold(form), base])))
const rootOf = (word: string) => stem(fold(bases.get(fold(word)) ?? word))

test('the cases for an analyser are at least 150 families and compounds, each once', () => {
  const words = [...inflections.map(({ base }) => base), ...compounds.map(({ compound }) => compound)]
  expect(words.length).toBeGreaterThanOrEqual(150)
  expect(new Set(inflections.map(({ base }) => fold(base))).size).toBe(inflections.length)
  expect(new Set(compounds.map(({ compound }) => fold(compound))).size).toBe(compounds.length)
})

describe('the light stem together with the irregular forms', () => {
  test.each(inflections)('brings $forms to $base', ({ base, forms }) => {
    expect(forms.map(rootOf)).toEqual(forms.map(() => rootOf(base)))
  })
})

describe('the base vocabulary', () => {
  const parts = new Set(readBaseVocabulary().map(fold))
  /** "wohnungs" is known by "wohnung", "urnen" by "urne". */
  const known = (part: string) =>
    ['', 's', 'es', 'n', 'en'].some(
      (link) => fold(part).endsWith(link) && parts.has(fold(part).slice(0, fold(part).length - link.length)),
    )

  test.each(compounds.filter((each) => each.parts.length > 1))('knows all parts of $compound', (each) => {
    expect(each.parts.join('')).toBe(each.compound)
    expect(each.parts.filter((part) => !known(part))).toEqual([])
  })
})

test('what stays whole is known as an exception', () => {
  const exceptions = new Set(readCuttingExceptions().map(({ word }) => word))
  expect(whole.map(({ compound }) => compound).filter((word) => !exceptions.has(word))).toEqual([])
})
