import { leikaPrefix, type ResponsibilityRecord } from './resolve.ts'
import { type Span, spanOf } from './spans.ts'

/** Where a service is described and where it is not offered after all, as regions; '' is everywhere. */
export interface Offer {
  readonly described: readonly string[]
  readonly withdrawn: readonly string[]
}

/** Answers, and for each Gemeinde which of them is its. */
export interface AnswersByArea<Record extends ResponsibilityRecord> {
  readonly answers: readonly GroupOf<Record>[]
  /** Positions in `answers`, in the order of the Gemeinden. */
  readonly at: readonly number[]
}

interface GroupOf<Record> {
  readonly kind: 'answered' | 'overlap' | 'gap' | 'absent'
  /** Empty for gaps and where the service is not offered; all of one region. */
  readonly records: readonly Record[]
}

/**
 * Who is responsible in each of the Gemeinden, which are sorted by key. Regions are stretches of that list, so the wider ones are laid
 * down first and the nearer ones over them: the work grows with Gemeinden and records, never with their product. It agrees with the
 * rule that answers readers (resolve.ts).
 */
export function answersByArea<Record extends ResponsibilityRecord>(
  gemeinden: readonly string[],
  records: readonly Record[],
  { described, withdrawn }: Offer,
): AnswersByArea<Record> {
  const answers: GroupOf<Record>[] = [
    { kind: 'absent', records: [] },
    { kind: 'gap', records: [] },
  ]
  const at = new Array<number>(gemeinden.length).fill(0)
  const lay = ([from, to]: Span, answer: number) => at.fill(answer, from, to)
  described.forEach((region) => lay(spanOf(gemeinden, region), 1))
  for (const group of nearestLast(records)) {
    const region = group[0]!.regionKey
    lay(spanOf(gemeinden, region), answers.push({ kind: kindOf(group), records: group }) - 1)
  }
  withdrawn.forEach((region) => lay(spanOf(gemeinden, region), 0))
  return { answers, at }
}

/** The records of one region and precision, each unit once; the nearer regions and, of one region, the description's own last. */
function nearestLast<Record extends ResponsibilityRecord>(records: readonly Record[]): readonly Record[][] {
  const responsible = records.filter(({ role }) => role === 'responsible')
  const groups = Map.groupBy(responsible, ({ regionKey, serviceKey }) => {
    const isOwn = !serviceKey.startsWith(leikaPrefix)
    return `${String(regionKey.length).padStart(2, '0')}${isOwn ? 1 : 0}${regionKey}`
  })
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const units = new Map(group.toReversed().map((record) => [record.unitId, record]))
      return [...units.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
    })
}

/** Several units overlap unless each has a note of its own that tells whose is what (as in repository-report.ts). */
function kindOf(records: readonly ResponsibilityRecord[]): 'answered' | 'overlap' {
  const notes = new Set(records.map(({ note }) => note).filter((note) => note !== null))
  return records.length > 1 && notes.size < records.length ? 'overlap' : 'answered'
}
