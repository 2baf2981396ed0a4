import type { Locator, Page } from 'playwright-core'

/** How somebody uses a page. */
export interface Hands {
  readonly press: (what: Locator) => Promise<void>
  readonly type: (into: Locator, text: string) => Promise<void>
}

/** Tab and Enter, nothing else: what cannot be reached so is not there. */
export const keyboard = (page: Page): Hands => ({
  async press(what) {
    await tabTo(page, what)
    const isBox = await what.evaluate((element) => element.matches('[type=checkbox], [type=radio]'))
    await page.keyboard.press(isBox ? 'Space' : 'Enter')
  },
  async type(into, text) {
    await tabTo(page, into)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  },
})

export const mouse = (): Hands => ({
  press: (what) => what.click(),
  async type(into, text) {
    await into.click()
    await into.fill(text)
  },
})

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let step = 0; step < 120; step += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(wanted)}`)
}
