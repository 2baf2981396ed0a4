import { html, nothing, type TemplateResult } from 'lit'
import { type FieldErrors, selectField, textField } from '../shell/fields.ts'
import { type ExceptionDraft, exceptionField } from './hours-draft.ts'
import { dayText } from './hours-holidays.ts'
import { hoursWords as words } from './hours-words.ts'

interface Choices {
  readonly onChange: (index: number, changes: Partial<ExceptionDraft>) => void
  readonly onLeave: (field: string) => void
  readonly onAdd: (exception: ExceptionDraft, focused: keyof ExceptionDraft) => void
  readonly onRemove: (index: number) => void
}

/** Days that differ from the week, and those that are over, folded. */
export function exceptionsPart(
  exceptions: readonly ExceptionDraft[],
  today: string,
  errors: FieldErrors,
  choices: Choices,
): TemplateResult {
  const indexed = exceptions.map((exception, index) => ({ exception, index }))
  const isPast = ({ exception: { from, to } }: { exception: ExceptionDraft }) =>
    from !== '' && (to || from) < today
  const past = indexed.filter(isPast)
  const add = (isClosed: boolean) => () =>
    choices.onAdd({ from: '', to: '', hours: '', reason: '', isClosed }, 'from')
  return html`
    <section aria-labelledby="exceptions">
      <h2 id="exceptions">${words.exceptions}</h2>
      ${indexed
        .filter((one) => !isPast(one))
        .map(({ exception, index }) => exceptionPart(exception, index, errors, choices))}
      ${indexed.length === past.length ? html`<p class="help">${words.noExceptions}</p>` : nothing}
      <div class="row">
        <button id="add-closure" type="button" class="button quiet" @click=${add(true)}>
          ${words.addClosure}
        </button>
        <button type="button" class="button quiet" @click=${add(false)}>${words.addHours}</button>
      </div>
      ${
        past.length
          ? html`<details>
              <summary>${words.past(past.length)}</summary>
              <ul class="bare">
                ${past.map(
                  ({ exception, index }) =>
                    html`<li class="row">
                      ${dayText(exception.from)}${exception.to === exception.from ? nothing : ` – ${dayText(exception.to)}`}:
                      ${words.rule(exception.isClosed ? '' : exception.hours)}
                      ${exception.reason ? `(${exception.reason})` : nothing} ${removeButton(index, choices)}
                    </li>`,
                )}
              </ul>
            </details>`
          : nothing
      }
    </section>
  `
}

function exceptionPart(
  { from, to, hours, reason, isClosed }: ExceptionDraft,
  index: number,
  errors: FieldErrors,
  choices: Choices,
): TemplateResult {
  const id = (part: keyof ExceptionDraft) => exceptionField(index, part)
  const change = (changes: Partial<ExceptionDraft>) => choices.onChange(index, changes)
  return html`
    <fieldset
      class="exception"
      @change=${(event: Event) => choices.onLeave((event.target as HTMLElement).id)}
    >
      <legend>${words.exception(index + 1)}</legend>
      ${dateField(id('from'), words.from, from, errors, (value) =>
        change({ from: value, ...(to === from || to === '' ? { to: value } : {}) }),
      )}
      ${dateField(id('to'), words.to, to, errors, (value) => change({ to: value }))}
      ${selectField({
        id: id('isClosed'),
        label: words.kind,
        value: isClosed ? 'closed' : 'open',
        options: [
          { value: 'closed', label: words.isClosed },
          { value: 'open', label: words.isOpen },
        ],
        onChange: (value) => change({ isClosed: value === 'closed' }),
      })}
      ${
        isClosed
          ? nothing
          : textField({
              id: id('hours'),
              label: words.hours,
              value: hours,
              error: errors[id('hours')],
              onInput: (value) => change({ hours: value }),
            })
      }
      ${textField({
        id: id('reason'),
        label: words.reason,
        value: reason,
        isOptional: true,
        onInput: (value) => change({ reason: value }),
      })}
      ${removeButton(index, choices)}
    </fieldset>
  `
}

const dateField = (
  id: string,
  label: string,
  value: string,
  errors: FieldErrors,
  onInput: (value: string) => void,
): TemplateResult => textField({ id, label, type: 'date', value, error: errors[id], onInput })

const removeButton = (index: number, { onRemove }: Choices) =>
  html`<button
    type="button"
    class="button plain"
    aria-label=${words.removeOf(index + 1)}
    @click=${() => onRemove(index)}
  >
    ${words.remove}
  </button>`
