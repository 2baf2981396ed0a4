/** The same items, with the one at `from` at `to`. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const others = items.filter((_, index) => index !== from)
  return [...others.slice(0, to), items[from]!, ...others.slice(to)]
}
