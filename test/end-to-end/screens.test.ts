import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { messages as servicePage } from '@amtsweg/messages/services/de.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { heading, identityCard, walk } from './journey.ts'
import { button, office } from './reader.ts'
import { registerWebsite } from './server.ts'

const stage = useStage()
const services = '/demo/musterstadt/dienste.html'

interface Target {
  readonly what: string
  readonly width: number
  readonly height: number
  /** What one comes for, as opposed to a link in passing. */
  readonly main: boolean
}

/** How far the page reaches beyond the screen, and how large everything is that can be hit. */
function measure(page: Page): Promise<{ beyond: number; targets: Target[] }> {
  return page.evaluate(() => {
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const inSentence = (one: HTMLElement) =>
      one.matches('p a, li a, dd a') && getComputedStyle(one).display === 'inline'
    const targets = [...document.querySelectorAll('amt-wayfinder, amt-responsibility-finder, amt-directory')]
      .flatMap((widget) => (widget.shadowRoot ? within(widget.shadowRoot) : []))
      .filter((one) => one.matches('a[href], button, input, summary, [role=option]') && !inSentence(one))
      .map((one) => {
        // What labels a field can be hit as well.
        const { width, height } = (one.closest('label') ?? one).getBoundingClientRect()
        const what = `${one.localName} ${(one.textContent || one.id).trim().slice(0, 40)}`
        const main = one.matches('.button, input, [role=option], summary')
        return { what, width, height, main, shown: one.checkVisibility() && width > 0 }
      })
    const { scrollWidth, clientWidth } = document.documentElement
    return { beyond: scrollWidth - clientWidth, targets: targets.filter(({ shown }) => shown) }
  })
}

// 320 CSS px are what is left of 1280 at 400 % zoom (WCAG 1.4.10); 280 is the narrowest telephone.
describe.each([360, 320, 280])('on a screen of %i px', (width) => {
  test('no step of the journey needs scrolling sideways, and everything can be hit with a thumb', async () => {
    const page = await stage.open(services, { viewport: { width, height: 740 }, hasTouch: true })
    const faults: unknown[] = []
    await walk(page, async (step) => {
      const { beyond, targets } = await measure(page)
      if (beyond > 0) faults.push(`${step}: ${beyond} px beyond the screen`)
      faults.push(
        ...targets
          .filter(({ width, height, main }) => Math.min(width, height) < (main ? 43.99 : 24))
          .map(({ what, width, height }) => `${step}: ${what} is ${width} × ${height}`),
      )
    })
    expect(faults).toEqual([])
  })

  test.each([
    'musterstadt/',
    'musterstadt/zustaendigkeit.html',
    'musterstadt/verzeichnis.html',
    'beispielhagen/',
    'beispielhagen/dienste.html',
  ])('%s fits', async (path) => {
    const page = await stage.open(`/demo/${path}`, { viewport: { width, height: 740 } })
    await page
      .locator('amt-wayfinder, amt-responsibility-finder, amt-directory')
      .locator('section, amt-combobox')
      .first()
      .waitFor()
    expect((await measure(page)).beyond).toBe(0)
  })
})

describe('on a page from right to left', () => {
  let town: HostPage
  afterEach(() => town.close())

  test('our German words still run from left to right, nothing sticks out, and the journey works', async () => {
    town = await openTown({
      language: 'he',
      direction: 'rtl',
      body: `<script type="module" src="${stage.server.origin}/embed.js"></script><amt-wayfinder></amt-wayfinder>`,
    })
    await registerWebsite(stage.server.databaseUrl, town.origin)
    const page = await stage.open(town.origin, { viewport: { width: 360, height: 740 } })
    await walk(page, async (step) => {
      const { beyond } = await measure(page)
      expect({ step, beyond }).toEqual({ step, beyond: 0 })
    })
    const direction = await heading(page, identityCard).evaluate(
      (element) => getComputedStyle(element).direction,
    )
    expect(direction).toBe('ltr')
  })
})

test('with forced colours every button and field keeps an edge, and the focus a ring', async () => {
  const page = await stage.open(services, { forcedColors: 'active' })
  const faults: string[] = []
  await walk(
    page,
    async (step) => void faults.push(...(await withoutEdge(page)).map((one) => `${step}: ${one}`)),
  )
  expect(faults).toEqual([])
})

/** Backgrounds are gone then: only a border still says what can be pressed. */
function withoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    return within(document)
      .filter((one) => one.matches('.button:not(.plain), input[role=combobox]') && one.checkVisibility())
      .filter((one) => {
        const { borderTopStyle, borderTopWidth } = getComputedStyle(one)
        return borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1
      })
      .map((one) => one.outerHTML.slice(0, 80))
  })
}

test('whoever asked for less motion sees none', async () => {
  const page = await stage.open(services, { reducedMotion: 'reduce' })
  const faults: string[] = []
  await walk(page, async (step) => void faults.push(...(await moving(page)).map((one) => `${step}: ${one}`)))
  expect(faults).toEqual([])
})

test('for all others motion only explains a change: nothing takes longer than 150 ms', async () => {
  const page = await stage.open(services, { reducedMotion: 'no-preference' })
  const faults: string[] = []
  await walk(
    page,
    async (step) => void faults.push(...(await moving(page, 0.15)).map((one) => `${step}: ${one}`)),
  )
  expect(faults).toEqual([])
})

/** What moves for longer than so many seconds. */
function moving(page: Page, seconds = 0.001): Promise<string[]> {
  return page.evaluate((limit) => {
    const within = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    return within(document)
      .filter((one) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(one)
        return (
          (animationName !== 'none' && parseFloat(animationDuration) > limit) ||
          Math.max(...transitionDuration.split(',').map(parseFloat)) > limit
        )
      })
      .map((one) => `${one.localName}.${one.className}`)
  }, seconds)
}

describe('on paper', () => {
  const sections = [
    servicePage.office,
    servicePage.documents,
    servicePage.modules['09'],
    servicePage.modules['11'],
    servicePage.cost,
    servicePage.deadlines,
    servicePage.modules['06'],
    servicePage.modules['25'],
    servicePage.legal,
  ]

  test('a service is complete: every section with its text, the office, nothing of the page around it', async () => {
    const context = await stage.enter()
    // The dialogue would wait for a person; what it would print is looked at instead.
    await context.addInitScript(() => (window.print = () => {}))
    const page = await context.newPage()
    await page.goto('/demo/beispielhagen/dienste.html?amt-service=mv-personalausweis')
    await office(page, /Amt Klützer Winkel/)
    await button(page, servicePage.print).click()
    await page.emulateMedia({ media: 'print' })
    for (const name of sections)
      expect(await page.getByRole('heading', { name, exact: true }).count(), name).toBe(1)
    await page.getByRole('article', { name: /Amt Klützer Winkel/ }).waitFor()
    await page.getByText('Personalausweisgesetz (PAuswG)').waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.getByRole('contentinfo').filter({ hasText: 'Rathaus' }).count()).toBe(0)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)

    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.getByRole('navigation', { name: 'Hauptmenü' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Rathaus, Am Markt 1').isVisible()).toBe(true)
  })
})
