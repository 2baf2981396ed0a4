import { html } from 'hono/html'
import type { ServiceSummary } from '@amtsweg/contract'
import type { Asked } from './address.ts'

/** Where a form leads, and what it takes along. */
export interface FormWay {
  readonly action: string
  readonly hidden: Asked
}

/** What a form takes along without showing it. */
export const hiddenFields = ({ hidden }: FormWay) =>
  Object.entries(hidden).map(([name, value]) =>
    value ? html`<input type="hidden" name="${name}" value="${value}" />` : '',
  )

interface FieldWords {
  readonly label: string
  readonly help: string
  readonly submit: string
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined
}

/** A form of one field, which is its id too; what was typed stays in it. */
export const fieldForm = (
  way: FormWay,
  name: 'q' | 'place',
  { label, help, submit, problem }: FieldWords,
  value: string | undefined,
) =>
  html`<form action="${way.action}" method="get" target="_self" ${name === 'q' ? html`role="search"` : ''}>
    ${hiddenFields(way)}
    <label for="${name}">${label}</label>
    <p class="muted" id="${name}-help">${help}</p>
    ${problem ? html`<p id="${name}-error"><strong>${problem}</strong></p>` : ''}
    <div class="field">
      <input
        id="${name}"
        name="${name}"
        value="${value ?? ''}"
        maxlength="200"
        ${name === 'q' ? html`type="search"` : html`autocomplete="postal-code"`}
        aria-describedby="${problem ? `${name}-error ` : ''}${name}-help"
        ${problem ? html`aria-invalid="true"` : ''}
      />
      <button class="button">${submit}</button>
    </div>
  </form>`

/** A field for what somebody looks for. */
export const searchForm = (way: FormWay, words: FieldWords, q: string | undefined) =>
  fieldForm(way, 'q', words, q)

interface Letter {
  readonly letter: string
  /** Left out, nothing is under it. */
  readonly href?: string | undefined
  /** What the letter is called where it says more than itself. */
  readonly name?: string | undefined
}

/** The first letters of a list, each a way to what is under it. */
export const letterBar = (label: string, letters: readonly Letter[], current: string | undefined) =>
  html`<nav aria-label="${label}">
    <ul class="letters">
      ${letters.map(
        ({ letter, href, name }) =>
          html`<li>
            ${
              href
                ? html`<a
                    href="${href}"
                    target="_self"
                    ${name ? html`aria-label="${name}"` : ''}
                    ${letter === current ? html`aria-current="page"` : ''}
                    >${letter}</a
                  >`
                : html`<span class="muted" aria-hidden="true">${letter}</span>`
            }
          </li>`,
      )}
    </ul>
  </nav>`

/** Services in a list; `notes` are in the language of the page. */
export const serviceItems = (
  items: readonly ServiceSummary[],
  lang: string,
  href: (id: string) => string,
  notes: (service: ServiceSummary) => readonly (string | false)[],
) =>
  html`<ul class="list">
    ${items.map((service) => {
      const { id, title, teaser, lang: spoken } = service
      const said = notes(service).filter(Boolean).join(' · ')
      return html`<li lang="${spoken}">
        <a href="${href(id)}" target="_self">${title}</a>
        ${teaser ? html`<span class="note">${teaser}</span>` : ''}
        ${said ? html`<span class="note" lang="${lang}">${said}</span>` : ''}
      </li>`
    })}
  </ul>`
