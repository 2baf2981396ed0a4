import { describe, expect, test } from 'vitest'
import { arrangeSituations, type SituationSetting } from './arranged-situations.ts'

const land = '13'
const kreis = '13074'
const amt = '130745454'
const gemeinde = '130745454012'

const situation = (id: string, parentId: string | null = null) => ({ id, parentId, name: id, icon: null })
const all = [
  situation('a'),
  situation('b'),
  situation('b1', 'b'),
  situation('b2', 'b1'),
  situation('c'),
  situation('d'),
]
const names = (...settings: readonly SituationSetting[]) =>
  arrangeSituations(all, settings).map(({ name }) => name)
const set = (regionKey: string, id: string, more: Partial<SituationSetting>): SituationSetting => ({
  regionKey,
  situation: id,
  ...more,
})

describe('an authority', () => {
  test('that says nothing leaves everything as it is', () => {
    expect(names()).toEqual(['a', 'b', 'b1', 'b2', 'c', 'd'])
  })

  test('puts first what it names, and the rest follows in its usual order', () => {
    expect(names(set(amt, 'd', { position: 1 }), set(amt, 'c', { position: 2 }))).toEqual([
      'd',
      'c',
      'a',
      'b',
      'b1',
      'b2',
    ])
  })

  test('hides a life situation with all below it', () => {
    expect(names(set(amt, 'b', { hidden: true }))).toEqual(['a', 'c', 'd'])
  })

  test('gives one another name', () => {
    expect(names(set(amt, 'a', { name: 'Strand' }))[0]).toBe('Strand')
  })

  test('inherits from Land, Kreis and Amt what it does not say itself', () => {
    expect(
      names(
        set(land, 'a', { hidden: true }),
        set(land, 'c', { name: 'Land' }),
        set(kreis, 'd', { position: 1 }),
        set(amt, 'c', { name: 'Amt' }),
        set(gemeinde, 'c', { position: 1 }),
      ),
    ).toEqual(['Amt', 'd', 'b', 'b1', 'b2'])
  })

  test('shows again what the Kreis hides', () => {
    expect(names(set(kreis, 'a', { hidden: true }), set(gemeinde, 'a', { hidden: false }))).toContain('a')
  })
})

test('a circle of parents ends', () => {
  const circle = [situation('x', 'y'), situation('y', 'x')]
  expect(arrangeSituations(circle, [])).toHaveLength(2)
})
