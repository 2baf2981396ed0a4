/** The `lang` that holds for an element, looked for across shadow roots; empty when the page names none. */
export function nearestLang(element: Element): string {
  const found = element.closest('[lang]')
  if (found) return found.getAttribute('lang')!
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? nearestLang(root.host) : ''
}

/** Calls back whenever a `lang` around the element may have changed; returns how to stop. */
export function onLangChange(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  let root: Node | undefined = element.getRootNode()
  while (root) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined
  }
  return () => observer.disconnect()
}
