import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ConsoleMessage, Frame, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'

const require = createRequire(import.meta.url)
const stage = useStage()
let town: HostPage | undefined
afterEach(() => town?.close())
let errors: string[]
beforeEach(() => {
  errors = []
})

/** What a sandbox says of itself; everything else is a fault of ours. */
const ofSandboxes = /^(?:Blocked script execution in|Blocked opening|Blocked form submission)/

interface Shown {
  readonly path?: string
  /** Left out, there is no sandbox. */
  readonly sandbox?: string | undefined
  /** Script of the town. */
  readonly script?: string
  readonly width?: number
}

/** Opens a town's page that shows one of ours in a frame. */
async function show({
  path = '/embed/wayfinder?area=13074',
  sandbox,
  script = '',
  width = 1000,
}: Shown): Promise<{ page: Page; frame: Frame }> {
  const attribute = sandbox === undefined ? '' : `sandbox="${sandbox}"`
  const library = dirname(require.resolve('@open-iframe-resizer/core'))
  town = await openTown({
    body: `<script type="module" src="/town.js"></script><iframe ${attribute} title="Dienste" width="100%" height="300" src="${stage.server.origin}${path}"></iframe>`,
    files: {
      '/town.js': [
        'text/javascript',
        `addEventListener('message', (event) => (globalThis.told ??= []).push(event.data));${script}`,
      ],
      '/resizer.js': ['text/javascript', readFileSync(join(library, 'index.js'), 'utf8')],
    },
  })
  const context = await stage.enter({ disturbed: true, viewport: { width, height: 900 } })
  const page = await context.newPage()
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error' && !ofSandboxes.test(message.text())) errors.push(message.text())
  })
  await page.goto(town.origin)
  const frame = page.frames()[1]!
  await frame.waitForLoadState()
  return { page, frame }
}

const follow = async (frame: Frame, name: string) => {
  const from = frame.url()
  await frame.getByRole('link', { name, exact: true }).first().click()
  await frame.waitForURL((url) => url.href !== from)
}
const title = (frame: Frame) => frame.getByRole('heading', { level: 1 }).textContent()
const told = (page: Page) => page.evaluate(() => (globalThis as unknown as { told?: unknown[] }).told ?? [])

describe.each([undefined, '', 'allow-scripts', 'allow-scripts allow-same-origin allow-forms allow-popups'])(
  'in a frame with the sandbox %j',
  (sandbox) => {
    test('one comes from the topics to the office by links alone, and it looks as it should', async () => {
      const { frame } = await show({ sandbox })
      await follow(frame, 'Tiere, Natur & Umwelt')
      await follow(frame, 'Hund')
      await follow(frame, 'Hund anmelden (Hundesteuer)')
      await frame.locator('summary', { hasText: 'A – C' }).click()
      await follow(frame, 'Boltenhagen')
      await frame.getByRole('heading', { name: 'Amt Klützer Winkel' }).waitFor()
      const look = await frame
        .locator('.office')
        .evaluate((office) => getComputedStyle(office).borderTopWidth)
      expect(look).toBe('1px')
      expect(errors).toEqual([])
    })

    test('a link to elsewhere never takes the place of the page', async () => {
      const { page, frame } = await show({ sandbox })
      const here = [page.url(), frame.url()]
      const mayOpen = sandbox === undefined || sandbox.includes('popups')
      const outcome = mayOpen
        ? page.context().waitForEvent('page')
        : page.waitForEvent('console', (message) => message.text().startsWith('Blocked opening'))
      await frame.getByRole('link', { name: 'Auf eigener Seite öffnen' }).click()
      await outcome
      expect([page.url(), frame.url()]).toEqual(here)
      expect(await frame.getByText(`${stage.server.origin}/embed/wayfinder?area=13074`).isVisible()).toBe(
        true,
      )
    })
  },
)

test.each([undefined, 'allow-scripts', 'allow-forms', 'allow-scripts allow-forms'])(
  'forms work in the sandbox %j, by Enter and by the button',
  async (sandbox) => {
    const { frame } = await show({ sandbox })
    await frame.getByRole('searchbox').fill('Hundesteuer')
    await frame.getByRole('searchbox').press('Enter')
    await frame.getByRole('heading', { name: 'Treffer für „Hundesteuer“' }).waitFor()
    expect(new URL(frame.url()).searchParams.get('area')).toBe('13074')
    await frame.getByRole('searchbox').fill('Perso & mehr')
    await frame.getByRole('button', { name: 'Suchen' }).click()
    await frame.getByRole('heading', { name: 'Treffer für „Perso & mehr“' }).waitFor()
    expect(errors).toEqual([])
  },
)

test('even a page that is sandboxed itself, such as the preview of an editor, shows it', async () => {
  const inner = `<iframe src='${stage.server.origin}/embed/responsibility-finder'></iframe>`
  town = await openTown({ body: `<iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe>` })
  const page = await stage.open(town.origin, { disturbed: true })
  const shown = page.frameLocator('iframe').frameLocator('iframe')
  await shown.getByRole('heading', { name: 'Wer ist zuständig?' }).waitFor()
})

