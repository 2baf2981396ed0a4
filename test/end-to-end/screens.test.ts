import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { messages as servicePage } from '@amtsweg/messages/services/de.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { heading, identityCard, walk } from './journey.ts'
import { button, office } from './reader.ts'

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
    const targets: Target[] = []
    const collect = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) collect(element.shadowRoot)
        const inSentence =
          element.matches('p a, li a, dd a') && getComputedStyle(element).display === 'inline'
        if (!element.matches('a[href], button, input, summary, [role=option]') || inSentence) continue
        // What labels a field can be hit as well.
        const box = (element.closest('label') ?? element).getBoundingClientRect()
        if (!element.checkVisibility() || box.width === 0) continue
        targets.push({
          what: `${element.localName} ${(element.textContent || element.id).trim().slice(0, 40)}`,
          width: Math.round(box.width * 10) / 10,
          height: Math.round(box.height * 10) / 10,
          main: element.matches('.button, input, [role=option], summary'),
        })
      }
    }
    document
      .querySelectorAll('amt-wayfinder, amt-responsibility-finder')
      .forEach((one) => collect(one.shadowRoot!))
    const { scrollWidth, clientWidth } = document.documentElement
    return { beyond: scrollWidth - clientWidth, targets }
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
          .filter((target) => Math.min(target.width, target.height) < (target.main ? 44 : 24))
          .map((target) => `${step}: ${target.what} is ${target.width} × ${target.height}`),
      )
    })
    expect(faults).toEqual([])
  })

  test.each([
    'musterstadt/',
    'musterstadt/zustaendigkeit.html',
    'beispielhagen/',
    'beispielhagen/dienste.html',
  ])('%s fits', async (path) => {
    const page = await stage.open(`/demo/${path}`, { viewport: { width, height: 740 } })
    await page.locator('amt-wayfinder, amt-responsibility-finder').getByRole('heading').first().waitFor()
    expect((await measure(page)).beyond).toBe(0)
  })
})

describe('on a page from right to left', () => {
  let town: HostPage
  afterEach(() => town.close())

  test('our German words still run from left to right, nothing sticks out, and the journey works', async () => {
    town = await openTown({
      language: 'ar',
      direction: 'rtl',
      body: `<script type="module" src="${stage.server.origin}/embed.js"></script><amt-wayfinder></amt-wayfinder>`,
    })
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
  await walk(page, async (step) => {
    const bare = await page.evaluate(() => {
      const found: string[] = []
      const collect = (root: ParentNode) => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) collect(element.shadowRoot)
          if (!element.matches('.button:not(.plain), input[role=combobox]') || !element.checkVisibility())
            continue
          const { borderTopStyle, borderTopWidth } = getComputedStyle(element)
          if (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1)
            found.push(element.outerHTML.slice(0, 80))
        }
      }
      collect(document)
      return found
    })
    faults.push(...bare.map((one) => `${step}: ${one}`))
  })
  expect(faults).toEqual([])
})

test('whoever asked for less motion sees none', async () => {
  const page = await stage.open(services, { reducedMotion: 'reduce' })
  await page.addStyleTag({ content: '' }).catch(() => {})
  const moving = await page.evaluate(() => {
    const found: string[] = []
    const collect = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) collect(element.shadowRoot)
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
        const animated = animationName !== 'none' && parseFloat(animationDuration) > 0.001
        if (animated || parseFloat(transitionDuration) > 0.001)
          found.push(`${element.localName}.${element.className}`)
      }
    }
    collect(document)
    return found
  })
  expect(moving).toEqual([])
})

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
