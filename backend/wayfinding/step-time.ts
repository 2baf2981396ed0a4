import type { StepTime } from '@amtsweg/contract'

const units = { day: 'TAG', week: 'WOCHE', month: 'MONAT', year: 'JAHR' } as const
const days = { TAG: 1, WOCHE: 7, MONAT: 30.5, JAHR: 365 } as const
const moments = ['before', 'now', 'after'] as const
const written = /^(?:(within)|at least) (\d{1,3}) (day|week|month|year)s?( before)?$/

/**
 * Reads when a step is due as editors write it: "before", "now", "after", "within 7 days" or "at least 6 weeks before";
 * undefined where it is none of these.
 */
export function readStepTime(text: string): StepTime | undefined {
  const moment = moments.find((one) => one === text)
  if (moment) return { moment }
  const [, within, number, unit, before] = written.exec(text) ?? []
  const value = Number(number)
  if (!unit || value < 1 || !within !== Boolean(before)) return undefined
  return { moment: before ? 'before' : 'after', value, unit: units[unit as keyof typeof units] }
}

/** Steps in the order they fall due: the longest ahead first, then what is due at once, then the shortest deadline. */
export const inTimeOrder = <Step extends { readonly when: StepTime }>(steps: readonly Step[]): Step[] =>
  steps.toSorted((a, b) => dueOn(a.when) - dueOn(b.when))

const atSomeTime = 100_000

function dueOn({ moment, value, unit }: StepTime): number {
  if (moment === 'now') return 0
  const length = value && unit ? value * days[unit] : undefined
  if (moment === 'before') return -(length ?? 1)
  return length ?? atSomeTime
}
