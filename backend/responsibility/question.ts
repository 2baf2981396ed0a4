import { regionsAbove, type Resolution, resolve, type ResponsibilityRecord } from './resolve.ts'

/** What the Gemeinden that come into question make of the records. */
export type Decision =
  | ({ readonly status: 'resolved' } & Resolution)
  | { readonly status: 'ambiguous' }
  | { readonly status: 'unrecorded' }

/**
 * Asks only where the authorities for this very service differ: Gemeinden with the same responsible units need no question
 * between them. Whichever Gemeinde is chosen then decides alone, so there is never a second question.
 */
export function decide(records: readonly ResponsibilityRecord[], regionKeys: readonly string[]): Decision {
  const resolutions = regionKeys.map((regionKey) => resolve(records, regionKey))
  const first = resolutions[0]
  if (!first) return { status: 'unrecorded' }
  const answer = unitsOf(first)
  if (resolutions.some((resolution) => unitsOf(resolution) !== answer)) return { status: 'ambiguous' }
  if (first.responsible.length === 0) return { status: 'unrecorded' }
  return { status: 'resolved', responsible: first.responsible, others: commonOthers(resolutions) }
}

/** Units are ordered, so equal sets read the same. */
const unitsOf = ({ responsible }: Resolution) => responsible.map((record) => record.unitId).join(' ')

/** Who helps in one of the Gemeinden only is not shown while we do not know which it is. */
function commonOthers(resolutions: readonly Resolution[]): readonly ResponsibilityRecord[] {
  const [first, ...rest] = resolutions
  const isEverywhere = ({ role, unitId }: ResponsibilityRecord) =>
    rest.every(({ others }) => others.some((other) => other.role === role && other.unitId === unitId))
  return first?.others.filter(isEverywhere) ?? []
}

/** The smallest region that holds all of these, '' when they lie in several Laender. */
export function commonRegion(regionKeys: readonly string[]): string {
  const [first = '', ...rest] = regionKeys
  const shared = regionsAbove(first).filter((region) => rest.every((key) => key.startsWith(region)))
  return shared[0] ?? ''
}
