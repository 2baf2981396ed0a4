import { describe, expect, test } from 'vitest'
import { normalPhrase } from '../normalise.ts'
import { readEverydayKeywords, termsByKey } from './everyday-keywords.ts'

const rows = readEverydayKeywords()

describe('the everyday keywords by Leistungsschluessel', () => {
  test('cover at least 300 starts of keys, each once and in order', () => {
    const starts = rows.map(({ keyStart }) => keyStart)
    expect(starts.length).toBeGreaterThanOrEqual(300)
    expect([...new Set(starts)].sort()).toEqual(starts)
  })

  test('stand at starts of 8, 11 or 14 digits of the catalogue', () => {
    const wrong = rows.filter(({ keyStart }) => !/^99\d{6}(?:\d{3}){0,2}$/.test(keyStart))
    expect(wrong).toEqual([])
  })

  test('name three to twenty terms each, in lower case and different after folding', () => {
    const wrong = rows.filter(({ terms }) => {
      const phrases = new Set(terms.map(normalPhrase))
      const tidy = terms.every((term) => term !== '' && term === term.toLowerCase().trim())
      return (
        !tidy || phrases.has('') || phrases.size !== terms.length || terms.length < 3 || terms.length > 20
      )
    })
    expect(wrong).toEqual([])
  })

  test('say for those who edit them which service is meant', () => {
    expect(rows.filter(({ service }) => normalPhrase(service) === '')).toEqual([])
  })

  test.each([
    ['99115005104000', 'umziehen'],
    ['99036008070000', 'auto abmelden'],
    ['99059001104000', 'heiraten'],
    ['99102013002000', 'hund anmelden'],
  ])('know what people type for %s: %s', (key, term) => {
    expect(termsByKey(rows)(key)).toContain(term)
  })
})

describe('the terms of a key', () => {
  const terms = termsByKey([
    { keyStart: '99036008', service: 'Fahrzeug', terms: ['auto', 'motorrad'] },
    { keyStart: '99036008070', service: 'Abmelden', terms: ['stilllegen', 'auto'] },
    { keyStart: '99036008070000', service: 'Abmelden', terms: ['verschrotten'] },
  ])

  test('begin with those of the service itself, and name each once', () => {
    expect(terms('99036008070000')).toEqual(['verschrotten', 'stilllegen', 'auto', 'motorrad'])
  })

  test('are those of the object where the kind of doing has none', () => {
    expect(terms('99036008007000')).toEqual(['auto', 'motorrad'])
  })

  test('are none for a key that nobody wrote about, or that is no key', () => {
    expect(terms('99999999999999')).toEqual([])
    expect(terms('')).toEqual([])
  })
})
