import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPattern } from './question-pattern.ts'

describe('a pattern of a question', () => {
  test('joins groups of words that mean the same, and excludes words', () => {
    expect(readPattern('Hund|Welpe + gekauft ! futter*|*schule')).toEqual({
      groups: [
        [
          { text: 'hund', kind: 'word' },
          { text: 'welpe', kind: 'word' },
        ],
        [{ text: 'gekauft', kind: 'word' }],
      ],
      ordered: false,
      excluded: [
        { text: 'futter', kind: 'beginning' },
        { text: 'schule', kind: 'ending' },
      ],
    })
  })

  test('may ask for an order', () => {
    expect(readPattern('ziehe|ziehen > um')).toMatchObject({ ordered: true, excluded: [] })
  })

  test.each([
    ['hund', /One word alone is a search/],
    ['hund + ', /A word is missing/],
    ['hund|+ gekauft', /A word is missing/],
    ['hund + neuer welpe', /no word/],
    ['*hund* + gekauft', /no word/],
    ['h*nd + gekauft', /no word/],
    ['hund + gekauft !', /A word is missing/],
    ['hund + gekauft ! a ! b', /more than one !/],
    ['ziehe > um + bald', /do not mix/],
  ])('%s is refused in a sentence that shows how one is written', (text, words) => {
    const pattern = readPattern(text)
    expect('fault' in pattern && pattern.fault).toMatch(words)
    expect('fault' in pattern && pattern.fault).toContain('A pattern reads like')
  })

  test('is a pattern or a fault, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab +>|!*-'ß ї") }), (text) => {
        const pattern = readPattern(text)
        if (!('fault' in pattern)) expect(pattern.groups.length).toBeGreaterThan(1)
      }),
    )
  })
})
