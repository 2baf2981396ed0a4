import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compoundSplitter, partVocabulary } from './compounds.ts'
import { stem } from './stem.ts'

const splitterOf = (...known: string[]) => {
  const frequencies = new Map<string, number>()
  for (const word of known) frequencies.set(stem(word), (frequencies.get(stem(word)) ?? 0) + 1)
  return compoundSplitter(partVocabulary(frequencies))
}

describe('compounds fall into words that the texts use', () => {
  const split = splitterOf('bewohner', 'parken', 'ausweis', 'ausweis', 'geburt', 'urkunde', 'hund', 'steuer')

  test.each([
    ['parkausweis', ['park', 'ausweis']],
    ['bewohnersteuer', ['bewohner', 'steuer']],
    ['bewohnerparkausweis', ['bewohner', 'park', 'ausweis']],
    ['geburtsurkunde', ['geburts', 'urkunde']],
    ['geburtsurkunden', ['geburts', 'urkunden']],
    ['hundesteuer', ['hunde', 'steuer']],
  ])('%s is %j', (word, parts) => {
    expect(split(word)).toEqual(parts)
  })

  test.each(['ausweis', 'reisepass', 'hundeleine', 'ehe', '', 'hund2steuer', 'hunde'.repeat(20)])(
    '%s stays whole',
    (word) => {
      expect(split(word)).toEqual([])
    },
  )
})

test('of several ways to cut the one with the commoner parts is taken', () => {
  const split = splitterOf('wachs', 'tube', 'wach', 'wach', 'wach', 'stube', 'stube', 'stube')
  expect(split('wachstube')).toEqual(['wach', 'stube'])
})

test('the parts make up the word', () => {
  const part = fc.string({ unit: fc.constantFrom(...'abens'), minLength: 4, maxLength: 7 })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const word = parts.join('')
      const found = splitterOf(...parts)(word)
      return found.length === 0 || found.join('') === word
    }),
  )
})

test('the ending for a woman belongs to the last part, whatever else it means alone', () => {
  const split = splitterOf('parken', 'wachter', 'innen', 'arzt')
  expect(split('parkwachterinnen')).toEqual(['park', 'wachterinnen'])
  expect(split('parkwachterin')).toEqual(['park', 'wachterin'])
  expect(split('arztinnen')).toEqual([])
})

/** Every way to cut, each part stemmed, the first no longer than seven letters behind a stem: what the definition says, slowly. */
function slowly(word: string, frequencies: ReadonlyMap<string, number>): readonly string[] {
  const frequencyOf = (part: string) => (part.length < 4 ? 0 : (frequencies.get(stem(part)) ?? 0))
  const mean = (parts: readonly string[]) =>
    parts.reduceRight((sum, part) => Math.log(frequencyOf(part)) + sum, 0) / parts.length
  const best = (rest: string): readonly string[] => {
    let found: readonly string[] = []
    for (let cut = 3; cut <= rest.length - 3; cut += 1) {
      const [head, tail] = [rest.slice(0, cut), rest.slice(cut)]
      const split = best(tail)
      const stems = [...frequencies.keys()].filter((each) => head.startsWith(each))
      if (frequencyOf(head) > 0 && stems.some((each) => cut - each.length <= 7))
        for (const parts of [
          ...(frequencyOf(tail) > 0 ? [[tail]] : []),
          ...(split.length > 0 ? [split] : []),
        ])
          if (found.length === 0 || mean([head, ...parts]) > mean(found)) found = [head, ...parts]
    }
    return found
  }
  return best(word)
}

test('words are cut as if every way to cut had been tried', () => {
  const part = fc.string({ unit: fc.constantFrom(...'abensu'), minLength: 4, maxLength: 6 })
  const ending = fc.constantFrom('', 's', 'en', 'er', 'ung', 'ungs', 'keits', 'e', 'innen')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(part, fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(5), ending), { minLength: 2, maxLength: 3 }),
      (known, chosen) => {
        const frequencies = new Map(known.map(([each, frequency]) => [stem(each), frequency]))
        const word = chosen.map(([place, end]) => `${known[place % known.length]![0]}${end}`).join('')
        expect(compoundSplitter(partVocabulary(frequencies))(word)).toEqual(slowly(word, frequencies))
      },
    ),
    { numRuns: 300 },
  )
})

test('the longest words are split in no time', () => {
  const split = splitterOf('aaaa', 'aaaaa', 'aaaaaa')
  const start = performance.now()
  for (let length = 1; length <= 60; length += 1) split('a'.repeat(length))
  expect(performance.now() - start).toBeLessThan(500)
})

describe('words that no text has alone', () => {
  const split = compoundSplitter(partVocabulary(new Map([[stem('zulassung'), 3]]), new Set(['kfz', 'angel'])))

  test('split compounds where the base vocabulary has them, short ones included', () => {
    expect(split('kfzzulassung')).toEqual(['kfz', 'zulassung'])
    expect(split('angelzulassung')).toEqual(['angel', 'zulassung'])
  })

  test('do not where nobody has them', () => {
    expect(split('abczulassung')).toEqual([])
  })
})

test('words that only look like compounds stay whole', () => {
  const split = splitterOf('urlaub', 'laub', 'verein', 'eins')
  expect(['urlaub', 'verein'].map(split)).toEqual([[], []])
})
