/** The forms that survive editors and sanitizers which know no elements of ours; a link drawn as a button stays one. */
export const forms = 'div[data-amt],p a[href*="/embed/"]:not([data-amt],[class*=btn],[class*=button])'

/** Where a paragraph is one of many, or half of something else. */
const elsewhere = 'nav,header,footer,li,table,blockquote,[data-amt]'

/**
 * What a page may say of a widget: attributes of the element, with `data-` before them on a `div`, query keys of a link. Only
 * these are taken over from there: an editor's `data-onclick` must not become a script. Which server is asked (`api`) is
 * not for those who write texts either.
 */
export const options =
  'area service view life-situation lang theme scheme loading deep-links embedded uncounted collections filter base-map center zoom cluster height projection'.split(
    ' ',
  )

/** Who stands on a link must not lose the focus: then it is tried again when he has left. */
export function isHeld(element: Element, again: (element: Element) => void): boolean {
  const isInside = element.matches(':focus-within')
  // Only in the next task it is known where the focus went: to the next link inside, perhaps.
  if (isInside) element.addEventListener('focusout', () => setTimeout(again, 0, element), { once: true })
  return isInside
}

/**
 * Makes an element of ours, one of `widgets`, from a `div[data-amt]`, or from a link to `/embed/<widget>` of the server that is
 * alone in its paragraph. What was there becomes its content and so its fallback.
 */
export function upgrade(
  found: Element,
  widgets: Readonly<Record<string, unknown>>,
  tags: string,
  server: string,
  again: (found: Element) => void,
): void {
  // Of a link; a `div` has none of these.
  const { origin, pathname, search } = found as Partial<HTMLAnchorElement>
  const option = (name: string) =>
    origin ? new URLSearchParams(search).get(name) : found.getAttribute(`data-${name}`)
  const tag = origin ? pathname!.replace('/embed/', 'amt-') : `amt-${option('amt')}`
  // It may have been taken out of its paragraph while somebody stood on it.
  const whole = (origin ? found.closest('p') : found) as HTMLElement | null
  const said = found.textContent.trim()
  if (
    !widgets[tag] ||
    // In a shadow root somebody else has made what is there, and may make it anew; an editor would save what we make.
    !document.contains(found) ||
    found.closest(`[contenteditable],${tags}`) ||
    (origin
      ? // Without words there is a picture.
        origin !== server ||
        !said ||
        whole?.textContent.trim() !== said ||
        // The widget would be seen.
        whole.hidden ||
        whole.childElementCount > 1 ||
        whole.closest(elsewhere)
      : found.querySelector(tag)) ||
    isHeld(found, again)
  )
    return
  const element = document.createElement(tag)
  for (const name of options) {
    const value = option(name)
    if ((value ?? 'false') !== 'false') element.setAttribute(name, value!)
  }
  const range = new Range()
  if (origin) range.selectNode(whole!)
  else range.selectNodeContents(whole!)
  range.surroundContents(element)
}
