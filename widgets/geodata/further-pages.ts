import { type Layer, mostFeatures, withPage } from './features.ts'

/** Brings what follows, page by page. What does not come is told as not loaded; the next visit asks again. */
export async function loadRest(
  layer: Layer,
  signal: AbortSignal,
  replace: (before: Layer, after: Layer) => void,
): Promise<void> {
  let before = layer
  const asked = new Set<string>()
  try {
    while (before.next && before.features.length < mostFeatures) {
      // Some servers link the same page for ever, or empty ones.
      const wanted = JSON.stringify(before.next)
      if (asked.has(wanted)) return
      asked.add(wanted)
      const after = withPage(before, await before.ask!(before.next, signal))
      if (after.features.length === before.features.length) return
      replace(before, after)
      before = after
    }
  } catch {
    // The list stays as it is.
  }
}
