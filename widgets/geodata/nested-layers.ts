import type { ApiClient } from '@amtsweg/client'
import { type Layer, loadLayer, ofItself } from './features.ts'
import { type LayerSettings, readLayers } from './layer-settings.ts'

/** A layer on its way, and what it is called if it does not come. */
export interface Wanted {
  readonly name: string
  readonly layer: Promise<Layer>
}

/** What the nested layers of a page add. */
export interface Nested {
  /** Ids of those of ours, which need not be named a second time. */
  readonly collections: readonly string[]
  readonly wanted: readonly Wanted[]
}

/** Reads the nested layers, and asks for them. */
export function beginNested(host: Element, client: ApiClient, filter: string, signal: AbortSignal): Nested {
  const all = readLayers(host)
  return {
    collections: all.flatMap(({ kind, collection }) => (kind === 'collection' ? collection : [])),
    wanted: all.map((settings, index) => ({
      name: settings.label || settings.collection || settings.href,
      layer: shaded(settings, load(settings, index, client, filter, signal)),
    })),
  }
}

async function shaded(settings: LayerSettings, loading: Promise<Layer>): Promise<Layer> {
  const layer = await loading
  if (!settings.colorBy) return layer
  const { shadingOf } = await import('./shading.ts')
  return ofItself({ ...layer, shading: shadingOf(settings) })
}

async function load(
  settings: LayerSettings,
  index: number,
  client: ApiClient,
  filter: string,
  signal: AbortSignal,
): Promise<Layer> {
  if (settings.kind === 'collection') return loadLayer(client, settings.collection, filter, signal)
  const { loadForeign } = await import('./foreign-layers.ts')
  return loadForeign(settings, index, signal)
}
