import type { LifeSituation } from '@amtsweg/contract'

/** A Lage as the tree is built from. */
export interface Situation {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly icon: string | null
  /** Ids of what has been merged into it. */
  readonly aliases?: readonly string[]
}

/**
 * The tree of life situations, each with the number of different services in it and below. Situations come in the order
 * given; those without any service are left out; one whose parent is missing stands on top, and a circle nowhere.
 */
export function treeOf(
  situations: readonly Situation[],
  servicesIn: ReadonlyMap<string, readonly string[]>,
): LifeSituation[] {
  const ids = new Set(situations.map((one) => one.id))
  const children = Map.groupBy(situations, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : ''))
  const grow = (parentId: string): { node: LifeSituation; services: ReadonlySet<string> }[] =>
    (children.get(parentId) ?? []).flatMap(({ id, name, icon, aliases = [] }) => {
      const below = grow(id)
      const services = new Set([...(servicesIn.get(id) ?? []), ...below.flatMap((one) => [...one.services])])
      if (services.size === 0) return []
      const nodes = below.map((one) => one.node)
      return [
        {
          node: {
            id,
            name,
            ...(icon ? { icon } : {}),
            ...(aliases.length > 0 ? { aliases: [...aliases] } : {}),
            services: services.size,
            children: nodes,
          },
          services,
        },
      ]
    })
  return grow('').map((one) => one.node)
}
