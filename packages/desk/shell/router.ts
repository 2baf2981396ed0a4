import type { PageEntry } from './pages.ts'

/** Where somebody is. */
export interface Location {
  readonly page: PageEntry | undefined
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Path and query, to come back to. */
  readonly address: string
}

/** The page of an address and what its path holds. */
export function locate(pages: readonly PageEntry[], url: URL): Location {
  const query = url.searchParams
  const address = url.pathname + url.search
  for (const page of pages) {
    const params = paramsOf(page.path, url.pathname)
    if (params) return { page, params, query, address }
  }
  return { page: undefined, params: {}, query, address }
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  const fits = wanted.every((segment, index) => {
    const value = decode(given[index]!)
    if (!segment.startsWith(':')) return segment === value
    params[segment.slice(1)] = value
    return true
  })
  return fits ? params : undefined
}

const segments = (path: string) => path.split('/').filter(Boolean)

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

export interface Router {
  readonly go: (address: string, how?: { readonly replaces?: boolean }) => Promise<void>
  readonly stop: () => void
}

interface Parts {
  readonly show: (url: URL) => void
  /** Asks who has typed something; false keeps them where they are. */
  readonly mayLeave: () => boolean | Promise<boolean>
}

/** Follows links below /desk and the browser's Back without loading a page anew; all other links are the browser's. */
export function startRouter({ show, mayLeave }: Parts): Router {
  // Which step of the visit this is: to go back to where somebody stays.
  let step = (history.state as { step?: number } | null)?.step ?? 0
  history.replaceState({ step }, '')

  async function go(address: string, { replaces = false } = {}): Promise<void> {
    if (!(await mayLeave())) return
    if (!replaces) step += 1
    history[replaces ? 'replaceState' : 'pushState']({ step }, '', address)
    show(new URL(location.href))
  }

  let isReturning = false
  async function onPop(event: PopStateEvent): Promise<void> {
    if (isReturning) {
      isReturning = false
      return
    }
    const to = (event.state as { step?: number } | null)?.step ?? 0
    const url = new URL(location.href)
    const answer = mayLeave()
    if (answer === true) {
      step = to
      show(url)
      return
    }
    // The address has changed already: it is put back while somebody is asked.
    isReturning = true
    history.go(step - to)
    if (await answer) {
      step += 1
      history.pushState({ step }, '', url)
      show(url)
    }
  }

  function onClick(event: MouseEvent): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    if (event.defaultPrevented || event.button !== 0 || !link?.href) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== location.origin || !/^\/desk(\/|$)/.test(url.pathname)) return
    if (url.hash && url.pathname + url.search === location.pathname + location.search) return
    event.preventDefault()
    void go(url.pathname + url.search + url.hash)
  }

  const popped = (event: PopStateEvent) => void onPop(event)
  addEventListener('popstate', popped)
  document.addEventListener('click', onClick)
  return {
    go,
    stop() {
      removeEventListener('popstate', popped)
      document.removeEventListener('click', onClick)
    },
  }
}

/** Where to go after signing in: a page of the desk, whatever the address says. */
export function safeReturn(wanted: string | null): string {
  if (!wanted) return '/desk/'
  const url = new URL(wanted, 'https://desk.invalid')
  const isPage = url.origin === 'https://desk.invalid' && /^\/desk\//.test(url.pathname)
  return isPage && url.pathname !== '/desk/sign-in' ? url.pathname + url.search + url.hash : '/desk/'
}
