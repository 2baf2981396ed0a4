import { forms, isHeld, upgrade } from './forms.ts'

/** What a loader brings, and from where. */
export interface Shipment {
  /**
   * Tag of a widget to the files that it needs beside its own, its words (`<tag>-<language>`) and the core, and when: an
   * attribute selector, empty for always.
   */
  readonly widgets: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What a language tag begins with in which each of them has words, longer ones first: `^(de-x-leicht|de|en)`. */
  readonly languages: RegExp
  /** Style rules that keep room for the widgets. */
  readonly room: string
  /** Version as in SemVer. */
  readonly release: string
  /** Address of the script. */
  readonly from: string
  /** Imports the module at an address. */
  readonly load: (address: string) => Promise<unknown>
}

/** The running loader, found by another copy of the script and by widgets that place other widgets. */
export interface Loader {
  readonly release: string
  /** Brings widgets in this document or shadow root, now and whenever some are added. */
  watch(root: Document | ShadowRoot): void
}

const key = Symbol.for('amtsweg.loader')

/**
 * Finds our elements, makes some of the other two forms, and fetches their code when they come near the viewport
 * (`loading="eager"` at once). Only `import()` is used, which a strict CSP and Trusted Types allow; no script element is
 * made. Of several copies on a page the first one works, unless one of a newer major version comes: it takes over what is
 * not there yet.
 */
export function startLoader({ widgets, languages, room, release, from, load }: Shipment): void {
  const page = globalThis as unknown as Record<symbol, Loader | undefined>
  const first = page[key]
  if (first && parseInt(release) <= parseInt(first.release)) {
    console.info(`Amtsweg ${release} yields to ${first.release}`)
    return
  }
  const server = new URL(from).origin
  const tags = Object.keys(widgets).join()
  const selector = `${forms},${tags}`

  /** All files at once: the catalogue is no use without the widget, but waiting for it would cost a round trip. */
  const bring = (element: Element): void => {
    const tag = element.localName
    if (page[key] !== loader || customElements.get(tag) || isHeld(element, bring)) return
    const needs = widgets[tag]!
    const [lang] = element.closest<HTMLElement>('[lang]')?.lang.match(languages) ?? ['de']
    const needed = Object.keys(needs).filter((file) => element.matches(tag + needs[file]))
    // The browser asks once for what is named twice, and again for what it could not get.
    for (const file of ['core', tag.slice(4), `${tag}-${lang}`, ...needed])
      // The error names the address. The page's own HTML stays in the element's place.
      load(`${server}/${release}/assets/${file}.js`).catch(console.warn)
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

  const meet = (found: Element): void => {
    if (!widgets[found.localName]) upgrade(found, widgets, tags, server, meet)
    else if (found.matches('[loading=eager]')) bring(found)
    else near.observe(found)
  }

  const later = new MutationObserver((records) =>
    records.forEach(({ addedNodes }) =>
      addedNodes.forEach((node) => {
        // A text has neither.
        const added = node as Element & Partial<Pick<Element, 'matches' | 'querySelectorAll'>>
        if (added.matches?.(selector)) meet(added)
        added.querySelectorAll?.(selector).forEach(meet)
      }),
    ),
  )

  const loader: Loader = {
    release,
    watch(root) {
      later.observe(root, { childList: true, subtree: true })
      root.querySelectorAll(selector).forEach(meet)
    },
  }

  page[key] = loader
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:where(${tags}){display:block}${room}`)
  document.adoptedStyleSheets.push(sheet)
  loader.watch(document)
  addEventListener('online', () => loader.watch(document))
}
