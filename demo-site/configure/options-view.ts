import { html, nothing, type TemplateResult } from 'lit'
import type { AreaHit, LifeSituation } from '@amtsweg/contract'
import type { ComboboxOption, OptionChosenEvent } from '@amtsweg/kit/combobox.ts'
import { messages as german } from '@amtsweg/messages/states/de.ts'
import { messages as english } from '@amtsweg/messages/states/en.ts'
import type { WidgetOption } from '../../.toolchain/configure-data.ts'
import { checkbox, radios, select } from './fields.ts'
import type { Page, Part } from './page.ts'
import '@amtsweg/kit/combobox.ts'

/** What most sites decide; the rest is folded. */
const first = ['area', 'service', 'view', 'life-situation', 'theme', 'scheme', 'lang']

export const widgetView: Part = ({ words, choice, data, set }) =>
  radios({
    name: 'widget',
    legend: words.widget.legend,
    values: data.widgets.map(({ name }) => name),
    chosen: choice.widget,
    label: (name) => words.widget.names[name]?.[0] ?? name,
    help: (name) => words.widget.names[name]?.[1] ?? '',
    choose: (widget) => set({ widget }),
  })

export const optionsView: Part = (page) => {
  const { words, choice, data } = page
  const { options } = data.widgets.find(({ name }) => name === choice.widget)!
  const shown = first.flatMap((name) => options.filter((option) => option.name === name))
  const folded = options.filter(({ name }) => !first.includes(name))
  return html`
    <fieldset class="options">
      <legend>${words.options.legend}</legend>
      <div class="fields">${shown.map((option) => field(page, option))}</div>
      <details ?open=${folded.some(({ name }) => name in choice.options)}>
        <summary>${words.options.more}</summary>
        <div class="fields">${folded.map((option) => field(page, option))}</div>
      </details>
    </fieldset>
  `
}

function field(page: Page, option: WidgetOption): TemplateResult {
  const { words, choice, data, setOption } = page
  const { name, kind, values } = option
  const [label, help] = words.options.names[name] ?? [name, '']
  const value = choice.options[name] ?? ''
  if (name === 'area' || name === 'service') return search(page, name, label, help)
  if (kind === 'flag')
    return checkbox(name, label, help, name in choice.options, (on) => setOption(name, on ? '' : undefined))
  const offered = (): readonly (readonly [string, string])[] => {
    if (name === 'lang') return data.languages.map((lang) => [lang, languageName(lang, page)])
    if (name === 'life-situation') return situations(page)
    return values.map((each) => [each, words.options.values[name]?.[each] ?? each])
  }
  return select({
    name,
    label,
    help: name === 'life-situation' && page.lists.lifeSituations() === 'failed' ? words.options.failed : help,
    none: words.options.all,
    value,
    options: offered(),
    set: (chosen) => setOption(name, chosen),
  })
}

/** Browsers know most names, but not those of our region. */
const languageName = (lang: string, { words, choice }: Page): string =>
  words.options.languages[lang] ?? new Intl.DisplayNames([choice.page], { type: 'language' }).of(lang) ?? lang

/** The tree as a list, deeper ones set in. */
function situations({ lists }: Page): [string, string][] {
  const found = lists.lifeSituations()
  const flat = (items: readonly LifeSituation[], depth: number): [string, string][] =>
    items.flatMap(({ id, name, children }) => [
      [id, `${'\u2003'.repeat(depth)}${name}`] as [string, string],
      ...flat(children, depth + 1),
    ])
  return found === 'failed' ? [] : flat(found, 0)
}

/** A key found by its name; chosen, the name stands there with a button that takes it away. */
function search(page: Page, name: 'area' | 'service', label: string, help: string): TemplateResult {
  const { words, choice, client, lists, setOption } = page
  const key = choice.options[name]
  const lang = choice.page
  const suggest = {
    area: async (text: string, signal: AbortSignal) => {
      const { items } = await client.areas({ q: text, limit: 20, lang, signal })
      return items
        .filter(isArea)
        .map((hit) => ({ label: hit.label, detail: hit.detail, value: hit.regionKey }))
    },
    service: async (text: string, signal: AbortSignal) => {
      const { items } = await client.suggest({ q: text, lang, signal })
      return items.map(({ text: line, service }) => ({
        label: service.title,
        detail: line === service.title ? undefined : line,
        value: service.id,
      }))
    },
  }
  if (key) {
    const known = lists.nameOf(name, key)
    return html`
      <div class="field chosen" data-option=${name}>
        <p class="label">${label}</p>
        <p>
          <strong>${known ?? words.options.unknownArea}</strong> <code>${key}</code>
          <button
            type="button"
            aria-label=${`${words.options.remove}: ${label}`}
            @click=${() => setOption(name, undefined)}
          >
            ${words.options.remove}
          </button>
        </p>
      </div>
    `
  }
  return html`
    <div class="field" data-option=${name}>
      <amt-combobox
        label=${label}
        help=${help}
        .words=${(lang === 'de' ? german : english).search}
        .suggest=${memo(suggest[name], `${name} ${lang}`)}
        @amt-option-chosen=${(event: OptionChosenEvent<string>) => setOption(name, event.option.value)}
      ></amt-combobox>
    </div>
  `
}

const isArea = (hit: AreaHit): hit is AreaHit & { regionKey: string } => !!hit.regionKey

/** The combobox asks anew when it gets another function: it gets the same one. */
const kept = new Map<string, (text: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>>()
const memo = (
  suggest: (text: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>,
  id: string,
) => {
  if (!kept.has(id)) kept.set(id, suggest)
  return kept.get(id)!
}

export const offlineView: Part = ({ words }) =>
  navigator.onLine ? html`${nothing}` : html`<p class="notice" role="status">${words.offline}</p>`
