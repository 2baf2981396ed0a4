import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { faultyKeyword, keywordsIn, mergedKeywords } from './typed-keywords.ts'

describe('keywords as they are typed', () => {
  it('stand one to a line, each once', () =>
    expect(keywordsIn(' Hund \n\nKöter  und Co.\nHund')).to.deep.equal(['Hund', 'Köter und Co.']))

  for (const word of ['...', 'x'.repeat(121)])
    it(`are words: not „${word.slice(0, 9)}“`, () => expect(faultyKeyword(`Hund\n${word}`)).to.equal(word))

  it('are words, with or without letters', () => expect(faultyKeyword('Hund\n115')).to.equal(undefined))
})

describe('two lists of keywords', () => {
  it('are put together', () =>
    expect(mergedKeywords(['a', 'b', 'c'], ['a', 'b', 'neu'], ['b', 'c', 'auch'])).to.deep.equal([
      'b',
      'neu',
      'auch',
    ]))

  const list = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))
  it('hold each new word of either, and none that either took away', () => {
    fc.assert(
      fc.property(list, list, list, (base, mine, theirs) => {
        const merged = mergedKeywords(base, mine, theirs)
        for (const word of ['a', 'b', 'c', 'd', 'e']) {
          const wanted = base.includes(word)
            ? mine.includes(word) && theirs.includes(word)
            : mine.includes(word) || theirs.includes(word)
          expect(merged.includes(word), word).to.equal(wanted)
        }
        expect(new Set(merged).size).to.equal(merged.length)
      }),
    )
  })
})
