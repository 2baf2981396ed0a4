import { fixture, html, waitUntil } from '@open-wc/testing'
import type { Scope } from '@amtsweg/contract'
import type { DeskPage } from '../shell/page.ts'
import { type Answers, fakeDesk } from '../shell/testing.ts'

export const patience = { timeout: 10_000 }

/** A page as the frame opens it, and ways to use it as a person does. */
export async function openPage(tag: string, answers: Answers, scopes: readonly Scope[], params = {}) {
  const frame = fakeDesk(answers, scopes)
  const page = document.createElement(tag) as DeskPage
  Object.assign(page, { desk: frame.desk, params })
  await fixture(html`<main>${page}</main>`)
  const root = page.shadowRoot!
  const text = () => root.textContent!.replaceAll(/\s+/g, ' ')
  const shows = (words: string) =>
    waitUntil(() => text().includes(words), `it shows ${words}: ${text()}`, patience)
  const button = (name: string) =>
    [...root.querySelectorAll<HTMLButtonElement>('button')].find(
      (one) => (one.ariaLabel ?? one.textContent!.trim()) === name,
    )!
  const type = (id: string, value: string) => {
    const input = root.querySelector<HTMLInputElement>(`#${id}`)!
    input.value = value
    input.dispatchEvent(new InputEvent('input'))
  }
  return { ...frame, page, root, text, shows, button, type }
}
