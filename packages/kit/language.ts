/** The `lang` that holds for an element, looked for across shadow roots; empty when the page names none. */
export function nearestLang(element: Element): string {
  const found = element.closest('[lang]')
  if (found) return found.getAttribute('lang')!
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? nearestLang(root.host) : ''
}

const listeners = new Set<() => void>()
const watched = new WeakSet<Node>()
let observer: MutationObserver | undefined

function watchRootsOf(element: Element): void {
  const root = element.getRootNode()
  if (!watched.has(root)) {
    watched.add(root)
    observer ??= new MutationObserver(() => listeners.forEach((changed) => changed()))
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
  }
  if (root instanceof ShadowRoot) watchRootsOf(root.host)
}

/** Calls back whenever a `lang` around the element may have changed; returns how to stop. */
export function onLangChange(element: Element, changed: () => void): () => void {
  watchRootsOf(element)
  listeners.add(changed)
  return () => listeners.delete(changed)
}
