import { html, type TemplateResult } from 'lit'
import { errorSummary, type FieldErrors, textField } from '../shell/fields.ts'
import type { FeeDraft, LinkDraft, PartsDraft } from './local-parts.ts'
import { words } from './words.ts'

interface Parts {
  readonly draft: PartsDraft
  readonly wrong: readonly string[]
  /** Fields that the server refuses. */
  readonly refused: FieldErrors
  readonly onChange: (changes: Partial<PartsDraft>) => void
}

/** What an authority takes for a service, and its own forms and online services. */
export function localPartsForm({ draft, wrong, refused, onChange }: Parts): TemplateResult {
  const errors: FieldErrors = {
    ...refused,
    ...Object.fromEntries(wrong.map((id) => [id, id.startsWith('fee') ? words.feeWrong : words.linkWrong])),
  }
  return html`<form class="text-form" @submit=${(event: Event) => event.preventDefault()}>
    ${errorSummary(errors)} ${feesPart(draft.fees, errors, (fees) => onChange({ fees }))}
    ${linksPart('form', draft.forms, errors, (forms) => onChange({ forms }))}
    ${linksPart('online', draft.onlineServices, errors, (onlineServices) => onChange({ onlineServices }))}
  </form>`
}

const changed = <Item>(items: readonly Item[], index: number, changes: Partial<Item>): Item[] =>
  items.map((item, at) => (at === index ? { ...item, ...changes } : item))

function feesPart(fees: readonly FeeDraft[], errors: FieldErrors, set: (fees: readonly FeeDraft[]) => void) {
  return html`<section aria-labelledby="fees">
    <h2 id="fees">${words.fees}</h2>
    <p class="help">${words.feeHelp}</p>
    ${fees.map((fee, index) =>
      group(
        words.fee(index + 1),
        html`${textField({
          id: `fee-${index}-amount`,
          label: words.feeAmount,
          value: fee.amount,
          error: errors[`fee-${index}-amount`],
          isOptional: true,
          onInput: (amount) => set(changed(fees, index, { amount })),
        })}
        ${textField({
          id: `fee-${index}-text`,
          label: words.feeText,
          value: fee.text,
          error: errors[`fee-${index}-text`],
          isOptional: true,
          onInput: (text) => set(changed(fees, index, { text })),
        })}`,
        () => set(fees.filter((_, at) => at !== index)),
      ),
    )}
    ${addButton(words.addFee, () => set([...fees, { amount: '', text: '', kept: undefined }]))}
  </section>`
}

const kinds = {
  form: { title: words.forms, one: words.form, add: words.addForm },
  online: { title: words.onlineServices, one: words.onlineService, add: words.addOnlineService },
}

function linksPart(
  kind: keyof typeof kinds,
  links: readonly LinkDraft[],
  errors: FieldErrors,
  set: (links: readonly LinkDraft[]) => void,
) {
  const { title, one, add } = kinds[kind]
  return html`<section aria-labelledby=${kind}>
    <h2 id=${kind}>${title}</h2>
    ${links.map((link, index) =>
      group(
        one(index + 1),
        html`${textField({
          id: `${kind}-${index}-title`,
          label: words.linkTitle,
          value: link.title,
          error: errors[`${kind}-${index}-title`],
          onInput: (value) => set(changed(links, index, { title: value })),
        })}
        ${textField({
          id: `${kind}-${index}-url`,
          type: 'url',
          label: words.linkUrl,
          value: link.url,
          error: errors[`${kind}-${index}-url`],
          onInput: (url) => set(changed(links, index, { url })),
        })}`,
        () => set(links.filter((_, at) => at !== index)),
      ),
    )}
    ${addButton(add, () => set([...links, { title: '', url: '', kept: undefined }]))}
  </section>`
}

const group = (legend: string, content: TemplateResult, onRemove: () => void) =>
  html`<fieldset class="group">
    <legend>${legend}</legend>
    ${content}
    <button type="button" class="button plain" aria-label=${words.removeOf(legend)} @click=${onRemove}>
      ${words.remove}
    </button>
  </fieldset>`

const addButton = (label: string, onAdd: () => void) =>
  html`<button type="button" class="button quiet" @click=${onAdd}>${label}</button>`
