import { all, valueOf, type XzufiElement } from '../import/index.ts'

/** From when until when, ISO dates; undefined where it is open. */
export interface Validity {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The periods (Zeitraum) an object or module holds in; none means always. */
export const periodsOf = (element: XzufiElement): readonly Validity[] =>
  all(element, 'gueltigkeit').map((period) => ({
    from: dayOf(valueOf(period, 'beginn')),
    to: dayOf(valueOf(period, 'ende')),
  }))

/** Whether it holds on an ISO date; both ends belong to a period. */
export function isValid(element: XzufiElement, day: string): boolean {
  const periods = periodsOf(element)
  return periods.length === 0 || periods.some(({ from, to }) => (!from || from <= day) && (!to || to >= day))
}

/** The span around all periods: what lies between two of them is left out of account. */
export function validityOf(element: XzufiElement): Validity {
  const periods = periodsOf(element)
  const begins = periods.map(({ from }) => from)
  const ends = periods.map(({ to }) => to)
  return {
    from: begins.every((day) => day !== undefined) ? begins.toSorted()[0] : undefined,
    to: ends.every((day) => day !== undefined) ? ends.toSorted().at(-1) : undefined,
  }
}

/** The date of a date or a time, as it stands; undefined where it is none. */
const dayOf = (value: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0]
