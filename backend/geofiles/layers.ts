import { type Fault, GeofileError } from './finding.ts'
import type { Layer } from './geofile.ts'

/** The layer that somebody named, else the first, and the word that there are more. Throws GeofileError. */
export function chooseLayer(
  layers: readonly Layer[],
  wanted: string | undefined,
): { readonly layer: string; readonly faults: readonly Fault[] } {
  const names = layers.map(({ name }) => name).join(', ')
  const [first] = layers
  if (!first) throw new GeofileError('layers-none')
  const layer = wanted ?? first.name
  if (!layers.some(({ name }) => name === layer)) throw new GeofileError('layer-missing', { layer, names })
  const several = layers.length > 1 && wanted === undefined
  return { layer, faults: several ? [{ code: 'layers-several', detail: { layer, names } }] : [] }
}
