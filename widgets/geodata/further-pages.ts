import { type Layer, mostFeatures, withPage } from './features.ts'

/** Brings what follows, page by page. What does not come is told as not loaded; the next visit asks again. */
export async function loadRest(
  layer: Layer,
  signal: AbortSignal,
  replace: (before: Layer, after: Layer) => void,
): Promise<void> {
  let before = layer
  try {
    while (before.next && before.features.length < mostFeatures) {
      const after = withPage(before, await before.ask!(before.next, signal))
      // Some servers link the same page for ever.
      if (after.features.length === before.features.length) return
      replace(before, after)
      before = after
    }
  } catch {
    // The list stays as it is.
  }
}
