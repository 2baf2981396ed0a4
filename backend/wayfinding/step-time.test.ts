import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTimeOrder, readStepTime } from './step-time.ts'

test.each([
  ['before', { moment: 'before' }],
  ['now', { moment: 'now' }],
  ['after', { moment: 'after' }],
  ['within 7 days', { moment: 'after', value: 7, unit: 'TAG' }],
  ['within 1 month', { moment: 'after', value: 1, unit: 'MONAT' }],
  ['at least 6 weeks before', { moment: 'before', value: 6, unit: 'WOCHE' }],
  ['within 7 days before', undefined],
  ['at least 6 weeks', undefined],
  ['within 0 days', undefined],
  ['within a week', undefined],
  ['soon', undefined],
])('"%s" is read as %o', (text, expected) => {
  expect(readStepTime(text)).toEqual(expected)
})

const inOrder = [
  'at least 6 months before',
  'at least 4 weeks before',
  'before',
  'now',
  'within 3 days',
  'within 2 weeks',
  'within 1 month',
  'within 1 year',
  'after',
]

test('steps stand in the order of time, however they were written', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      const steps = shuffled.map((text) => ({ text, when: readStepTime(text) ?? { moment: 'now' as const } }))
      expect(inTimeOrder(steps).map(({ text }) => text)).toEqual(inOrder)
    }),
  )
})

test('steps due at the same time keep the order of their editor', () => {
  const steps = ['b', 'a'].map((text) => ({ text, when: { moment: 'now' as const } }))
  expect(inTimeOrder(steps)).toEqual(steps)
})
