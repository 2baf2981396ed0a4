import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { controls, define, tokens } from '@amtsweg/kit'
import { type Assessment, createAssessor } from './assess.ts'
import type { Finding, Style } from './finding.ts'
import { styles } from './readability-panel.styles.ts'
import { words } from './words.ts'

/** A clerk wants to see a place of the text. Offsets in UTF-16 units. */
export class PlaceChosenEvent extends Event {
  readonly start: number
  readonly end: number

  constructor(start: number, end: number) {
    super('desk-place-chosen', { bubbles: true, composed: true })
    this.start = start
    this.end = end
  }
}

/** One writes on; what is said meanwhile would be stale at once. */
const pause = 400
/** The formulas are made of means. */
const enoughWords = 30
const shownAtFirst = 25

/**
 * How hard a text is to read, and what makes it so, while one writes. It works in the browser alone and after a pause in
 * typing, so that typing never waits for it.
 *
 * @tag desk-readability
 * @event desk-place-chosen - A finding was chosen; the page shows its place in the text.
 */
export class ReadabilityPanel extends LitElement {
  static override styles = [tokens, controls, styles]

  /** The text that is judged, as readers see it: no markup, a line for each paragraph. */
  @property() text = ''

  /** For whom the text is. */
  @property({ attribute: false }) textStyle: Style = 'plain'

  @state() private assessment: Assessment | undefined
  @state() private isWhole = false
  @state() private said = ''

  readonly #assess = createAssessor()
  #assessed = ''
  #waiting: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#waiting)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('textStyle')) return
    clearTimeout(this.#waiting)
    // What is there when the panel opens is judged at once, and so is another choice of the reader's.
    if (!this.assessment || changed.has('textStyle')) this.#judge()
    else this.#waiting = setTimeout(() => this.#judge(), pause)
  }

  #judge() {
    this.#assessed = this.text
    this.assessment = this.#assess(this.text, this.textStyle)
    this.said = words.found(this.assessment.findings.length)
  }

  readonly #choose = ({ start, end }: Finding) => this.dispatchEvent(new PlaceChosenEvent(start, end))

  override render() {
    const { assessment } = this
    if (!assessment) return nothing
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.title}</h2>
        ${this.#stylePart()} ${this.#scorePart(assessment)}
        <p role="status" class="small">${this.said}</p>
        ${this.#findingsPart(assessment.findings)}
        <p class="small">${words.sources[this.textStyle]}</p>
      </section>
    `
  }

  #stylePart() {
    return html`<fieldset>
      <legend>${words.styleOf}</legend>
      ${(['plain', 'easy'] as const).map(
        (style) =>
          html`<label
            ><input
              type="radio"
              name="style"
              .checked=${this.textStyle === style}
              @change=${() => (this.textStyle = style)}
            />${words.styles[style]}</label
          >`,
      )}
    </fieldset>`
  }

  #scorePart({ scores, counts }: Assessment) {
    if (!scores) return html`<p class="small">${words.empty}</p>`
    const [wiener] = scores.wiener
    return html`
      ${
        counts.words < enoughWords
          ? html`<p class="small">${words.tooShort}</p>`
          : html`
              <p class="score">${words.level(wiener)}</p>
              <meter
                min="4"
                max="15"
                low="7"
                high="10"
                optimum="4"
                value=${Math.min(15, Math.max(4, wiener))}
                aria-label=${words.formula}
              ></meter>
              <p class="small">
                ${words.score(wiener)} (${words.formula})<br />${words.amstad(scores.amstad)}
              </p>
            `
      }
      <p class="small">${words.lengths(counts.sentences, scores.sentenceLength, counts.longestSentence)}</p>
    `
  }

  #findingsPart(findings: readonly Finding[]) {
    const shown = this.isWhole ? findings : findings.slice(0, shownAtFirst)
    const left = findings.length - shown.length
    return html`
      <ul>
        ${shown.map(
          (finding) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(finding)}>
                <strong>${words.titles[finding.rule]}</strong>
                <q lang="de">${shortened(this.#assessed.slice(finding.start, finding.end))}</q>
                <span class="advice">${words.advice[finding.rule](finding, this.textStyle)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${left > 0 ? html`<button type="button" class="button plain" @click=${() => (this.isWhole = true)}>${words.more(left)}</button>` : nothing}
    `
  }
}

const shortened = (text: string) =>
  text.length > 90 ? `${text.slice(0, 60).trimEnd()} … ${text.slice(-20)}` : text

define('desk-readability', ReadabilityPanel)

declare global {
  interface HTMLElementTagNameMap {
    'desk-readability': ReadabilityPanel
  }
  interface HTMLElementEventMap {
    'desk-place-chosen': PlaceChosenEvent
  }
}
