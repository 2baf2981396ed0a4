import { html, nothing, type TemplateResult } from 'lit'
import { errorSummary, type FieldErrors, selectField, textField } from '../shell/fields.ts'
import type { PickedEvent, PickerSource } from '../shell/picker.ts'
import { peopleWords as words } from './people-words.ts'
import type { PersonDraft } from './person-draft.ts'
import '../shell/picker.ts'

interface Parts {
  readonly draft: PersonDraft
  readonly errors: FieldErrors
  /** Offices of the authority, and people of it who may stand in. */
  readonly units: PickerSource
  readonly people: PickerSource
  readonly onChange: (changes: Partial<PersonDraft>) => void
}

/** All that is typed of a person. */
export function personForm({ draft, errors, units, people, onChange }: Parts): TemplateResult {
  const text = (id: keyof PersonDraft, label: string, more: Partial<Parameters<typeof textField>[0]> = {}) =>
    textField({
      ...{ id, label, value: draft[id], error: errors[id], isOptional: true },
      onInput: (value) => onChange({ [id]: value }),
      ...more,
    })
  return html`
    <form novalidate @submit=${(event: Event) => event.preventDefault()}>
      ${errorSummary(errors)} ${text('familyName', words.familyName, { isOptional: false })}
      ${text('givenName', words.givenName)} ${text('honorific', words.honorific)}
      ${text('functionName', words.functionTitle, { help: words.functionHelp, isOptional: false })}
      <desk-picker
        id="unitId"
        label=${words.unit}
        help=${words.unitHelp}
        error=${errors['unitId'] ?? ''}
        value=${draft.unitId}
        .source=${units}
        @desk-picked=${({ picked }: PickedEvent) => onChange({ unitId: picked?.id ?? '' })}
      ></desk-picker>
      ${text('phone', words.phone, { type: 'tel' })} ${text('email', words.email, { type: 'email' })}
      ${text('room', words.room)} ${text('topics', words.topics, { help: words.topicsHelp })}
      ${selectField({
        id: 'basis',
        label: words.naming,
        help: words.namingHelp,
        value: draft.basis,
        options: Object.entries(words.namings).map(([value, label]) => ({ value, label })),
        onChange: (basis) => onChange({ basis: basis as PersonDraft['basis'] }),
      })}
      ${draft.basis ? text('since', words.since, { type: 'date', isOptional: false }) : nothing}
      <h2>${words.absence}</h2>
      ${text('from', words.from, { type: 'date' })} ${text('until', words.until, { type: 'date' })}
      <desk-picker
        id="substituteId"
        label=${words.substitute}
        help=${words.substituteHelp}
        value=${draft.substituteId}
        .source=${people}
        @desk-picked=${({ picked }: PickedEvent) => onChange({ substituteId: picked?.id ?? '' })}
      ></desk-picker>
    </form>
  `
}
