import { html, render } from 'lit'
import { createClient } from '@amtsweg/client'
import { data, pinned } from './built.ts'
import { type Choice, readChoice, writeChoice } from './choice.ts'
import { codeView } from './code-view.ts'
import { createLists } from './lists.ts'
import { offlineView, optionsView, widgetView } from './options-view.ts'
import type { Page } from './page.ts'
import { policyView } from './policy-view.ts'
import { previewView } from './preview-view.ts'
import { importMapText } from './snippet.ts'
import { words as german } from './words-de.ts'
import { words as english } from './words-en.ts'

const root = document.querySelector<HTMLElement>('main')!
const server = location.origin
const client = createClient({ base: new URL('/api/v1/', server).href })
const lists = createLists(client, () => choice.page, draw)

let choice = readChoice(location.search, data)
let pasted = ''
let mapHash: string | undefined

function set(changed: Partial<Choice>): void {
  choice = { ...choice, ...changed }
  const query = writeChoice(choice)
  // Read again: what the other widget does not know is gone.
  choice = readChoice(query, data)
  history.replaceState(null, '', query ? `?${query}` : location.pathname)
  draw()
}

/** The focus stays with what was chosen, also where its field gives way to its name, and back. */
function setOption(name: string, value: string | undefined): void {
  const { [name]: _, ...others } = choice.options
  set({ options: value === undefined ? others : { ...others, [name]: value } })
  root.querySelector<HTMLElement>(`[data-option=${name}] :is(button, amt-combobox)`)?.focus()
}

function draw(): void {
  const words = choice.page === 'de' ? german : english
  const page: Page = {
    words,
    choice,
    data,
    client,
    lists,
    server,
    pinned,
    mapHash,
    pasted,
    set,
    setOption,
    paste: (text) => {
      pasted = text
      draw()
    },
  }
  document.documentElement.lang = choice.page
  document.title = `${words.title} – Amtsweg`
  const other = choice.page === 'de' ? 'en' : 'de'
  render(
    html`
      <header>
        <p class="top">
          <a href="/demo/">${words.home}</a>
          <button type="button" lang=${other} @click=${() => set({ page: other })}>
            ${words.otherLanguage}
          </button>
        </p>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <p><a href="#code">${words.toCode}</a></p>
        ${offlineView(page)}
      </header>
      <div class="choose">
        <form @submit=${(event: Event) => event.preventDefault()}>
          ${widgetView(page)} ${optionsView(page)}
        </form>
        ${previewView(page)}
      </div>
      ${codeView(page)} ${policyView(page)}
      <footer><p>${words.private}</p></footer>
    `,
    root,
  )
}

/** Known only where the browser may compute it: over https, and on this computer. */
async function hashOf(text: string): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

for (const event of ['online', 'offline'])
  addEventListener(event, () => {
    lists.forget()
    draw()
  })
root.replaceChildren()
draw()
if (pinned)
  void hashOf(importMapText(server, pinned)).then((hash) => {
    mapHash = hash
    draw()
  })
