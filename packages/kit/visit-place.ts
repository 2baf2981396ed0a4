import type { AreaHit } from '@amtsweg/contract'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Where the reader is, as chosen once in this visit. A postcode of several Gemeinden has no `regionKey`. */
export type Place = Pick<AreaHit, 'label' | 'detail' | 'regionKey' | 'postcode'>

/** Told on the document when the reader chose or forgot a place, so that all widgets of the page agree. */
export class PlaceRememberedEvent extends Event {
  readonly place: Place | undefined

  constructor(place: Place | undefined) {
    super('amt-place-remembered')
    this.place = place
  }
}

const key = 'amt-place'
let memory: Place | undefined

/** The place as part of a question to the API. */
export const placeQuery = (place: Place): { area?: string | undefined; postcode?: string | undefined } =>
  place.regionKey ? { area: place.regionKey } : { postcode: place.postcode }

/** The place chosen earlier in this visit. Pages may forbid storage; then it lives as long as the page. */
export function rememberedPlace(): Place | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(key)!) as Place | undefined) ?? memory
  } catch {
    return memory
  }
}

/** Remembers the place for this visit, in this tab only; `undefined` forgets it. */
export function rememberPlace(place: Place | undefined): void {
  memory = place
  try {
    if (place) sessionStorage.setItem(key, JSON.stringify(place))
    else sessionStorage.removeItem(key)
  } catch {
    // Storage is forbidden here; the page remembers.
  }
  document.dispatchEvent(new PlaceRememberedEvent(place))
}

/** Keeps a widget's `now` at the place of the visit, whichever widget asked for it. */
export class VisitPlace implements ReactiveController {
  now = rememberedPlace()
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  readonly #changed = (event: PlaceRememberedEvent) => {
    this.now = event.place
    this.#host.requestUpdate()
  }

  hostConnected(): void {
    this.now = rememberedPlace()
    document.addEventListener('amt-place-remembered', this.#changed)
  }

  hostDisconnected(): void {
    document.removeEventListener('amt-place-remembered', this.#changed)
  }
}

declare global {
  interface DocumentEventMap {
    'amt-place-remembered': PlaceRememberedEvent
  }
}
