import { monthsBetween } from './counting-period.ts'
import { enoughAskers } from './term-count.ts'

/** How often a service was opened in a period. */
export interface PeriodClicks {
  readonly serviceId: string
  readonly period: string
  readonly clicks: number
}

/** Months after which a click counts half: wishes have seasons. */
const halfLife = 3

/**
 * How much each service is asked for, from 0 (left out) to 1 (the most): the logarithm of its clicks, older ones counting less, so
 * that ten times as many lift by the same step everywhere and what stands on top is not lifted further by standing there. What fewer
 * than five readers opened in a period counts as nothing.
 */
export function popularityScores(
  rows: readonly PeriodClicks[],
  present: string,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { serviceId, period, clicks } of rows) {
    const weight =
      clicks < enoughAskers ? 0 : clicks * 0.5 ** (Math.max(0, monthsBetween(period, present)) / halfLife)
    if (weight > 0) weights.set(serviceId, (weights.get(serviceId) ?? 0) + weight)
  }
  const most = Math.log1p([...weights.values()].reduce((one, other) => Math.max(one, other), 0))
  return new Map([...weights].map(([id, weight]) => [id, Math.log1p(weight) / most]))
}
