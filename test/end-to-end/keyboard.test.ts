import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { useStage } from './browser.ts'
import { heading, identityCard, searchField, wayfinding } from './journey.ts'
import { field, gemeindeField, office, placeField, suggestion, words } from './reader.ts'

const stage = useStage()

/** What a reader would say has the focus, and whether they can see that it has. */
function focused(page: Page) {
  return page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element) return { name: '', visible: false, inView: false }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const label = (element as HTMLInputElement).labels?.[0]?.textContent
    return {
      name: (label ?? element.getAttribute('aria-label') ?? element.textContent ?? '')
        .trim()
        .replace(/\s+/g, ' '),
      visible: (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      // To the pixel: the browser scrolls by whole ones.
      inView: top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1,
    }
  })
}

const focusIsOn = (page: Page, name: string | RegExp) =>
  expect.poll(async () => (await focused(page)).name).toMatch(name)

/** Goes on with Tab until the thing has the focus; everything on the way must show that it has it. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const way: string[] = []
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(key)
    await expect
      .poll(() => focused(page), { message: `focus after ${way.join(' > ')}` })
      .toMatchObject({ visible: true, inView: true })
    const now = await focused(page)
    if (name.test(now.name)) return
    way.push(now.name)
  }
  throw new Error(`${String(name)} cannot be reached: ${way.join(' > ')}`)
}

describe('without a mouse', () => {
  test('from the words to the office, with the focus where a person expects it', async () => {
    const page = await stage.open('/demo/musterstadt/dienste.html')
    await page.locator('amt-wayfinder [part=topic]').first().waitFor()
    await tabTo(page, /Zum Inhalt/)
    await tabTo(page, new RegExp(searchField))
    await page.keyboard.type('Perso verl')
    await suggestion(page, /Personalausweis beantragen/).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await field(page, searchField).getAttribute('aria-activedescendant')).toBe('option-0')
    await page.keyboard.press('Enter')

    await focusIsOn(page, identityCard)
    await field(page, placeField).waitFor()
    await tabTo(page, new RegExp(placeField))
    await page.keyboard.type('19230')
    await suggestion(page, /19230/).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await focusIsOn(page, gemeindeField)
    await page.keyboard.type('Redefin')
    await expect.poll(() => suggestion(page, /./).count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await office(page, 'Amt Hagenow-Land')
    await focusIsOn(page, words.resolved(identityCard, 'Redefin'))
    await tabTo(page, /Weg planen/)
    await tabTo(page, /Kontakt speichern/)
  })

  test('radio buttons are one stop, and arrows go through them', async () => {
    const page = await stage.open('/demo/musterstadt/zustaendigkeit.html')
    await field(page, words.service).waitFor()
    await tabTo(page, new RegExp(words.service))
    await page.keyboard.type('Personalausweis')
    await suggestion(page, /^Personalausweis beantragen/).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await focusIsOn(page, placeField)
    await page.keyboard.type('23968')
    await suggestion(page, /23968/).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('radio').first().waitFor()
    await tabTo(page, /^Barnekow/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await focusIsOn(page, /^Gägelow/)
    await page.keyboard.press('Enter')
    await office(page, /Amt Grevesmühlen-Land/)
    await focusIsOn(page, words.resolved(identityCard, 'Gägelow'))
  })

  test('Escape closes the list and keeps what was typed', async () => {
    const page = await stage.open('/demo/musterstadt/dienste.html')
    await field(page, searchField).focus()
    await page.keyboard.type('Ausweis')
    await suggestion(page, /./).first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => suggestion(page, /./).count()).toBe(0)
    expect(await field(page, searchField).inputValue()).toBe('Ausweis')
    await focusIsOn(page, searchField)
    await page.keyboard.press('Enter')
    await heading(page, wayfinding.results('Ausweis')).waitFor()
    await focusIsOn(page, wayfinding.results('Ausweis'))
  })

  test('the way back leads to the heading of the step before', async () => {
    const page = await stage.open('/demo/musterstadt/dienste.html')
    await page.locator('amt-wayfinder [part=topic]').first().waitFor()
    await tabTo(page, /^Ausweise/)
    await page.keyboard.press('Enter')
    await focusIsOn(page, /^Ausweise/)
    await tabTo(page, new RegExp(wayfinding.back), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await focusIsOn(page, wayfinding.heading)
  })

  test('nothing is a trap: Tab goes through a widget and on to the foot of the page, and back', async () => {
    const page = await stage.open('/demo/musterstadt/zustaendigkeit.html')
    await field(page, words.service).waitFor()
    await tabTo(page, /Erklärung zur Barrierefreiheit/)
    await tabTo(page, /^Stadt Musterstadt$/, 'Shift+Tab')
  })
})
