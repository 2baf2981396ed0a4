import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { looks } from '@amtsweg/demo-site/configure/choice.ts'
import { words } from '@amtsweg/demo-site/configure/words-de.ts'
import { words as english } from '@amtsweg/demo-site/configure/words-en.ts'
import { useStage } from './browser.ts'
import { type HostPage, openTown } from './host-page.ts'
import { registerWebsite } from './server.ts'

let town: HostPage | undefined
afterEach(async () => {
  await town?.close()
  town = undefined
})
// What is begun last ends first: a page that still fetches something must not find its site gone.
const stage = useStage()

/** What has the focus, also deep inside, as a reader of screens would be told. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement as HTMLInputElement | null
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLInputElement
    const described = element?.getAttribute('aria-describedby')
    const label = element?.labels?.[0]?.querySelector('strong') ?? element?.labels?.[0] ?? element
    const about = described?.endsWith('-title') ? `: ${document.getElementById(described)?.textContent}` : ''
    return (
      (element?.getAttribute('aria-label') ?? label?.textContent ?? '').trim().replace(/\s+/g, ' ') + about
    )
  })

async function tabTo(page: Page, name: string): Promise<void> {
  const way: string[] = []
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const now = await focused(page)
    if (now === name) return
    way.push(now)
  }
  throw new Error(`${name} cannot be reached: ${way.join(' > ')}`)
}

/** Chooses one of a group of radio buttons: Tab enters the group, arrows go through it. */
async function pick(page: Page, first: string, wanted: string): Promise<void> {
  await tabTo(page, first)
  for (let step = 0; step < 8 && (await focused(page)) !== wanted; step += 1)
    await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe(wanted)
}

