import type { Service } from '@amtsweg/contract'
import type { ViewName } from './view.ts'

/** The reader searched; `count` is how many services are shown, `more` whether there are further ones. */
export class SearchDoneEvent extends Event {
  readonly text: string
  readonly count: number
  readonly more: boolean

  constructor(text: string, count: number, more: boolean) {
    super('amt-search-done', { bubbles: true, composed: true })
    this.text = text
    this.count = count
    this.more = more
  }
}

/** The reader opened the description of a service. */
export class ServiceOpenedEvent extends Event {
  readonly service: Service

  constructor(service: Service) {
    super('amt-service-opened', { bubbles: true, composed: true })
    this.service = service
  }
}

/** The reader went to another view. */
export class ViewChangedEvent extends Event {
  readonly view: ViewName

  constructor(view: ViewName) {
    super('amt-view-changed', { bubbles: true, composed: true })
    this.view = view
  }
}

/** What the reader wanted could not be loaded; `event.error` is an ApiError or a NetworkError. */
export class WayfindingFailedEvent extends Event {
  readonly error: unknown

  constructor(error: unknown) {
    super('amt-wayfinding-failed', { bubbles: true, composed: true })
    this.error = error
  }
}

declare global {
  interface HTMLElementEventMap {
    'amt-search-done': SearchDoneEvent
    'amt-service-opened': ServiceOpenedEvent
    'amt-view-changed': ViewChangedEvent
    'amt-wayfinding-failed': WayfindingFailedEvent
  }
}
