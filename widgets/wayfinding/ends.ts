import type { ApiClient } from '@amtsweg/client'
import { postEndedSearch } from '@amtsweg/client/ended-search.ts'
import type { EndedSearch } from '@amtsweg/contract'
import type { SearchDoneEvent, ServiceOpenedEvent, ViewChangedEvent } from './events.ts'

/** As much of the wayfinder as it takes. */
interface Host extends Element {
  readonly client: ApiClient
  readonly area: string
  readonly renderRoot: EventTarget
}

/** Signals of a browser whose reader does not want to be counted (https://w3c.github.io/gpc/, the older Do Not Track). */
const refused = () =>
  navigator.doNotTrack === '1' || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

/**
 * Tells the server how searches end, so that editors learn which words lead nowhere. It says what was typed and the area of the
 * page; no number, cookie or other thing by which two of them could be told to be of one reader.
 */
function searchCounter(host: Host): (event: Event) => void {
  /** What was searched for and found; how it ends is not known yet. */
  let open: string | undefined
  const ended = new Set<string>()

  const tell = (ended: EndedSearch) => {
    if (refused() || host.hasAttribute('uncounted')) return
    const { client, area } = host
    const end = { ...ended, ...(area && { area }) }
    if (client.searchEnded) client.searchEnded(end)
    else if (client.base) postEndedSearch(client.base, end)
  }
  const close = () => {
    if (open) tell({ outcome: 'unopened', q: open })
    open = undefined
  }
  const searched = ({ text, count }: SearchDoneEvent) => {
    // A search that was narrowed, or that the reader came back to, is the same.
    if (text === open || ended.has(text)) return
    close()
    ended.add(text)
    if (count) open = text
    else tell({ outcome: 'none', q: text })
  }

  addEventListener('pagehide', close)
  // What is opened in another tab is opened, but nobody here learns what it was.
  const elsewhere = (event: Event) => {
    const { button, ctrlKey, metaKey, shiftKey } = event as MouseEvent
    if ((button || ctrlKey || metaKey || shiftKey) && (event.target as Element).closest('[part=result]'))
      open = undefined
  }
  host.renderRoot.addEventListener('click', elsewhere)
  host.renderRoot.addEventListener('auxclick', elsewhere)

  return (event) => {
    if (event.type === 'amt-search-done') return searched(event as SearchDoneEvent)
    if (event.type === 'amt-service-opened') {
      const { id } = (event as ServiceOpenedEvent).service
      tell({ outcome: 'opened', service: id, ...(open && { q: open }) })
      open = undefined
    } else if (!['results', 'service'].includes((event as ViewChangedEvent).view)) close()
  }
}

const counters = new WeakMap<EventTarget, (event: Event) => void>()

function count(event: Event): void {
  const host = event.composedPath()[0] as Host
  const counter = counters.get(host) ?? searchCounter(host)
  counters.set(host, counter)
  counter(event)
}

// Heard on the way down, for all wayfinders of the page: a widget pays for no more than the import.
for (const type of ['amt-search-done', 'amt-service-opened', 'amt-view-changed'])
  addEventListener(type, count, true)
