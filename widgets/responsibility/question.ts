import { html, nothing, type TemplateResult } from 'lit'
import type { PlaceChoice, Responsibility } from '@amtsweg/contract'
import type { ComboboxOption, OptionChosenEvent } from '@amtsweg/kit/combobox.ts'
import type { AnswersMessages, StateMessages } from '@amtsweg/messages'

type Words = AnswersMessages & Pick<StateMessages, 'search'>
type Ambiguous = Extract<Responsibility, { status: 'ambiguous' }>

/** Up to six answers are seen at a glance; more are found by typing. */
const glance = 6

/** Spellings that differ in case, accents or ß are the same place to a reader. */
const folded = (text: string) =>
  text.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '')

/** The choices whose name, detail or village contains what was typed; the village found is told. */
export function matching(
  choices: readonly PlaceChoice[],
  text: string,
  m: Pick<Words, 'village'>,
): ComboboxOption<PlaceChoice>[] {
  const wanted = folded(text)
  return choices.flatMap((choice) => {
    const { label, detail, places } = choice
    const named = folded(`${label} ${detail}`).includes(wanted)
    const village = named ? undefined : places.find((place) => folded(place).includes(wanted))
    if (!named && !village) return []
    return [
      { label, detail: [village && m.village(village), detail].filter(Boolean).join(' · '), value: choice },
    ]
  })
}

function villages({ places }: PlaceChoice, m: Words): string {
  const shown = places.slice(0, 4).join(', ')
  return shown && m.including(shown, places.length > 4)
}

function radio(choice: PlaceChoice, chosen: string | undefined, m: Words): TemplateResult {
  const { regionKey, label, detail } = choice
  const more = [detail, villages(choice, m)].filter(Boolean).join(' · ')
  return html`<label part="choice" class="choice">
    <input type="radio" name="choice" required value=${regionKey} .checked=${regionKey === chosen} />
    <span>${label} ${more ? html`<span class="small muted detail">${more}</span>` : nothing}</span>
  </label>`
}

/** The one question: radio buttons where a glance is enough, else a field that knows the villages too. */
export function question(
  { question: { kind, choices } }: Ambiguous,
  chosen: string | undefined,
  error: string,
  answer: (choice: PlaceChoice | undefined) => void,
  m: Words,
): TemplateResult {
  const reason = m.questionReason
  if (choices.length > glance) {
    void import('@amtsweg/kit/combobox.ts')
    return html`<div part="question">
      <p>${reason}</p>
      <amt-combobox
        data-focus
        min-length="0"
        .label=${m.question[kind]}
        .help=${choices.some(({ places }) => places.length) ? m.choiceHelp : ''}
        .words=${m.search}
        .suggest=${suggestFrom(choices, m)}
        @amt-option-chosen=${(event: OptionChosenEvent<PlaceChoice>) => answer(event.option.value)}
      ></amt-combobox>
    </div>`
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const value = new FormData(event.target as HTMLFormElement).get('choice')
    answer(choices.find(({ regionKey }) => regionKey === value))
  }
  return html`<form part="question" novalidate @submit=${submit}>
    <p id="reason">${reason}</p>
    <fieldset aria-describedby="reason${error ? ' error' : ''}">
      <legend>${m.question[kind]}</legend>
      ${error ? html`<p id="error" class="error" role="alert">${error}</p>` : nothing}
      <div class="choices">${choices.map((choice) => radio(choice, chosen, m))}</div>
    </fieldset>
    <button class="button">${m.answerQuestion}</button>
  </form>`
}

const suggesters = new WeakMap<object, (text: string) => ComboboxOption<PlaceChoice>[]>()

/** The same function for the same choices, so that the field does not start over at every update. */
function suggestFrom(choices: readonly PlaceChoice[], m: Words) {
  const known = suggesters.get(choices) ?? ((text: string) => matching(choices, text, m))
  suggesters.set(choices, known)
  return known
}
