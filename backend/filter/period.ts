import { compareMoments, type Moment } from './instant.ts'
import type { Temporal } from './syntax.ts'

/** From one moment to another, both belonging to it; an instant starts and ends at once. */
export interface Period {
  readonly from: Moment
  readonly to: Moment
}

const before = (a: Period, b: Period) => compareMoments(a.to, b.from) < 0
const disjoint = (a: Period, b: Period) => before(a, b) || before(b, a)
/** How the starts and the ends of two lie to each other. */
const starts = (a: Period, b: Period) => compareMoments(a.from, b.from)
const ends = (a: Period, b: Period) => compareMoments(a.to, b.to)
const during = (a: Period, b: Period) => starts(a, b) > 0 && ends(a, b) < 0
const finishes = (a: Period, b: Period) => starts(a, b) > 0 && ends(a, b) === 0
const begins = (a: Period, b: Period) => starts(a, b) === 0 && ends(a, b) < 0
const meets = (a: Period, b: Period) => compareMoments(a.to, b.from) === 0
const overlaps = (a: Period, b: Period) =>
  starts(a, b) < 0 && compareMoments(b.from, a.to) < 0 && ends(a, b) < 0

/** How two times may lie to each other, after the Time Ontology in OWL (W3C and OGC). */
export const temporalRelations: Record<Temporal, (a: Period, b: Period) => boolean> = {
  t_after: (a, b) => before(b, a),
  t_before: before,
  t_disjoint: disjoint,
  t_equals: (a, b) => starts(a, b) === 0 && ends(a, b) === 0,
  t_intersects: (a, b) => !disjoint(a, b),
  t_contains: (a, b) => during(b, a),
  t_during: during,
  t_finishedBy: (a, b) => finishes(b, a),
  t_finishes: finishes,
  t_meets: meets,
  t_metBy: (a, b) => meets(b, a),
  t_overlappedBy: (a, b) => overlaps(b, a),
  t_overlaps: overlaps,
  t_startedBy: (a, b) => begins(b, a),
  t_starts: begins,
}
