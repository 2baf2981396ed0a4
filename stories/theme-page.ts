import { css, html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ApiClient } from '@amtsweg/client'
import { type AmtElement, define } from '@amtsweg/kit'
import { measuredPairs, readColour } from '@amtsweg/kit/contrast.ts'
import { type ThemeToken, themeTokens } from '@amtsweg/kit/theme-tokens.ts'
import { type Choice, themeCss, themeHtml } from './theme-css.ts'

const groups = { color: 'Farben', length: 'Maße', number: 'Zahlen', font: 'Schrift' } as const
const names: Readonly<Record<string, string>> = {
  currentColor: 'Text',
  'var(--_accent)': 'Akzent',
  'var(--_on-accent)': 'Schrift auf dem Akzent',
  'var(--_muted)': 'Leiser Text',
  'var(--_good)': 'Gut',
  'var(--_bad)': 'Falsch',
  'var(--_edge)': 'Rand von Feldern',
  'var(--_focus)': 'Ring des Fokus',
  'var(--_on-field)': 'Schrift im Feld',
  'var(--_on-surface)': 'Schrift in der Liste',
}

const hex = (colour: string) =>
  `#${readColour(colour)
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`

function coloursIn(element: HTMLElement): Readonly<Record<string, string>> {
  const probe = document.createElement('i')
  element.shadowRoot!.append(probe)
  const colours = themeTokens.flatMap(({ name, kind }) => {
    if (kind !== 'color') return []
    probe.style.outlineColor = `var(${name.replace('--amt-color-', '--_')})`
    return [[name, hex(getComputedStyle(probe).outlineColor)]]
  })
  probe.remove()
  return Object.fromEntries(colours) as Readonly<Record<string, string>>
}