describe('its height', () => {
  test.each([undefined, 'allow-scripts'])(
    'is told to the page around in the sandbox %j, and again when it changes',
    async (sandbox) => {
      const { page, frame } = await show({ sandbox })
      await expect.poll(() => told(page)).toHaveLength(1)
      const [first] = (await told(page)) as { type: string; height: number }[]
      expect(first).toEqual({ type: 'amt:height', height: expect.any(Number) as number })
      await frame.locator('summary', { hasText: 'Sprache' }).click()
      await expect.poll(() => told(page)).toHaveLength(2)
      const [, second] = (await told(page)) as { height: number }[]
      expect(second!.height).toBeGreaterThan(first!.height)
    },
  )

  test('is told to WordPress with its secret, on the next page too, and the way to a page of its own as well', async () => {
    const { page, frame } = await show({ sandbox: 'allow-scripts', path: '/embed/wayfinder#?secret=abc123' })
    const height = { message: 'height', value: expect.any(Number) as number, secret: 'abc123' }
    await expect.poll(() => told(page)).toContainEqual(height)
    await follow(frame, 'A bis Z')
    await expect
      .poll(async () => (await told(page)).filter((one) => (one as { secret?: string }).secret).length)
      .toBe(2)
    await follow(frame, 'Suche')
    await frame.getByRole('searchbox').fill('Hund')
    await frame.getByRole('searchbox').press('Enter')
    await frame.getByRole('heading', { name: 'Treffer für „Hund“' }).waitFor()
    await frame.getByRole('link', { name: 'Auf eigener Seite öffnen' }).click()
    const link = { message: 'link', value: `${stage.server.origin}/embed/wayfinder?q=Hund`, secret: 'abc123' }
    await expect.poll(() => told(page)).toContainEqual(link)
  })

  test.each([
    ['open-iframe-resizer', '{}'],
    ['the messages of iframe-resizer', '{ enableLegacyLibSupport: true, checkOrigin: false }'],
  ])('is followed by %s', async (_, settings) => {
    const { page, frame } = await show({
      script: `import('/resizer.js').then(({ initialize }) => initialize(${settings}, 'iframe'))`,
    })
    const heights = () =>
      Promise.all([
        page.locator('iframe').evaluate((element) => Math.round(element.getBoundingClientRect().height)),
        frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height)),
      ]).then(([outside, inside]) => Math.abs(outside - inside))
    await expect.poll(heights).toBeLessThan(8)
    await frame.locator('summary', { hasText: 'Sprache' }).click()
    await expect.poll(heights).toBeLessThan(8)
  })
})

const pages = [
  '/embed/wayfinder',
  '/embed/wayfinder?view=life-situations&scheme=dark&theme=contrast',
  '/embed/wayfinder?letter=H&scheme=dark&accent=333333',
  '/embed/wayfinder?q=baby+bekommen&accent=ffcc00&font=serif',
  '/embed/wayfinder?service=mv-personalausweis&area=13074087&scheme=system&theme=kern',
  '/embed/responsibility-finder?service=mv-hundesteuer&place=23968&theme=contrast',
  '/embed/responsibility-finder?service=mv-hundesteuer&place=Gibtsnicht&lang=en&scheme=dark',
  '/embed/responsibility-finder?service=mv-fuehrungszeugnis&area=13074087',
]
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

test.each(pages)('%s has no fault that a machine can find, in light and dark', async (path) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await stage.open(path, { colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${String(target)}`)),
    ).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
  }
})

const spacing =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

test.each([
  ['280 px', { viewport: { width: 280, height: 700 } }, ''],
  ['320 px, as at 400 % zoom, with wide spacing of text', { viewport: { width: 320, height: 256 } }, spacing],
  ['a wide frame', { viewport: { width: 1600, height: 700 } }, ''],
] as const)('nothing needs scrolling sideways on %s', async (_, visit, css) => {
  for (const path of pages) {
    const page = await stage.open(path, { ...visit, bypassCSP: true })
    if (css) await page.addStyleTag({ content: css })
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect.soft(beyond, path).toBe(0)
  }
})

test.each(['', '&lang=ar'])('every topic is inside its tile on a phone%s', async (lang) => {
  const page = await stage.open(`/embed/wayfinder?view=life-situations${lang}`, {
    viewport: { width: 360, height: 700 },
  })
  const beyond = await page.locator('.topics li').evaluateAll(
    (tiles) =>
      tiles.flatMap((tile) => {
        const room = tile.getBoundingClientRect()
        return [...tile.children].filter((part) => {
          const { top, bottom } = part.getBoundingClientRect()
          return top < room.top || bottom > room.bottom
        })
      }).length,
  )
  expect(beyond).toBe(0)
})

test('alone, without a frame, it needs no way to a page of its own', async () => {
  const page = await stage.open('/embed/wayfinder')
  await page.getByRole('heading', { name: 'Was möchten Sie erledigen?' }).waitFor()
  expect(await page.getByRole('link', { name: 'Auf eigener Seite öffnen' }).isVisible()).toBe(false)
})

test('dark only where it is asked for: a frame cannot see the page around', async () => {
  const background = async (query: string) => {
    const page = await stage.open(`/embed/wayfinder${query}`, { colorScheme: 'dark' })
    return page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  }
  expect(await background('')).toBe('rgb(255, 255, 255)')
  expect(await background('?scheme=dark')).toBe(await background('?scheme=system'))
  expect(await background('?scheme=dark')).not.toBe(await background(''))
})

test('on paper there is what was found, without ways and forms', async () => {
  const page = await stage.open('/embed/wayfinder?service=mv-personalausweis&area=13074087&scheme=dark')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { name: 'Bürgerbüro Wismar' }).isVisible()).toBe(true)
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
})

test('by keyboard alone one finds the office', async () => {
  const page = await stage.open('/embed/responsibility-finder')
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('Tab')
  await page.keyboard.type('Hundesteuer')
  await press('Enter')
  const found = page.getByRole('link', { name: 'Hund anmelden (Hundesteuer)', exact: true })
  await found.focus()
  await press('Enter')
  await page.getByRole('textbox', { name: 'Ihr Ort oder Ihre Postleitzahl' }).focus()
  await page.keyboard.type('Boltenhagen')
  await press('Enter')
  await page.getByRole('heading', { name: 'Amt Klützer Winkel' }).waitFor()
  expect(await title(page.mainFrame())).toContain('in Boltenhagen')
})
