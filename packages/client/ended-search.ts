import type { EndedSearch } from '@amtsweg/contract'

const closed = new Set<string>()

/**
 * Tells the server how a search ended, to be counted without persons. Nothing comes back, and nothing fails where it is lost. It is
 * sent as text, which needs no leave of the server beforehand: that would come too late for a page that is being closed.
 * A server that refuses this website (`origin-not-allowed`) is left in peace from then on.
 */
export function postEndedSearch(base: string | URL, end: EndedSearch): void {
  const { href } = new URL('searches', base)
  if (closed.has(href)) return
  const body = JSON.stringify(end)
  fetch(href, { method: 'POST', body, keepalive: true, credentials: 'omit' }).then(
    ({ status }) => status === 403 && closed.add(href),
    () => {},
  )
}
