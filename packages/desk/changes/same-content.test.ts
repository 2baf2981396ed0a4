import { expect } from '@open-wc/testing'
import { isSameContent } from './same-content.ts'

describe('what is there', () => {
  // prettier-ignore
  const cases: readonly (readonly [unknown, unknown, boolean, string])[] = [
    [{ id: 'x', service: 's', regionKey: '13', items: [] }, { items: [] }, true, 'with its address'],
    [{ b: [1], a: { d: 1, c: 2 } }, { a: { c: 2, d: 1 }, b: [1] }, true, 'in another order'],
    [{ a: 1, more: [], none: {}, no: null }, { a: 1 }, true, 'with empty parts'],
    [{ a: 1, more: ['x'] }, { a: 1 }, false, 'with more'],
    [{ a: ['x', 'y'] }, { a: ['y', 'x'] }, false, 'in another order that is read'],
    [{ html: '<p>vor <strong>Ostern</strong></p>' }, { html: '<p>vor Ostern</p>' }, false, 'with other marks'],
    [{ regionKey: '13', a: 1 }, { regionKey: '12', a: 1 }, false, 'for another area'],
    [{ general: false }, { general: true }, false, 'with another answer'],
  ]
  for (const [there, written, isSame, what] of cases)
    it(`${isSame ? 'is' : 'is not'} what was written, ${what}`, () => {
      expect(isSameContent(there, written)).to.equal(isSame)
    })
})
