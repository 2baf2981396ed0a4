import { describe, expect, test } from 'vitest'
import type { Deadline } from '@amtsweg/contract'
import { deadlineText, duration } from './durations.ts'
import { messages as de } from './durations/de.ts'
import { messages as en } from './durations/en.ts'

const deadline = (values: Partial<Deadline>) =>
  deadlineText({ kind: 'duration', ...values }, 'de', de)?.replace(/\s/g, ' ')

describe('a length of time', () => {
  test('is counted in the reader’s language', () => {
    expect(duration({ value: 1, unit: 'TAG' }, 'de', de)).toBe('1 Tag')
    expect(duration({ value: 2, unit: 'MONAT' }, 'en', en)).toBe('2 months')
  })

  test('goes from the shortest to the longest', () => {
    expect(duration({ value: 3, upper: 4, unit: 'WOCHE' }, 'de', de)).toBe('3 bis 4 Wochen')
    expect(duration({ value: 3, upper: 3, unit: 'WOCHE' }, 'de', de)).toBe('3 Wochen')
  })

  test('knows working days, which Intl does not', () => {
    expect(duration({ value: 1, unit: 'WERKTAG' }, 'de', de)).toBe('1 Werktag')
    expect(duration({ value: 2, upper: 5, unit: 'ARBEITSTAG' }, 'en', en)).toBe('2 to 5 working days')
  })
})

describe('a deadline', () => {
  test('is a length of time, two dates or one', () => {
    expect(deadline({ value: 2, unit: 'WOCHE' })).toBe('2 Wochen')
    expect(deadline({ kind: 'dates', from: '2026-02-01', to: '2026-03-31' })).toBe(
      '01.02.2026 bis 31.03.2026',
    )
    expect(deadline({ kind: 'dates', to: '2026-03-31' })).toBe('31.03.2026')
  })

  test('in words only has no other form', () =>
    expect(deadline({ kind: 'text', text: 'sofort' })).toBe(undefined))
})
