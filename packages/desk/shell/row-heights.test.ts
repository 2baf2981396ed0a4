import { expect } from '@open-wc/testing'
import { Heights } from './row-heights.ts'

describe('the heights of rows', () => {
  const heights = new Heights(10)
  heights.resize(5)
  heights.set(1, 30)
  heights.set(9, 1_000)

  it('are guessed until they are known', () => {
    expect([0, 1, 2, 5].map((row) => heights.before(row))).to.deep.equal([0, 10, 40, 70])
    expect(heights.total).to.equal(70)
  })

  for (const [distance, row] of [
    [-5, 0],
    [0, 0],
    [9, 0],
    [10, 1],
    [39, 1],
    [40, 2],
    [1_000, 4],
  ] as const)
    it(`${distance} px from the top is row ${row}`, () => expect(heights.at(distance)).to.equal(row))
})
