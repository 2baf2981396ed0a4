import type { Situation } from './life-situation-tree.ts'

/** What an authority says about one life situation in its area; what it leaves out comes from further up. */
export interface SituationSetting {
  readonly regionKey: string
  readonly situation: string
  /** Place among those beside it, from 1; those without one follow in their usual order. */
  readonly position?: number | undefined
  readonly hidden?: boolean | undefined
  readonly name?: string | undefined
}

/**
 * Life situations as the authorities around a reader want them: hidden ones leave with all below them, the order of the nearest
 * authority comes first, then that of the next, then the usual one. Settings of other areas must not be among those given.
 */
export function arrangeSituations(
  situations: readonly Situation[],
  settings: readonly SituationSetting[],
): readonly Situation[] {
  const nearestFirst = settings.toSorted((a, b) => b.regionKey.length - a.regionKey.length)
  const nearest = (id: string, says: keyof SituationSetting) =>
    nearestFirst.find((one) => one.situation === id && one[says] !== undefined)
  const hidden = new Set(situations.flatMap(({ id }) => (nearest(id, 'hidden')?.hidden ? [id] : [])))
  const parents = new Map(situations.map(({ id, parentId }) => [id, parentId]))
  const isHidden = (id: string, seen = 0): boolean => {
    const parent = parents.get(id)
    return (
      hidden.has(id) ||
      (parent !== undefined && parent !== null && seen < deepest && isHidden(parent, seen + 1))
    )
  }
  const shown = situations
    .filter(({ id }) => !isHidden(id))
    .map((situation) => ({
      place: nearest(situation.id, 'position'),
      situation: { ...situation, name: nearest(situation.id, 'name')?.name ?? situation.name },
    }))
  const nearness = (place: SituationSetting | undefined) => place?.regionKey.length ?? 0
  return shown
    .toSorted(
      (a, b) => nearness(b.place) - nearness(a.place) || (a.place?.position ?? 0) - (b.place?.position ?? 0),
    )
    .map(({ situation }) => situation)
}

/** Where parents stand in a circle, nobody is looked for any longer. */
const deepest = 20
