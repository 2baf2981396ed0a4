/** A feature of the map was chosen, by pointer or by Enter. */
export class FeaturePickedEvent extends Event {
  readonly key: string
  constructor(key: string) {
    super('amt-feature-picked')
    this.key = key
  }
}

/** The map shows another part. */
export class MapMovedEvent extends Event {
  /** West, south, east and north in degrees. */
  readonly box: readonly [number, number, number, number]
  /** Or by ourselves, to show what was chosen. */
  readonly byReader: boolean
  constructor(box: MapMovedEvent['box'], byReader: boolean) {
    super('amt-map-moved')
    this.box = box
    this.byReader = byReader
  }
}

/** Something for those who listen, once per movement: the page has one place that speaks. */
export class MapSaidEvent extends Event {
  readonly text: string
  constructor(text: string) {
    super('amt-map-said')
    this.text = text
  }
}

declare global {
  interface HTMLElementEventMap {
    'amt-feature-picked': FeaturePickedEvent
    'amt-map-moved': MapMovedEvent
    'amt-map-said': MapSaidEvent
  }
}