/** Designers try tokens on two widgets and take them away as CSS. */
class ThemePage extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
      gap: 1.5rem;
      align-items: start;
      font:
        1rem/1.5 system-ui,
        sans-serif;
    }
    fieldset {
      display: grid;
      gap: 0.5rem;
      margin: 0 0 1rem;
      border: 1px solid;
    }
    label {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 12rem;
      gap: 0.5rem;
      align-items: center;
    }
    input,
    select,
    button,
    textarea {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: 2.5rem;
      font: inherit;
    }
    small {
      display: block;
    }
    .value {
      display: flex;
      gap: 0.25rem;
    }
    input[type='color'] {
      flex: 0 0 3rem;
    }
    textarea {
      font-family: ui-monospace, monospace;
    }
    .page {
      padding: 1.5rem;
      border: 1px solid;
    }
    amt-wayfinder {
      margin-block-end: 2rem;
    }
    .poor {
      font-weight: 700;
    }
    h2 {
      font-size: 1.25rem;
    }
  `

  @property({ attribute: false }) search: ApiClient | undefined
  @property({ attribute: false }) office: ApiClient | undefined

  @state() private choice: Choice = { theme: 'host', scheme: '', values: {} }
  @state() private ground = '#ffffff'
  @state() private text = '#1a1a1a'
  @state() private pairs: ReturnType<typeof measuredPairs> = []
  /** What each colour is now, as colour fields want it. */
  @state() private current: Readonly<Record<string, string>> = {}
  @state() private isCopied = false

  #set(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change }
    this.isCopied = false
  }

  #setToken(name: string, value: string): void {
    this.#set({ values: { ...this.choice.values, [name]: value } })
  }

  get #widgets(): AmtElement[] {
    return [...this.renderRoot.querySelectorAll<AmtElement>('amt-wayfinder, amt-responsibility-finder')]
  }

  protected override updated(): void {
    const page = this.renderRoot.querySelector<HTMLElement>('.page')!
    Object.assign(page.style, { background: this.ground, color: this.text })
    for (const widget of this.#widgets) {
      widget.theme = this.choice.theme === 'host' ? undefined : this.choice.theme
      widget.scheme = this.choice.scheme || undefined
      for (const { name } of themeTokens) widget.style.setProperty(name, this.choice.values[name] ?? '')
    }
    // The widget takes the colours of its page once they have changed.
    setTimeout(() => this.#measure(), 100)
  }

  #measure(): void {
    const [widget] = this.#widgets
    if (!widget?.shadowRoot) return
    const own = getComputedStyle(widget).backgroundColor
    const pairs = measuredPairs(widget, readColour(/, 0\)$/.test(own) ? this.ground : own))
    if (JSON.stringify(pairs) !== JSON.stringify(this.pairs)) this.pairs = pairs
    const current = coloursIn(widget)
    if (JSON.stringify(current) !== JSON.stringify(this.current)) this.current = current
  }

  readonly #copy = async () => {
    await navigator.clipboard.writeText(themeCss(this.choice))
    this.isCopied = true
  }

  override render() {
    return html`
      <form @submit=${(event: Event) => event.preventDefault()}>
        ${this.#renderPage()}
        ${Object.entries(groups).map(
          ([kind, title]) =>
            html`<fieldset>
              <legend>${title}</legend>
              ${themeTokens.filter((token) => token.kind === kind).map((token) => this.#renderToken(token))}
            </fieldset>`,
        )}
      </form>
      <div>
        <div class="page">
          <amt-wayfinder .client=${this.search}><a href="#dienste">Alle Dienste</a></amt-wayfinder>
          <amt-responsibility-finder service="pa" area="130765654042" .client=${this.office}
            ><a href="tel:115">115</a></amt-responsibility-finder
          >
        </div>
        ${this.#renderExport()} ${this.#renderContrast()}
      </div>
    `
  }

  #renderPage() {
    const { theme, scheme } = this.choice
    const select = (
      name: 'theme' | 'scheme',
      value: string,
      options: readonly (readonly [string, string])[],
    ) =>
      html`<select
        id=${name}
        @change=${(event: Event) => this.#set({ [name]: (event.target as HTMLSelectElement).value })}
      >
        ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
      </select>`
    const colour = (name: 'ground' | 'text', title: string) =>
      html`<label
        >${title}<input
          type="color"
          .value=${this[name]}
          @input=${(event: Event) => (this[name] = (event.target as HTMLInputElement).value)}
      /></label>`
    return html`<fieldset>
      <legend>Seite und Thema</legend>
      ${colour('ground', 'Grund der Seite')} ${colour('text', 'Text der Seite')}
      <label
        >theme
        ${select('theme', theme, [
          ['host', 'host: wie die Seite'],
          ['kern', 'kern'],
          ['contrast', 'contrast'],
        ])}</label
      >
      <label
        >scheme
        ${select('scheme', scheme, [
          ['', 'wie der Grund'],
          ['light', 'light: hell'],
          ['dark', 'dark: dunkel'],
          ['system', 'system: wie das Gerät'],
        ])}</label
      >
    </fieldset>`
  }

  #renderToken({ name, kind, description, initial }: ThemeToken) {
    const value = this.choice.values[name] ?? ''
    const set = (event: Event) => this.#setToken(name, (event.target as HTMLInputElement).value)
    return html`<label for=${name}>
      <span><code>${name}</code><small>${description}</small></span>
      <span class="value">
        ${
          kind === 'color'
            ? html`<input
                type="color"
                aria-label="${name} wählen"
                .value=${/^#[\da-f]{6}$/.test(value) ? value : (this.current[name] ?? '#000000')}
                @input=${set}
              />`
            : nothing
        }
        <input id=${name} .value=${value} placeholder=${initial} @input=${set} />
      </span>
    </label>`
  }

  #renderExport() {
    const text = themeCss(this.choice)
    return html`
      <h2>Zum Mitnehmen</h2>
      <label for="css">CSS für Ihre Seite</label>
      <textarea id="css" readonly rows=${text.split('\n').length} .value=${text}></textarea>
      <button type="button" id="copy" @click=${this.#copy}>CSS kopieren</button>
      <p role="status">${this.isCopied ? 'Kopiert.' : ''}</p>
      <p><code>${themeHtml(this.choice)}</code></p>
    `
  }

  #renderContrast() {
    return html`
      <h2>Kontraste</h2>
      <ul>
        ${this.pairs.map(
          ({ front, back, least, found }) =>
            html`<li class=${found < least ? 'poor' : ''}>
              ${names[front]}: ${found.toFixed(1)} : 1
              ${found < least ? `– zu wenig, nötig sind ${least} : 1${back ? ' auf seinem Grund' : ''}` : ''}
            </li>`,
        )}
      </ul>
    `
  }
}

define('amt-theme-page', ThemePage)
