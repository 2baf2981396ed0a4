import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { ApiError } from '@amtsweg/client'
import { problemText } from './problem-words.ts'
import { words } from './words.ts'

interface FieldParts {
  /** Id of the control; an error in the summary leads to it. */
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  /** What is wrong, as a sentence that says what to do. */
  readonly error?: string | undefined
  readonly isOptional?: boolean
  /** One may search for nothing: that needs no word. */
  readonly isSearch?: boolean
  /** As wide as there is room, for longer texts. */
  readonly isWide?: boolean
}

/** Any control with its label above, help before and error beside it. The control takes `id` and `describedBy(parts)`. */
export const field = (parts: FieldParts, control: unknown): TemplateResult => html`
  <div class="field ${parts.isWide ? 'wide' : ''} ${parts.error ? 'invalid' : ''}">
    <label for=${parts.id}>
      ${parts.label}
      ${parts.isOptional && !parts.isSearch ? html`<span class="optional">(${words.optional})</span>` : nothing}
    </label>
    ${parts.help ? html`<p class="help" id="${parts.id}-help">${parts.help}</p>` : nothing}
    ${parts.error ? html`<p class="error" id="${parts.id}-error">${parts.error}</p>` : nothing} ${control}
  </div>
`

/** `aria-describedby` of a control: its help, then its error. */
export const describedBy = ({ id, help, error }: FieldParts) =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || nothing

interface TextParts extends FieldParts {
  readonly value: string
  readonly onInput: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search' | 'date' | 'time' | 'number'
  readonly autocomplete?: AutoFill
  readonly inputmode?: 'numeric' | 'text' | 'url' | 'email' | 'tel'
  /** Language of what is typed, where it is not German. */
  readonly lang?: string
  readonly maxLength?: number
}

/** One line of text. */
export const textField = (parts: TextParts): TemplateResult =>
  field(
    { ...parts, isSearch: parts.type === 'search' },
    html`
      <input
        id=${parts.id}
        type=${parts.type ?? 'text'}
        .value=${live(parts.value)}
        autocomplete=${parts.autocomplete ?? 'off'}
        inputmode=${parts.inputmode ?? nothing}
        lang=${parts.lang ?? nothing}
        maxlength=${parts.maxLength ?? nothing}
        ?required=${!parts.isOptional && parts.type !== 'search'}
        aria-invalid=${parts.error ? 'true' : nothing}
        aria-describedby=${describedBy(parts)}
        @input=${(event: InputEvent) => parts.onInput((event.target as HTMLInputElement).value)}
      />
    `,
  )

/** Several lines of text. */
export const textArea = (parts: TextParts): TemplateResult =>
  field(
    parts,
    html`
      <textarea
        id=${parts.id}
        .value=${live(parts.value)}
        lang=${parts.lang ?? nothing}
        maxlength=${parts.maxLength ?? nothing}
        ?required=${!parts.isOptional}
        aria-invalid=${parts.error ? 'true' : nothing}
        aria-describedby=${describedBy(parts)}
        @input=${(event: InputEvent) => parts.onInput((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    `,
  )

interface SelectParts extends FieldParts {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of a few. */
export const selectField = (parts: SelectParts): TemplateResult =>
  field(
    parts,
    html`
      <select
        id=${parts.id}
        ?required=${!parts.isOptional}
        aria-invalid=${parts.error ? 'true' : nothing}
        aria-describedby=${describedBy(parts)}
        @change=${(event: Event) => parts.onChange((event.target as HTMLSelectElement).value)}
      >
        ${parts.options.map(
          ({ value, label }) =>
            html`<option value=${value} .selected=${value === parts.value}>${label}</option>`,
        )}
      </select>
    `,
  )

interface CheckParts {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

/** Yes or no. */
export const checkField = ({ id, label, help, isChecked, onChange }: CheckParts): TemplateResult => html`
  <label class="check" for=${id}>
    <input
      id=${id}
      type="checkbox"
      .checked=${live(isChecked)}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <span>${label} ${help ? html`<span class="help">${help}</span>` : nothing}</span>
  </label>
`

/** Errors by the id of their field; under the empty id what concerns no field. */
export type FieldErrors = Readonly<Record<string, string | undefined>>

/** All errors of a form on top, each a link to its field. Give it the focus after a failed sending (`focusErrors`). */
export function errorSummary(errors: FieldErrors): TemplateResult | typeof nothing {
  const found = Object.entries(errors).filter(([, text]) => text)
  if (!found.length) return nothing
  return html`
    <div class="summary" role="alert" tabindex="-1" data-summary>
      <p class="error">${words.errors(found.length)}</p>
      <ul class="bare">
        ${found.map(
          ([id, text]) =>
            html`<li>${id ? html`<a href="#${id}" @click=${toField(id)}>${text}</a>` : text}</li>`,
        )}
      </ul>
    </div>
  `
}

/** An address cannot name what stands in a shadow root: the link finds its field itself. */
const toField = (id: string) => (event: Event) => {
  event.preventDefault()
  const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot
  root.getElementById(id)?.focus()
}

/** Leads to the summary of errors, once it is drawn. */
export async function focusErrors(page: {
  readonly updateComplete: Promise<unknown>
  readonly renderRoot: HTMLElement | DocumentFragment
}): Promise<void> {
  await page.updateComplete
  page.renderRoot.querySelector<HTMLElement>('[data-summary]')?.focus()
}

/** Leads to what a page asks on top of a long form, such as whose version shall stay. */
export async function focusAlert(page: {
  readonly updateComplete: Promise<unknown>
  readonly renderRoot: HTMLElement | DocumentFragment
}): Promise<void> {
  await page.updateComplete
  const alert = page.renderRoot.querySelector<HTMLElement>('[role=alert]')
  if (!alert) return
  alert.tabIndex = -1
  alert.focus()
}

/**
 * A refusal by field: `told` says the sentence for the first segment of a pointer ("/email" is the field `email`). What concerns no
 * field known here stands under the empty id.
 */
export function refusedFields(error: unknown, told: Readonly<Record<string, string>>): FieldErrors {
  const parts = error instanceof ApiError ? error.errors : []
  const fields = parts.map(({ pointer }) => pointer.split('/')[1] ?? '').filter((id) => id in told)
  return fields.length ? Object.fromEntries(fields.map((id) => [id, told[id]])) : { '': problemText(error) }
}

/** Refused fields where many parts are sent at once: `fieldOf` says the field of a JSON Pointer. Empty where none of them is known. */
export function refusedAt(error: unknown, fieldOf: (pointer: string) => string | undefined): FieldErrors {
  if (!(error instanceof ApiError)) return {}
  const found = error.errors.flatMap(({ pointer, detail }) => {
    const id = fieldOf(pointer)
    return id === undefined ? [] : [[id, refusalOf(detail)] as const]
  })
  return Object.fromEntries(found)
}

/** The server's reasons are English sentences for programs; the two that a person meets are told. */
function refusalOf(detail: string): string {
  if (/cannot be kept/.test(detail)) return words.refusedCharacter
  return /too big|at most|too long/i.test(detail) ? words.refusedLength : words.refusedField
}

export const hasErrors = (errors: FieldErrors): boolean => Object.values(errors).some(Boolean)
