import { describe, expect, test } from 'vitest'
import { normalPhrase } from '../normalise.ts'
import { queryPhraseKinds, readQueryPhrases } from './query-phrases.ts'

const phrases = readQueryPhrases()
const kindOf = (phrase: string) => phrases.find((each) => each.phrase === phrase)?.kind

describe('the phrases around what somebody looks for', () => {
  test('are at least 300, of every kind some', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(300)
    expect(queryPhraseKinds.filter((kind) => !phrases.some((each) => each.kind === kind))).toEqual([])
  })

  test('stand once each, in lower case and not empty', () => {
    const folded = phrases.map(({ phrase }) => normalPhrase(phrase))
    expect(new Set(folded).size).toBe(folded.length)
    expect(folded).not.toContain('')
    expect(phrases.filter(({ phrase }) => phrase !== phrase.toLowerCase().trim())).toEqual([])
  })

  test('are of two words at most where they are weak, so that each can be weighed', () => {
    const long = phrases.filter(({ phrase, kind }) => kind === 'schwach' && phrase.split(' ').length > 2)
    expect(long).toEqual([])
  })

  test.each([
    ['wie kann ich', 'frage'],
    ['wo bekomme ich', 'frage'],
    ['ich brauche', 'absicht'],
    ['guten tag', 'höflich'],
    ['beantragen', 'schwach'],
    ['antrag', 'schwach'],
  ])('hold %s as %s', (phrase, kind) => {
    expect(kindOf(phrase)).toBe(kind)
  })

  test.each(['hund', 'auto', 'wohnung', 'adresse', 'ausweis'])(
    'never hold %s, which people look for',
    (word) => {
      expect(kindOf(word)).toBeUndefined()
    },
  )
})
