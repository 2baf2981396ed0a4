import type { ApiClient } from '@amtsweg/client'
import { type Layer, loadLayer } from './features.ts'
import { isPicture, type LayerSettings, readLayers } from './layer-settings.ts'

/** A layer on its way, and what it is called if it does not come. */
export interface Wanted {
  readonly name: string
  readonly layer: Promise<Layer>
}

/** What the nested layers of a page add. */
export interface Nested {
  readonly pictures: readonly LayerSettings[]
  readonly wanted: readonly Wanted[]
}

/** Reads the nested layers, and asks for those that have features. */
export function beginNested(host: Element, client: ApiClient, filter: string, signal: AbortSignal): Nested {
  const all = readLayers(host)
  return {
    pictures: all.filter(isPicture),
    wanted: all
      .filter((one) => one.kind === 'collection')
      .map(({ collection, label }) => ({
        name: label || collection,
        layer: loadLayer(client, collection, filter, signal),
      })),
  }
}
