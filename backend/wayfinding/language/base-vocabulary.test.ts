import { describe, expect, test } from 'vitest'
import { fold, normalPhrase } from '../normalise.ts'
import { exceptionKinds, readBaseVocabulary, readCuttingExceptions } from './base-vocabulary.ts'

describe('the base vocabulary', () => {
  const parts = readBaseVocabulary()

  test('holds at least 2,500 parts', () => {
    expect(parts.length).toBeGreaterThanOrEqual(2500)
  })

  test('holds words of at least three letters in lower case', () => {
    expect(parts.filter((part) => !/^[a-zäöüßé]{3,}$/.test(part))).toEqual([])
  })

  test('holds each part once after folding, in order', () => {
    const folded = parts.map(fold)
    expect([...new Set(folded)].sort()).toEqual(folded)
  })

  test.each(['fahrzeug', 'schein', 'bewohner', 'park', 'ausweis', 'hund', 'steuer', 'melde', 'wohn'])(
    'knows %s',
    (part) => {
      expect(parts).toContain(part)
    },
  )
})

describe('the words that are not cut', () => {
  const exceptions = readCuttingExceptions()

  test('are of every kind, each once', () => {
    const phrases = exceptions.map(({ word, kind }) => `${kind} ${normalPhrase(word)}`)
    expect(new Set(phrases).size).toBe(phrases.length)
    expect(exceptionKinds.filter((kind) => !exceptions.some((each) => each.kind === kind))).toEqual([])
  })

  test('hold what they tempt to', () => {
    const wrong = exceptions.filter(
      ({ word, tempts }) => !tempts.every((part) => part !== '' && fold(word).includes(fold(part))),
    )
    expect(wrong).toEqual([])
  })

  test('end in -in where they look like women', () => {
    const women = exceptions.filter(({ kind }) => kind === 'nicht-weiblich')
    expect(women.filter(({ word, tempts }) => word !== `${tempts.join('')}in`)).toEqual([])
  })

  test.each(['urlaub', 'verein', 'bescheid', 'quartier', 'entscheidung'])('hold %s', (word) => {
    expect(exceptions).toContainEqual(expect.objectContaining({ word, kind: 'unteilbar' }))
  })
})
