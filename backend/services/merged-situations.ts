import type { Situation } from './life-situation-tree.ts'

/** What another catalogue's Lage is to one of ours: the same, or a part of it. */
export interface SituationMapping {
  /** Id of the other catalogue's. */
  readonly id: string
  /** Id of ours. */
  readonly target: string
  readonly relation: 'same' | 'below'
  /** What it is called here, where its own name would not be understood. */
  readonly name?: string | undefined
}

/** One tree of several catalogues. */
export interface MergedSituations {
  readonly situations: readonly Situation[]
  /** Ids that have become another, each with the one it stands for. */
  readonly standsFor: ReadonlyMap<string, string>
}

/**
 * Merges catalogues of life situations: what is the same becomes one, what is a part hangs below, the rest stays where it was.
 * Order is kept, what comes from elsewhere after our own. A mapping to what is not there does nothing.
 */
export function mergeSituations(
  situations: readonly Situation[],
  mappings: readonly SituationMapping[],
): MergedSituations {
  const ids = new Set(situations.map(({ id }) => id))
  const sound = mappings.filter(({ id, target }) => ids.has(id) && ids.has(target) && id !== target)
  const standsFor = new Map(
    sound.flatMap(({ id, target, relation }) => (relation === 'same' ? [[id, target] as const] : [])),
  )
  const parts = new Map(
    sound.flatMap((mapping) => (mapping.relation === 'below' ? [[mapping.id, mapping]] : [])),
  )
  const placed = situations
    .filter(({ id }) => !standsFor.has(id))
    .map((situation) => {
      const part = parts.get(situation.id)
      const parent = part?.target ?? situation.parentId
      const parentId = parent && (standsFor.get(parent) ?? parent)
      const moved = parentId !== situation.parentId
      return { moved, situation: { ...situation, parentId, name: part?.name ?? situation.name } }
    })
  const inOrder = [...placed.filter(({ moved }) => !moved), ...placed.filter(({ moved }) => moved)]
  return { situations: inOrder.map(({ situation }) => situation), standsFor }
}
