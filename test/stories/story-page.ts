import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

/** How a story is looked at. */
export interface Look {
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  readonly theme?: 'kern' | 'contrast'
  readonly scheme?: 'dark'
  /** As readers see it who have the system choose colours. */
  readonly forced?: true
}

/** When all samples are made for: Monday morning. */
const now = new Date('2026-11-23T09:00:00Z')

/** What the page tells of the story. */
interface Told {
  finished: boolean
  readonly errors: string[]
}
const told = '__amtswegStory'

/** Before anything else in the page: forgets what the story before has kept, and listens to what Storybook says. */
function listen(name: string): void {
  const story: Told = { finished: false, errors: [] }
  sessionStorage.clear()
  const page = globalThis as unknown as Record<string, unknown>
  page[name] = story
  let channel: { on(event: string, heard: (data: unknown) => void): void } | undefined
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value: typeof channel) {
      channel = value
      value?.on('storyFinished', () => (story.finished = true))
      for (const event of [
        'storyErrored',
        'storyThrewException',
        'storyMissing',
        'playFunctionThrewException',
        'unhandledErrorsWhilePlaying',
      ])
        value?.on(event, (data) => {
          const { message, description } = (data ?? {}) as { message?: string; description?: string }
          story.errors.push(`${event}: ${message ?? description ?? JSON.stringify(data)}`)
          story.finished = true
        })
    },
  })
}

/** Sends what moves to its end, and waits until nothing has
 * changed for some frames, in no shadow root either, and all fonts are there. */
async function quiet(): Promise<void> {
  const inside = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map((element) =>
        element.shadowRoot ? inside(element.shadowRoot) + element.shadowRoot.adoptedStyleSheets.length : '',
      )
      .join('') + (root as Element).innerHTML
  let before = ''
  for (let same = 0; same < 6;) {
    await document.fonts.ready
    for (const animation of document.getAnimations()) animation.finish()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 25)))
    const after = inside(document.body)
    same = after === before ? same + 1 : 0
    before = after
  }
}

/** A context in which time stands still, and so does what moves. */
export async function stage(
  open: (options: object) => Promise<BrowserContext>,
  width: number,
): Promise<BrowserContext> {
  const context = await open({
    viewport: { width, height: 600 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  })
  context.setDefaultTimeout(20_000)
  await context.addInitScript(listen, told)
  await context.clock.setFixedTime(now)
  return context
}

/** Opens a story and waits until it has been played and is quiet; answers what went wrong. */
export async function show(
  page: Page,
  origin: string,
  id: string,
  { forced, ...look }: Look = {},
): Promise<readonly string[]> {
  const thrown: string[] = []
  const uncaught = (error: Error) => thrown.push(`uncaught: ${error.message}`)
  const printed = (message: ConsoleMessage) => {
    if (message.type() === 'error') thrown.push(`console: ${message.text()}`)
  }
  page.on('pageerror', uncaught).on('console', printed)
  await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' })
  const globals = Object.entries({ ...look, 'a11y.manual': '!true' }).map(
    ([name, value]) => `${name}:${value}`,
  )
  await page.goto(
    `${origin}/iframe.html?id=${encodeURIComponent(id)}&viewMode=story&globals=${globals.join(';')}`,
  )
  const story = await page.waitForFunction(
    (name) => {
      const story = (globalThis as unknown as Record<string, Told>)[name]!
      return story.finished ? story.errors : undefined
    },
    told,
    { polling: 50 },
  )
  await page.evaluate(quiet)
  page.off('pageerror', uncaught).off('console', printed)
  return [...(await story.jsonValue())!, ...thrown]
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Everything axe finds in the story, as one readable line each; of a foreign page only what is ours. */
export async function axe(page: Page, isForeign = false): Promise<readonly string[]> {
  const ours = isForeign ? ['amt-wayfinder', 'amt-responsibility-finder'] : ['#storybook-root']
  const builder = ours.reduce((builder, selector) => builder.include(selector), new AxeBuilder({ page }))
  const { violations } = await builder.options({ runOnly: rules, resultTypes: ['violations'] }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${String(target)}: ${failureSummary ?? ''}`),
  )
}

/** What there is to see of it, as a picture. */
export const picture = (page: Page): Promise<Buffer> =>
  page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide', scale: 'css' })

/**
 * What sticks out of the screen or is cut off: as it is, and with the reader's own text spacing (WCAG 1.4.12). 320 px are what is left of 1,280
 * at 400 % zoom (1.4.10).
 */
export const lost = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const measure = (how: string) => {
      const { scrollWidth, clientWidth } = document.documentElement
      const cut = within(document.querySelector('#storybook-root')!)
        .filter((one) => !one.matches('.visually-hidden, input') && one.checkVisibility())
        .filter(
          (one) => getComputedStyle(one).overflow !== 'visible' && !one.matches('.scroll, [role=listbox]'),
        )
        .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
        .map((one) => `${how}: ${one.localName} ${one.className} is cut off`)
      return scrollWidth > clientWidth
        ? [`${how}: ${scrollWidth - clientWidth} px beyond the screen`, ...cut]
        : cut
    }
    const before = measure('as it is')
    const spacing = new CSSStyleSheet()
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets.push(spacing)
    for (const { shadowRoot } of within(document)) shadowRoot?.adoptedStyleSheets.push(spacing)
    return [...before, ...measure('with text spacing')]
  })
