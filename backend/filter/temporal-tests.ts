import { refuse } from './fault.ts'
import type { Moment } from './instant.ts'
import { both, type Test } from './logic.ts'
import { type Period, temporalRelations } from './period.ts'
import type { Bound, Expression, Temporal } from './syntax.ts'
import type { Value, Values } from './values.ts'

/** These know instants as well; the others an instant makes no sense for (21-065r2, table 6). */
const forInstants: readonly Temporal[] = ['t_after', 't_before', 't_disjoint', 't_equals', 't_intersects']

export function temporalTest(values: Values, op: Temporal, left: Expression, right: Expression): Test {
  for (const operand of [left, right])
    if (!forInstants.includes(op) && operand.kind !== 'interval')
      refuse(`${op.toUpperCase()} compares intervals; write INTERVAL(start, end).`)
  return both(periodOf(values, left), periodOf(values, right), temporalRelations[op])
}

function periodOf(values: Values, expression: Expression): Value<Period> {
  if (expression.kind !== 'interval') {
    const instant = values.instant(expression)
    return (feature) => {
      const moment = instant(feature)
      return moment === null ? null : { from: moment, to: moment }
    }
  }
  const from = boundOf(values, expression.from, -Infinity)
  const to = boundOf(values, expression.to, Infinity)
  return (feature) => {
    const start = from(feature)
    const end = to(feature)
    return start === null || end === null ? null : { from: start, to: end }
  }
}

function boundOf(values: Values, bound: Bound, open: number): Value<Moment> {
  if (bound !== '..') return values.instant(bound)
  const moment: Moment = { time: open, day: false }
  return () => moment
}
