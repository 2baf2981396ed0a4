import { fixture, html, waitUntil } from '@open-wc/testing'
import { type ApiClient } from '@amtsweg/client'
import type { Responsibility } from '@amtsweg/contract'
import { fakeClient, sampleHits } from '@amtsweg/kit/testing.ts'
import '@amtsweg/kit/combobox.ts'
import '@amtsweg/kit/office-card.ts'
import './responsibility-finder.ts'

/** The first load of a module may take its time on a busy machine. */
const patience = { timeout: 10_000 }

type Asked = Parameters<ApiClient['responsibility']>[0]

/** Answers the questions in their order, the last answer again and again, and remembers what was asked. */
export function answering(...answers: (Responsibility | Error)[]) {
  const asked: Asked[] = []
  const client = fakeClient({
    areas: async () => ({ items: [...sampleHits], next: null }),
    suggest: async () => ({
      items: [
        { text: 'Perso', service: { id: 'pa', title: 'Personalausweis beantragen' }, matched: 'keyword' },
      ],
      next: null,
    }),
    responsibility: async (query) => {
      asked.push(query)
      const answer = answers[Math.min(asked.length, answers.length) - 1]!
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { client, asked }
}

export async function finder(
  client: ApiClient,
  attributes = 'service="pa" area="130765654042"',
  lang = 'de',
) {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`)
  const el = document.createElement('amt-responsibility-finder')
  for (const [, name, value] of attributes.matchAll(/(\w+)="([^"]*)"/g)) el.setAttribute(name!, value!)
  el.client = client
  el.append(
    Object.assign(document.createElement('a'), { href: 'tel:115', textContent: 'Behördennummer 115' }),
  )
  wrapper.append(el)
  const root = el.shadowRoot!
  const find = <Found extends HTMLElement>(selector: string) => root.querySelector<Found>(selector)
  const appears = (selector: string) => waitUntil(() => find(selector), `${selector} appears`, patience)
  const text = () => find('section')!.innerText
  const button = (words: string) =>
    [...root.querySelectorAll('button')].find((one) => one.textContent!.includes(words))!
  await appears('section')
  return { el, find, appears, text, button }
}

/** The field inside nested elements that the caret would be in. */
export function focused(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

export const card = 'amt-office-card'
