import { html, type TemplateResult } from 'lit'
import type { Suggestion } from '@amtsweg/contract'
import type {
  Combobox,
  ComboboxOption,
  OptionChosenEvent,
  Suggest,
  TextSubmittedEvent,
} from '@amtsweg/kit/combobox.ts'
import type { WayfindingMessages } from '@amtsweg/messages'

interface Field {
  readonly m: WayfindingMessages
  readonly value: string
  readonly suggest: Suggest
  readonly type: (text: string) => void
  readonly choose: (service: Suggestion['service']) => void
  readonly search: (text: string) => void
}

/** A suggestion as a line of the list; a keyword tells which service it leads to. */
export const lineOf = (item: Suggestion): ComboboxOption<Suggestion> => {
  const { text, service } = item
  return { label: text, detail: text === service.title ? undefined : service.title, value: item }
}

/** The search field with suggestions and its button. */
export function searchField({ m, value, suggest, type, choose, search }: Field): TemplateResult {
  const searchTyped = (event: Event) => {
    const field = (event.currentTarget as Element).closest('amt-combobox')!
    search(field.value.trim())
  }
  // The loader has usually brought it already.
  void import('@amtsweg/kit/combobox.ts')
  return html`
    <div part="search" class="search no-print" role="search">
      <amt-combobox
        exportparts="label, input, list"
        .label=${m.field}
        .help=${m.help}
        .value=${value}
        .words=${m.search}
        .suggest=${suggest}
        @input=${(event: Event) => type((event.currentTarget as Combobox).value)}
        @amt-option-chosen=${({ option }: OptionChosenEvent<Suggestion>) => choose(option.value.service)}
        @amt-text-submitted=${({ text }: TextSubmittedEvent) => search(text)}
      >
        <button type="button" class="button" @click=${searchTyped}>${m.submit}</button>
      </amt-combobox>
    </div>
  `
}
