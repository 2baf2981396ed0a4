import type { OgcFeature } from '@amtsweg/contract'

/** A reader opened a feature, in the list or on the map. */
export class FeatureSelectedEvent extends Event {
  readonly collection: string
  readonly feature: OgcFeature
  constructor(collection: string, feature: OgcFeature) {
    super('amt-feature-selected', { bubbles: true, composed: true })
    this.collection = collection
    this.feature = feature
  }
}

declare global {
  interface HTMLElementEventMap {
    'amt-feature-selected': FeatureSelectedEvent
  }
}
