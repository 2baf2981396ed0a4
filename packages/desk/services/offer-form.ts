import { html, nothing } from 'lit'
import { checkField, textArea } from '../shell/fields.ts'
import { words } from './words.ts'

interface OfferForm {
  /** Why the service is not offered in the area; undefined where it is. */
  readonly reason: string | undefined
  readonly error: string | undefined
  readonly onChange: (reason: string | undefined) => void
}

/** Whether one's own area offers a service of the levels above, and why it does not. */
export const offerForm = ({ reason, error, onChange }: OfferForm) =>
  html`<form @submit=${(event: Event) => event.preventDefault()}>
    ${checkField({
      id: 'offered',
      label: words.offered,
      isChecked: reason === undefined,
      onChange: (isChecked) => onChange(isChecked ? undefined : ''),
    })}
    ${
      reason === undefined
        ? nothing
        : textArea({
            id: 'reason',
            label: words.reason,
            help: words.reasonHelp,
            error,
            value: reason,
            onInput: onChange,
          })
    }
  </form>`
