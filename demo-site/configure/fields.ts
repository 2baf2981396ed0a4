import { html, nothing, type TemplateResult } from 'lit'

interface Choices<Value extends string> {
  readonly name: string
  readonly legend: string
  readonly values: readonly Value[]
  readonly chosen: Value
  readonly label: (value: Value) => string
  readonly help?: (value: Value) => string
  readonly choose: (value: Value) => void
}

/** One of a few, all in sight; with a sentence each they are cards, without they stand in a row. */
export const radios = <Value extends string>({
  name,
  legend,
  values,
  chosen,
  label,
  help,
  choose,
}: Choices<Value>): TemplateResult => html`
  <fieldset class=${help ? 'cards' : 'row'}>
    <legend>${legend}</legend>
    <div>
      ${values.map(
        (value) => html`
          <label>
            <input
              type="radio"
              name=${name}
              value=${value}
              .checked=${value === chosen}
              @change=${() => choose(value)}
            />
            <span
              ><strong>${label(value)}</strong>${help ? html`<small>${help(value)}</small>` : nothing}</span
            >
          </label>
        `,
      )}
    </div>
  </fieldset>
`

export const checkbox = (
  name: string,
  text: string,
  help: string,
  checked: boolean,
  set: (on: boolean) => void,
) => html`
  <label class="check">
    <input
      type="checkbox"
      name=${name}
      .checked=${checked}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    <span>${text}${help ? html`<small>${help}</small>` : nothing}</span>
  </label>
`

interface Select {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly none: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly set: (value: string | undefined) => void
}

/** One of many, or none. */
export const select = ({ name, label, help, none, value, options, set }: Select): TemplateResult => html`
  <div class="field">
    <label for="option-${name}">${label}</label>
    <small id="help-${name}">${help}</small>
    <select
      id="option-${name}"
      aria-describedby="help-${name}"
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}
    >
      <option value="" ?selected=${!value}>${none}</option>
      ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
    </select>
  </div>
`
