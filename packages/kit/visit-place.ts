import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AreaHit } from '@amtsweg/contract'

/** Where the reader is, as chosen once in this visit. A postcode of several Gemeinden has no `regionKey`. */
export type Place = Pick<AreaHit, 'label' | 'detail' | 'regionKey' | 'postcode'>

const key = 'amt-place'
/** Told on the document, so that all widgets of the page agree, whichever copy of this code they came with. */
const changed = 'amt-place-remembered'
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
  document.dispatchEvent(new Event(changed))
}

/** Keeps a widget's `now` at the place of the visit, whichever widget asked for it. */
export class VisitPlace implements ReactiveController {
  now: Place | undefined
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  readonly #read = () => {
    this.now = rememberedPlace()
    this.#host.requestUpdate()
  }

  hostConnected(): void {
    this.#read()
    document.addEventListener(changed, this.#read)
  }

  hostDisconnected(): void {
    document.removeEventListener(changed, this.#read)
  }
}
