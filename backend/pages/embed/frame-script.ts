/**
 * Runs in the reader's browser, alone and as it stands here: it may use nothing from outside itself. Tells the page around how high it
 * is, in the words of four protocols (docs/decisions/0084), and makes forms work in a sandbox that blocks them. The page is complete without it.
 */
function talkToParent(): void {
  const root = document.documentElement
  if (parent === self) return void (root.dataset['alone'] = '')

  // WordPress gives each frame a secret, which it wants to hear with each message.
  const secret = /^#\?secret=(\w+)$/.exec(location.hash)?.[1]
  /** Name under which iframe-resizer knows this frame. */
  let sizer: string | undefined
  let isOpenSizer = false
  let last = 0

  const say = (message: unknown) => parent.postMessage(message, '*')
  const report = (type: string) => {
    const height = Math.ceil(root.getBoundingClientRect().height)
    if (height === last && type === 'resizeObserver') return
    last = height
    say({ type: 'amt:height', height })
    if (secret) say({ message: 'height', value: height, secret })
    if (isOpenSizer) say({ type: 'iframe-resized', height, width: root.clientWidth })
    // It waits for `init`; its successor listens to what its observers say only.
    if (sizer !== undefined)
      for (const one of new Set([type, 'resizeObserver']))
        say(`[iFrameSizer]${sizer}:${height}:${root.clientWidth}:${one}`)
    // Chromium from 152; only where the page around asked for it does it do anything.
    ;(self as unknown as { requestResize?: () => void }).requestResize?.()
  }

  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent) return
    const [, name] = typeof data === 'string' ? (/^\[iFrameSizer\]([^:]*):/.exec(data) ?? []) : []
    const { type, message } = (data ?? {}) as { type?: unknown; message?: unknown }
    if (name !== undefined) sizer = name
    else if (type === 'iframe-child-init') isOpenSizer = true
    else if (type !== 'iframe-get-child-dimensions' && message !== 'ready') return
    report('init')
  })
  // Browsers wake no observer in a frame that cannot be seen, and WordPress shows none before it has heard from it.
  const look = () => report('resizeObserver')
  look()
  addEventListener('load', look)
  new ResizeObserver(look).observe(root)

  // The next page in the frame needs the secret too.
  if (secret) {
    for (const link of document.links) if (link.target === '_self' && !link.hash) link.hash = location.hash
    for (const form of document.forms) form.action += location.hash
  }
  if (origin !== 'null') return

  // In a sandbox a form may be blocked before it says so, but a script may go where it would have led.
  addEventListener('click', (event) => {
    const { form = undefined } = (event.target as Element).closest('button') ?? {}
    if (form) {
      event.preventDefault()
      const target = new URL(form.action)
      target.search = String(new URLSearchParams(new FormData(form) as unknown as Record<string, string>))
      return location.assign(target)
    }
    const link = (event.target as Element).closest<HTMLAnchorElement>('.own a')
    // WordPress opens it in the place of its page, since no new one may be opened.
    if (link && secret) {
      event.preventDefault()
      say({ message: 'link', value: link.href, secret })
    }
  })
}

/** The script as a file; Node and the tests' compiler leave no types in it. */
export const frameScript = `(${String(talkToParent)})()\n`
