import type { Locator, Page } from 'playwright-core'

/** What a reader gets: the widget, a link to a page of ours, such a page in a frame, code as text, or nothing of ours. */
export type Outcome = 'widget' | 'link' | 'dead link' | 'frame' | 'markup' | 'nothing'

/** What became of each section's snippet, once it has come near. */
export async function outcomes(page: Page, server: string): Promise<Record<string, Outcome>> {
  const sections = await page.locator('main > section').all()
  for (const section of sections) await section.scrollIntoViewIfNeeded()
  // Whatever the script makes of a page, it has made by now; its elements still wait for their code.
  for (const widget of await page.locator('amt-wayfinder').all()) await widget.getByRole('combobox').waitFor()
  const found: Record<string, Outcome> = {}
  for (const section of sections) {
    const name = (await section.getAttribute('aria-label')) ?? ''
    found[name] = await section.evaluate(outcomeOf, `${server}/embed/wayfinder?area=130`)
    if (found[name] === 'frame')
      await section.locator('iframe').contentFrame().getByRole('heading', { level: 1 }).waitFor()
    if (found[name] === 'link' && !(await leads(section))) found[name] = 'dead link'
  }
  return found
}

/** Whether a reader without script, too, gets a whole page there. */
async function leads(section: Locator): Promise<boolean> {
  const response = await fetch((await section.locator('a').first().getAttribute('href')) ?? '')
  return response.ok && (await response.text()).includes('<h1')
}

/** Runs in the page. */
function outcomeOf(section: Element, address: string): Outcome {
  if (/<\/?[a-z]/i.test(section.textContent ?? '')) return 'markup'
  if (section.querySelector('amt-wayfinder')) return 'widget'
  if (section.querySelector('iframe')?.src.startsWith(address)) return 'frame'
  const link = section.querySelector('a')
  return link?.href.startsWith(address) && link.checkVisibility() ? 'link' : 'nothing'
}
