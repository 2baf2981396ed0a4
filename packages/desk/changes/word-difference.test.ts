import { expect } from '@open-wc/testing'
import fc from 'fast-check'
import { wordDifference } from './word-difference.ts'

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('')

describe('what became of a text', () => {
  const cases: readonly (readonly [before: string, after: string, shown: string])[] = [
    ['', '', ''],
    ['Rathaus', 'Rathaus', 'Rathaus'],
    ['', 'Neu', '+Neu+'],
    ['Alt', '', '-Alt-'],
    ['Montag 8 bis 12 Uhr', 'Montag 9 bis 12 Uhr', 'Montag -8 -+9 +bis 12 Uhr'],
    ['Markt 1', 'Am Markt 1', '+Am +Markt 1'],
  ]
  for (const [before, after, expected] of cases)
    it(`„${before}“ to „${after}“`, () => expect(shown(before, after)).to.equal(expected))

  const texts = fc.array(fc.constantFrom('Rathaus ', 'Amt ', 'und ', '\n', 'Hof'), { maxLength: 12 })
  it('loses no word of either', () => {
    fc.assert(
      fc.property(texts, texts, (old, now) => {
        const [before, after] = [old.join(''), now.join('')]
        const found = wordDifference(before, after)
        const without = (kind: string) =>
          found.flatMap((one) => (one.kind === kind ? [] : [one.text])).join('')
        expect(without('added')).to.equal(before)
        expect(without('removed')).to.equal(after)
      }),
    )
  })

  it('is nothing where nothing changed, and never says the same word away and back beside itself', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const text = some.join('')
        expect(wordDifference(text, text).every(({ kind }) => kind === 'same')).to.equal(true)
      }),
    )
  })

  it('does not stand still before a book', () => {
    const book = (word: string) => `${word} `.repeat(5_000)
    expect(wordDifference(book('alt'), book('neu')).map(({ kind }) => kind)).to.deep.equal([
      'removed',
      'added',
    ])
  })
})
