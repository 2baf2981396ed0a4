import { describe, expect, test } from 'vitest'
import { betterThan, type Description, holdsIn, isValidOn } from './applicable.ts'

const description = (facts: Partial<Description>): Description => ({
  id: 'a',
  regionKey: null,
  sourceId: 'state',
  leistungsschluessel: '99001001000000',
  richness: 0,
  validFrom: null,
  validTo: null,
  ...facts,
})

describe('where a description holds', () => {
  test.each([
    [null, '130765659001', true],
    ['13', '130765659001', true],
    ['13076', '130765659001', true],
    ['130765659001', '130765659001', true],
    ['13075', '130765659001', false],
    ['130765659001', '13076', false],
    ['13076', undefined, true],
  ])('one for %s in %s: %s', (regionKey, area, expected) => {
    expect(holdsIn(description({ regionKey }), area)).toBe(expected)
  })
})

describe('when a description holds', () => {
  test.each([
    [null, null, true],
    ['2026-01-01', null, true],
    ['2026-06-01', null, true],
    ['2026-06-02', null, false],
    [null, '2026-06-01', true],
    [null, '2026-05-31', false],
  ])('from %s to %s on the first of June: %s', (validFrom, validTo, expected) => {
    expect(isValidOn(description({ validFrom, validTo }), '2026-06-01')).toBe(expected)
  })
})

describe('of several descriptions of one service', () => {
  const nationwide = description({ id: 'n', sourceId: 'catalogue', richness: 900 })
  const state = description({ id: 's', regionKey: '13', richness: 10 })
  const town = description({ id: 't', regionKey: '130765659001', sourceId: 'town' })

  test('the most local stands for the others, however short it is', () => {
    expect(betterThan(nationwide, [nationwide, state, town])).toBe(town)
    expect(betterThan(state, [nationwide, state])).toBeUndefined()
  })

  test('of equally local ones the fullest, else the first', () => {
    const fuller = description({ id: 'f', regionKey: '13', richness: 20, sourceId: 'other' })
    const equal = description({ id: 'e', regionKey: '13', richness: 10, sourceId: 'other' })
    expect(betterThan(state, [state, fuller, equal])).toBe(fuller)
    expect(betterThan(state, [state, equal])).toBe(equal)
    expect(betterThan(equal, [state, equal])).toBeUndefined()
  })

  test('several of one source and region all stay', () => {
    expect(
      betterThan(state, [state, description({ id: 'a', regionKey: '13', richness: 99 })]),
    ).toBeUndefined()
  })
})
