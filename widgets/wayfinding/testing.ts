import { fixture, html, waitUntil } from '@open-wc/testing'
import { rememberPlace } from '@amtsweg/kit'
import { wayfinderClient } from './samples.ts'
import '@amtsweg/kit/combobox.ts'
import './wayfinder.ts'

/** The first load of a module may take its time on a busy machine. */
export const patience = { timeout: 10_000 }

/** The widget on a page, with what a test asks of it. */
export async function wayfinder(
  attributes: Record<string, string> = {},
  client = wayfinderClient(),
  lang = 'de',
) {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`)
  const el = document.createElement('amt-wayfinder')
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value)
  el.client = client
  el.innerHTML = '<a href="tel:115">Behördennummer 115</a>'
  wrapper.append(el)
  const root = el.shadowRoot!
  const find = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector)
  const appears = (selector: string) => waitUntil(() => find(selector), `${selector} appears`, patience)
  const text = () => find('section')!.innerText
  const press = (words: string) => {
    const all = [...root.querySelectorAll<HTMLElement>('button, a')]
    all.find((one) => one.textContent!.includes(words))!.click()
  }
  const says = (words: string) => waitUntil(() => text().includes(words), `"${words}" is said`, patience)
  await appears('section')
  return { el, wrapper, root, find, appears, text, press, says }
}

/** Never answers. */
export const waiting = () => new Promise<never>(() => {})
export const failing = (error: Error) => () => Promise.reject(error)
export const heading = (root: ShadowRoot) => root.querySelector<HTMLElement>('#heading')!.innerText
export const plain = (text: string) => text.replace(/\s+/g, ' ')

/** Each test begins with no place remembered and leaves the address as it was. */
export function freshPage(): void {
  let address: string
  beforeEach(() => {
    address = location.href
    sessionStorage.clear()
    rememberPlace(undefined)
  })
  afterEach(() => history.replaceState(null, '', address))
}
