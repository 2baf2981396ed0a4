import type { EndedSearch } from '@amtsweg/contract'

/**
 * Tells the server how a search ended, to be counted without persons. Nothing comes back, and nothing fails where it is lost. It is
 * sent as text, which needs no leave of the server beforehand: that would come too late for a page that is being closed.
 */
export function postEndedSearch(base: string | URL, end: EndedSearch): void {
  const body = JSON.stringify(end)
  const url = new URL('searches', base)
  fetch(url, { method: 'POST', body, keepalive: true, credentials: 'omit' }).catch(() => {})
}
