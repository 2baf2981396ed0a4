import type { ApiClient } from '@amtsweg/client'
import type { OgcFeaturePage } from '@amtsweg/contract'
import { type Layer, pathOf, withPage } from './features.ts'

/** Features of one layer: more would neither be read nor drawn in time. */
const most = 10_000

/** Brings what follows, page by page. What does not come is told as not loaded; the next visit asks again. */
export async function loadRest(
  client: ApiClient,
  layer: Layer,
  signal: AbortSignal,
  replace: (before: Layer, after: Layer) => void,
): Promise<void> {
  let before = layer
  try {
    while (before.next && before.features.length < most) {
      const path = `${pathOf(before.collection.id)}/items`
      const after = withPage(before, await client.get<OgcFeaturePage>(path, { ...before.next, signal }))
      replace(before, after)
      before = after
    }
  } catch {
    // The list stays as it is.
  }
}
