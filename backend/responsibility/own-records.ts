import type { ResponsibilityEdit } from '@amtsweg/contract'
import { leikaPrefix } from './resolve.ts'

const keyOf = ({ role, unit }: ResponsibilityEdit): string => `${role} ${unit}`

/** By code units, so that no engine's order of letters matters. */
export const byRoleAndUnit = (a: ResponsibilityEdit, b: ResponsibilityEdit): number =>
  keyOf(a) < keyOf(b) ? -1 : 1

/** The same in a fixed order: what is told back is what is kept. */
export const inFixedOrder = (items: readonly ResponsibilityEdit[]): ResponsibilityEdit[] =>
  items
    .map(({ unit, role, note, basis }) => ({
      unit,
      role,
      ...(note ? { note } : {}),
      ...(basis ? { basis } : {}),
    }))
    .sort(byRoleAndUnit)

/** The key a service is recorded by: that of all its descriptions where it has a Leistungsschluessel. */
export const recordKeyOf = (service: {
  readonly id: string
  readonly leistungsschluessel: string | null
}): string => (service.leistungsschluessel ? leikaPrefix + service.leistungsschluessel : service.id)

/** What is wrong with those who shall act: which of them, and why. */
export function recordFaults(
  items: readonly ResponsibilityEdit[],
  unknown: ReadonlySet<string>,
): readonly { readonly pointer: string; readonly detail: string }[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const fault = (detail: string) => [{ pointer: `/items/${index}/unit`, detail }]
    if (unknown.has(item.unit)) return fault(`There is no unit ${item.unit}`)
    if (seen.has(keyOf(item))) return fault('The unit stands there twice in the same role')
    seen.add(keyOf(item))
    return []
  })
}
