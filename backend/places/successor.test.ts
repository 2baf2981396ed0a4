import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heirsOf, type Succession } from './successor.ts'

const to = (regionKey: string, successorKey: string, share = 1): Succession => ({
  regionKey,
  successorKey,
  share,
})

describe('the heirs of an area', () => {
  test.each<[string, readonly Succession[], readonly string[]]>([
    ['without successions there are none', [], []],
    ['the successor', [to('a', 'b')], ['b']],
    ['the last of several successors in turn', [to('a', 'b'), to('b', 'c'), to('c', 'd')], ['d']],
    ['all of them, the largest share first', [to('a', 'b', 0.2), to('a', 'c', 0.8)], ['c', 'b']],
    [
      'two ways to one are added up',
      [to('a', 'b', 0.3), to('a', 'c', 0.4), to('a', 'd', 0.3), to('d', 'b')],
      ['b', 'c'],
    ],
    ['nobody succeeds itself', [to('a', 'a')], []],
    ['a circle leads nowhere', [to('a', 'b'), to('b', 'a')], []],
    ['the way out of a circle counts', [to('a', 'b'), to('b', 'a', 0.5), to('b', 'c', 0.5)], ['c']],
    ['what others became does not matter', [to('x', 'y'), to('a', 'b')], ['b']],
  ])('%s', (_, successions, expected) => {
    expect(heirsOf('a', successions).map((heir) => heir.regionKey)).toEqual(expected)
  })

  test('have no successor themselves, and share no more than there was', () => {
    const key = fc.constantFrom(...'abcdef')
    const succession = fc.record({
      regionKey: key,
      successorKey: key,
      share: fc.constantFrom(0.1, 0.25, 0.5),
    })
    const successions = fc.uniqueArray(succession, {
      selector: (one) => one.regionKey + one.successorKey,
      maxLength: 12,
    })
    fc.assert(
      fc.property(successions, (all) => {
        fc.pre([...'abcdef'].every((one) => shareOf(all, one) <= 1))
        const heirs = heirsOf('a', all)
        expect(heirs.filter((heir) => all.some((one) => one.regionKey === heir.regionKey))).toEqual([])
        expect(heirs.reduce((sum, heir) => sum + heir.share, 0)).toBeLessThanOrEqual(1.000_001)
        expect(new Set(heirs.map((heir) => heir.regionKey)).size).toBe(heirs.length)
      }),
    )
  })
})

const shareOf = (all: readonly Succession[], key: string) =>
  all.filter((one) => one.regionKey === key).reduce((sum, one) => sum + one.share, 0)