/** Presses the button below a piece of code, and takes what is in the clipboard then. */
async function copied(page: Page, title: string): Promise<string> {
  await tabTo(page, `${words.code.copy}: ${title}`)
  await page.keyboard.press('Enter')
  await page.locator('figure', { hasText: title }).getByRole('status').getByText(words.code.copied).waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function configure(query = '', visit: Parameters<typeof stage.enter>[0] = {}) {
  const context = await stage.enter({ permissions: ['clipboard-read', 'clipboard-write'], ...visit })
  const page = await context.newPage()
  await page.goto(`/configure/${query}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** The strictest policy with nothing but the lines that were shown. */
const strict = (lines: string) => `default-src 'none'; img-src 'self'; ${lines.replaceAll('\n', ' ')}`

/** Opens a town's page that holds what was copied. */
async function paste(
  head: string,
  body: string,
  policy: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Page> {
  town = await openTown({ body: head + body, policy, headers })
  await registerWebsite(stage.server.databaseUrl, town.origin)
  const page = await (await stage.enter()).newPage()
  await page.goto(town.origin)
  return page
}

const topics = '[part=topic]'
const { code, policy, options } = words
const formNames = Object.fromEntries(Object.entries(code.forms).map(([form, [name]]) => [form, name!]))

describe('what was chosen with the keyboard alone works on a strict foreign page', () => {
  test.each(['element', 'div', 'link'])('as %s', async (form) => {
    const page = await configure()
    await tabTo(page, options.names['area']![0])
    await page.keyboard.type('Wismar')
    await page
      .locator('[data-option=area]')
      .getByRole('option', { name: /Wismar/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe(`${options.remove}: ${options.names['area']![0]}`)
    await pick(page, formNames['element']!, formNames[form]!)
    const head = await copied(page, code.once)
    const body = await copied(page, code.there)
    await tabTo(page, policy.trust)
    await page.keyboard.press('Space')
    const lines = await copied(page, policy.lead)
    expect(body).toContain('area=')

    const site = await paste(head, body, strict(lines))
    await site.locator('amt-wayfinder').locator(topics).first().waitFor()
    expect(await site.evaluate(() => document.querySelector('amt-wayfinder')!.getAttribute('area'))).toMatch(
      /^13074/,
    )
  })

  test('pinned, where nothing without a hash may run', async () => {
    const page = await configure('?area=130740087')
    await pick(page, code.scripts.current[0]!, code.scripts.pinned[0]!)
    const head = await copied(page, code.once)
    const body = await copied(page, code.there)
    const lines = await copied(page, policy.lead)
    expect(head).toMatch(/integrity="sha384-/)
    expect(lines).toMatch(/'sha256-/)
    const site = await paste(head, body, strict(lines), {
      'integrity-policy': 'blocked-destinations=(script)',
    })
    await site.locator('amt-wayfinder').locator(topics).first().waitFor()
  })

  test('pinned: a file that is not what it was is not run', async () => {
    const page = await configure('?script=pinned')
    const head = (await page.locator('#head').textContent())!
    const forged = head.replace(/(core[\w-]*\.js":"sha384-)..../, '$1AAAA')
    expect(forged).not.toBe(head)
    const body = (await page.locator('#body').textContent())!
    town = await openTown({ body: forged + body })
    const site = await (await stage.enter({ disturbed: true })).newPage()
    const refused = site.waitForEvent('console', (message) => message.text().includes('digest'))
    await site.goto(town.origin)
    await refused
    expect(await site.locator('amt-wayfinder').locator(topics).count()).toBe(0)
  })

  test.each(['', " 'strict-dynamic'"])('by the nonce of the page%s', async (dynamic) => {
    const page = await configure('?area=130740087&nonce&reserve=no&script=pinned')
    const fill = (text: string | null) => text!.replaceAll('…', 'c2l0ZQ==')
    const head = fill(await page.locator('#head').textContent())
    const body = await page.locator('#body').textContent()
    const lines = fill(await page.locator('#lines').textContent())
    const site = await paste(head, body!, strict(lines.replace("'nonce-c2l0ZQ=='", `$&${dynamic}`)))
    await site.locator('amt-wayfinder').locator(topics).first().waitFor()
  })

  test('as iframe', async () => {
    const page = await configure('?area=130740087')
    await pick(page, formNames['element']!, formNames['iframe']!)
    const body = await copied(page, code.there)
    const lines = await copied(page, policy.lead)
    const site = await paste('', body, strict(lines))
    await site.frameLocator('iframe').getByRole('heading').first().waitFor()
  })

  test('as an address, by what a system gets for it', async () => {
    const page = await configure('?area=130740087')
    await pick(page, formNames['element']!, formNames['oembed']!)
    const address = await copied(page, code.address)
    const lines = await copied(page, policy.lead)
    const answer = await fetch(`${stage.server.origin}/oembed?format=json&url=${encodeURIComponent(address)}`)
    const { html } = (await answer.json()) as { html: string }
    const site = await paste('', html, strict(lines))
    await site.frameLocator('iframe').getByRole('heading').first().waitFor()
  })
})

test('the address holds every choice, and nothing else is kept', async () => {
  const page = await configure()
  await page.getByRole('radio', { name: /^Zuständigkeitsfinder/ }).check()
  await page.getByLabel(options.names['theme']![0], { exact: true }).selectOption('contrast')
  await page.getByRole('radio', { name: /^Bereich/ }).check()
  await page.getByText(options.more).click()
  await page.getByRole('checkbox', { name: /^Ohne eigene Überschrift/ }).check()
  const { search } = new URL(page.url())
  expect(search).toBe('?widget=responsibility-finder&form=div&theme=contrast&embedded=')
  const shown = await page.locator('#body').textContent()
  await page.goto(`/configure/${search}`)
  expect(await page.locator('#body').textContent()).toBe(shown)
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
})

test.each(looks)('on a page in the style “%s” the widget comes', async (look) => {
  const page = await stage.open(`/configure/preview.html?look=${look}`)
  await page.locator('amt-wayfinder').locator(topics).first().waitFor()
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
})

test('the preview shows the widget with what was chosen, on the page that was chosen', async () => {
  const page = await configure('?look=framework&lang=en')
  const frame = page.frameLocator('iframe')
  await frame.locator('amt-wayfinder[lang=en]').locator(topics).first().waitFor()
  await page.getByRole('radio', { name: words.preview.looks.dark }).check()
  await expect
    .poll(() => frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme))
    .toBe('dark')
  await page.getByRole('radio', { name: words.preview.widths.narrow, exact: true }).check()
  await expect.poll(async () => (await page.locator('iframe').boundingBox())!.width).toBeLessThanOrEqual(360)
})

test('a pasted policy is checked, and the one that is offered works', async () => {
  const page = await configure('?reserve=no')
  await page
    .getByLabel(policy.paste)
    .fill("Content-Security-Policy: default-src 'none'; img-src 'self'; trusted-types 'none'")
  await page.getByText(policy.missing).waitFor()
  const amended = await page.locator('#amended').textContent()
  await page.getByLabel(policy.paste).fill(amended!)
  await page.getByText(policy.fine).waitFor()
  const head = await page.locator('#head').textContent()
  const body = await page.locator('#body').textContent()
  const site = await paste(head!, body!, amended!)
  await site.locator('amt-wayfinder').locator(topics).first().waitFor()
})

test('a form that the content system spoils is advised against', async () => {
  const page = await configure('?system=contao&form=element')
  await page.getByText(code.spoiled('Contao')).waitFor()
  await page.getByLabel(code.system).selectOption('typo3')
  expect(await page.getByRole('radio', { name: /^Link/ }).isChecked()).toBe(true)
  expect(await page.getByText(code.spoiled('TYPO3')).count()).toBe(0)
})

test('where nothing may be copied, the text is selected and the reader told', async () => {
  const page = await configure('', { permissions: [] })
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await page.getByRole('button', { name: code.copy }).first().click()
  await page.getByText(code.select).waitFor()
  expect(await page.evaluate(() => getSelection()!.toString())).toContain('<script type="module"')
})

test('without connection the code stays right, and the page says what is missing', async () => {
  const page = await configure('', { disturbed: true })
  await page.context().setOffline(true)
  await page.getByText(words.offline).waitFor()
  await page.getByRole('radio', { name: /^Zuständigkeitsfinder/ }).check()
  expect(await page.locator('#body').textContent()).toContain('<amt-responsibility-finder>')
  await page.context().setOffline(false)
  await expect.poll(() => page.getByText(words.offline).count()).toBe(0)
})

test('it speaks English as well', async () => {
  const page = await configure()
  await page.getByRole('button', { name: words.otherLanguage }).click()
  await page.getByRole('heading', { name: english.title, level: 1 }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(await page.locator('#body').textContent()).toContain('All services')
})

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)(
  'in %s colours at %i px it has no fault that a machine can find, and fits',
  async (colorScheme, width) => {
    const page = await configure('?area=130740087', { colorScheme, viewport: { width, height: 800 } })
    await page.frameLocator('iframe').locator(topics).first().waitFor()
    await page.getByText('Wismar', { exact: true }).first().waitFor()
    await page.getByLabel(policy.paste).fill("default-src 'none'")
    await page.getByText(options.more).click()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'])
      .analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${String(target)}`)),
    ).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  },
)
