import type { Locator, Page } from 'playwright-core'
import { messages as answers } from '@amtsweg/messages/answers/de.ts'
import { messages as responsibility } from '@amtsweg/messages/responsibility/de.ts'

export const words = { ...responsibility, ...answers }
/** What the fields are called to a reader. */
export const serviceField = words.service
export const placeField = words.places.label
export const gemeindeField = words.question.gemeinde

export const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })
export const suggestion = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name })
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })

/** Types into a field, letter by letter as people do, and takes a line of its list. */
export async function choose(page: Page, name: string, text: string, line: string | RegExp): Promise<void> {
  await field(page, name).fill('')
  await field(page, name).pressSequentially(text)
  await suggestion(page, line).first().click()
}

/** The card of an office, once it is there. */
export async function office(page: Page, name: string | RegExp): Promise<Locator> {
  const card = page.getByRole('article', { name })
  await card.waitFor()
  return card
}

/** Answers the question that has few answers. */
export async function answer(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('radio', { name }).check()
  await button(page, words.answerQuestion).click()
}
