import type { Page } from 'playwright-core'
import { messages as wayfinding } from '@amtsweg/messages/wayfinding/de.ts'
import { choose, field, gemeindeField, office, placeField, suggestion } from './reader.ts'

export { wayfinding }
export const searchField = wayfinding.field
export const identityCard = 'Personalausweis beantragen'

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true })

/** Looks at a page at one step of the way; the step's name tells where something was wrong. */
type Look = (step: string) => Promise<void>

/** The main journey with the mouse: from words to a service, from a postcode to the office. */
export async function walk(page: Page, look: Look = async () => {}): Promise<void> {
  await page.locator('amt-wayfinder [part=topic]').first().waitFor()
  await look('start')

  await field(page, searchField).pressSequentially('Perso verl')
  await suggestion(page, /Personalausweis beantragen/).waitFor()
  await look('suggestions')

  await suggestion(page, /Personalausweis beantragen/).click()
  await heading(page, identityCard).waitFor()
  await field(page, placeField).waitFor()
  await look('service page')

  await choose(page, placeField, '19230', /19230/)
  await field(page, gemeindeField).waitFor()
  await look('question')

  await choose(page, gemeindeField, 'Redefin', /^Redefin/)
  await office(page, 'Amt Hagenow-Land')
  await look('office')
}
