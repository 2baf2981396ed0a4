import type { LifeSituation, LifeSituationSettings } from '@amtsweg/contract'

/** What an authority says of life situations, without its area. */
export type Settings = Omit<LifeSituationSettings, 'regionKey'>

export const nothingSaid: Settings = { order: [], hide: [], show: [], rename: {} }

/** Neighbours as readers find them: those of the order first, the rest as usual. */
export function inOrder(siblings: readonly LifeSituation[], { order }: Settings): readonly LifeSituation[] {
  const place = ({ id }: LifeSituation) => {
    const index = order.indexOf(id)
    return index < 0 ? Infinity : index
  }
  return siblings.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** The same settings with neighbours in this order; the order elsewhere stays. */
export const reordered = (settings: Settings, ids: readonly string[]): Settings => ({
  ...settings,
  order: [...settings.order.filter((id) => !ids.includes(id)), ...ids],
})

export const isHidden = ({ hide }: Settings, id: string): boolean => hide.includes(id)

/** Hides one, with all below it, or no longer. */
export const hidden = (settings: Settings, id: string, isNowHidden: boolean): Settings => ({
  ...settings,
  hide: [...settings.hide.filter((one) => one !== id), ...(isNowHidden ? [id] : [])],
  show: settings.show.filter((one) => one !== id || !isNowHidden),
})

/** What one is called here, in German. */
export const nameOf = ({ rename }: Settings, { id, name }: LifeSituation): string =>
  rename[id]?.['de'] ?? name

/** Calls one otherwise in German; an empty name, or the usual one, takes that back. Names in other languages stay. */
export function renamed(settings: Settings, { id, name }: LifeSituation, wanted: string): Settings {
  const { [id]: own = {}, ...others } = settings.rename
  const { de: _, ...further } = own
  const text = wanted.trim()
  const names = text === '' || text === name ? further : { de: text, ...further }
  return { ...settings, rename: Object.keys(names).length > 0 ? { ...others, [id]: names } : others }
}

/** The neighbours below a path of ids; the top for an empty one, or where the path leads nowhere. */
export function levelAt(tree: readonly LifeSituation[], path: readonly string[]): readonly LifeSituation[] {
  const [first, ...rest] = path
  if (first === undefined) return tree
  const found = tree.find(({ id }) => id === first)
  return found ? levelAt(found.children, rest) : tree
}
