import { describe, expect, test } from 'vitest'
import { type Ends, type FreshTerm, grown, type StoredTerm, termId } from './term-count.ts'

const fresh = (ends: Partial<Ends>, text: string | undefined = 'Marke'): FreshTerm => ({
  regionKey: '13',
  folded: 'marke',
  text,
  none: 0,
  unopened: 0,
  opened: 0,
  ...ends,
})
const stored = (ends: Partial<Ends>, text: string | null = null): StoredTerm => ({
  text,
  none: 0,
  unopened: 0,
  opened: 0,
  ...ends,
})

describe('what is stored of a term', () => {
  test.each([
    ['one asker leaves no text', undefined, fresh({ none: 1 }), stored({ none: 1 })],
    ['nor do four', stored({ none: 3 }), fresh({ none: 1 }), stored({ none: 4 })],
    ['the fifth brings it', stored({ none: 4 }), fresh({ none: 1 }), stored({ none: 5 }, 'Marke')],
    ['both ways of leading nowhere count', stored({ none: 2 }), fresh({ unopened: 3 }), stored({ none: 2, unopened: 3 }, 'Marke')],
    ['five at once are enough', undefined, fresh({ unopened: 5 }), stored({ unopened: 5 }, 'Marke')],
    ['a later spelling changes nothing', stored({ none: 5 }, 'MARKE'), fresh({ none: 1 }), stored({ none: 6 }, 'MARKE')],
    ['searches that end well bring no text', stored({ none: 4 }), fresh({ opened: 9 }, undefined), stored({ none: 4, opened: 9 })],
    ['and alone leave nothing at all', undefined, fresh({ opened: 9 }, undefined), undefined],
  ])('%s', (_, before, added, after) => {
    expect(grown(before, added)).toEqual(after)
  }) // prettier-ignore
})

describe('the hash of a term', () => {
  const key = 'a'.repeat(64)

  test('depends on area, term and key', () => {
    const ids = [
      termId(key, { regionKey: '13', folded: 'marke' }),
      termId(key, { regionKey: '', folded: 'marke' }),
      termId(key, { regionKey: '13', folded: 'marken' }),
      termId('b'.repeat(64), { regionKey: '13', folded: 'marke' }),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(ids[0]).toBe(termId(key, { regionKey: '13', folded: 'marke' }))
  })
})
