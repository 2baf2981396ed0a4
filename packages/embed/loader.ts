/** What the build tells the loader about a widget: files without folder and ending, and the room to reserve. */
export interface Widget {
  /** Attribute selector (empty for all) to files. */
  readonly files: Readonly<Record<string, readonly string[]>>
  /** Language (a tag in small letters, `de-x-leicht`) to file; `de` is always there. */
  readonly words: Readonly<Record<string, string>>
  readonly space: Readonly<Record<string, string>>
}
export type Widgets = Readonly<Record<string, Widget>>

/** The running loader, found by a second copy of the script and by widgets that place other widgets. */
export interface Loader {
  /** Brings widgets in this document or shadow root, now and whenever some are added. */
  watch(root: Document | ShadowRoot): void
}

const key = Symbol.for('amtsweg.loader')

/** Room stays reserved after a widget has come: it would else collapse until its data are there. */
export const reserved = (widgets: Readonly<Record<string, Pick<Widget, 'space'>>>): string =>
  Object.entries(widgets)
    .flatMap(([tag, { space }]) =>
      Object.entries(space).map(
        ([attributes, size]) => `:where(${tag}${attributes}){display:block;min-block-size:${size}}`,
      ),
    )
    .join('\n')

/**
 * Finds our elements and fetches their code when they come near the viewport (`loading="eager"` at once). Only `import()`
 * is used, which a strict CSP and Trusted Types allow; no script element is made. A second start does nothing.
 */
export function startLoader(widgets: Widgets, load: (file: string) => Promise<unknown>): void {
  const page = globalThis as unknown as Record<symbol, Loader | undefined>
  if (page[key]) return
  const selector = Object.keys(widgets).join()
  const brought = new Set<string>()

  /** All files at once: the catalogue is no use without the widget, but waiting for it would cost a round trip. */
  function bring(element: Element): void {
    const tag = element.localName
    if (brought.has(tag)) return
    brought.add(tag)
    const { files, words } = widgets[tag]!
    let lang = (element.closest<HTMLElement>('[lang]')?.lang ?? '').toLowerCase()
    while (lang && !words[lang]) lang = lang.replace(/-?[^-]*$/, '')
    const needed = Object.entries(files).flatMap(([attributes, names]) =>
      element.matches(tag + attributes) ? names : [],
    )
    Promise.all([...needed, words[lang || 'de']!].map(load)).catch((error: unknown) => {
      // The page's own HTML stays in the element's place.
      brought.delete(tag)
      console.warn(`Amtsweg could not load <${tag}>`, error)
    })
  }

  const near = new IntersectionObserver(
    (entries) =>
      entries.forEach(({ isIntersecting, target }) => {
        if (!isIntersecting) return
        near.unobserve(target)
        bring(target)
      }),
    { rootMargin: '400px' },
  )

  const meet = (element: Element) =>
    element.getAttribute('loading') === 'eager' ? bring(element) : near.observe(element)

  const later = new MutationObserver((records) =>
    records.forEach(({ addedNodes }) =>
      addedNodes.forEach((node) => {
        if (!(node instanceof Element)) return
        if (node.matches(selector)) meet(node)
        node.querySelectorAll(selector).forEach(meet)
      }),
    ),
  )

  function watch(root: Document | ShadowRoot): void {
    root.querySelectorAll(selector).forEach(meet)
    later.observe(root, { childList: true, subtree: true })
  }

  page[key] = { watch }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(reserved(widgets))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  watch(document)
  addEventListener('online', () => document.querySelectorAll(selector).forEach(meet))
}
