import { expect } from '@open-wc/testing'
import { mergeChanges } from './conflict.ts'

describe('two changes of the same', () => {
  for (const [title, base, mine, theirs, merged, contested] of [
    ['in different fields are both kept', { a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 }, { a: 2, b: 3 }, []],
    ['to the same value do not contradict', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }, []],
    ['to different values must be chosen, and mine stays', { a: 1 }, { a: 2 }, { a: 3 }, { a: 2 }, ['a']],
    ['leave what nobody changed', { a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }, []],
    ['see lists as a whole', { a: [1] }, { a: [1, 2] }, { a: [1, 3] }, { a: [1, 2] }, ['a']],
    [
      'do not mind the order of keys',
      { a: { x: 1, y: 2 } },
      { a: { y: 2, x: 1 } },
      { a: { x: 9, y: 2 } },
      { a: { x: 9, y: 2 } },
      [],
    ],
    ['know a field that is new', {}, { a: 1 }, { b: 2 }, { a: 1, b: 2 }, []],
    ['know a field that was taken away', { a: 1 }, { a: 1 }, {}, { a: undefined }, []],
  ] as const) {
    it(title, () =>
      expect(
        mergeChanges(
          base as object as Record<string, unknown>,
          mine as object as Record<string, unknown>,
          theirs as object as Record<string, unknown>,
        ),
      ).to.deep.equal({ merged, contested }),
    )
  }
})
