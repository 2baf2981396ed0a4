import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Unit } from '@amtsweg/contract'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { messages as german } from '@amtsweg/messages/directory/de.ts'
import { vCard } from '@amtsweg/messages/vcard.ts'
import { AmtElement } from './amt-element.ts'
import { controls } from './controls.styles.ts'
import { define } from './define.ts'
import { icon } from './icons.ts'
import { Messages } from './messages.ts'
import { styles } from './office-card.styles.ts'
import {
  accessibilityPart,
  addressPart,
  appointmentPart,
  attributionPart,
  contactsPart,
  hoursPart,
} from './office-parts.ts'
import { isOpen, openingText } from './opening-text.ts'
import { tokens } from './tokens.styles.ts'

/**
 * One office: whether it is open, where it is, how to reach it. Part of our widgets, not for pages.
 *
 * @tag amt-office-card
 * @summary One office with everything a reader needs to get there.
 * @status internal
 *
 * @csspart office - The whole card.
 * @csspart name - The office's name.
 * @csspart open-state - Whether it is open now.
 * @csspart action - A link or button such as route, appointment, vCard.
 */
export class OfficeCard extends AmtElement {
  static override styles = [tokens, controls, styles]

  /** The office. */
  @property({ attribute: false }) unit: Unit | undefined

  /** What to say about its part in the matter, below the name. */
  @property() note = ''

  /** Level of the name as a heading. */
  @property({ type: Number }) level = 3

  /** The name stands above the card already. */
  @property({ type: Boolean }) untitled = false

  /** The time; set by tests and stories. */
  @property({ attribute: false }) now: () => Date = () => new Date()

  // German comes along: one request less for nearly every reader.
  readonly #messages = new Messages(this, (lang) =>
    lang === 'de' ? { messages: german } : loadWords('directory', lang),
  )

  /** Attribution must be there, but the office does not wait for it. */
  readonly #sources = new Task(this, {
    args: () => [this.client, this.language] as const,
    task: ([client, lang], { signal }) => client.sources({ lang, signal }),
  })

  readonly #save = () => {
    const { unit } = this
    if (!unit) return
    const address = URL.createObjectURL(new Blob([vCard(unit)], { type: 'text/vcard;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${unit.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.vcf`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }

  override render() {
    const m = this.#messages.now
    const { unit } = this
    if (!m || !unit) return nothing
    const now = this.now()
    const lang = this.#messages.lang
    const sources = this.#sources.value?.items ?? []
    return html`
      <article part="office" class="office" lang=${lang} dir=${this.#messages.dir} aria-label=${unit.name}>
        <header>
          ${this.untitled ? nothing : html`<h3 part="name" lang=${unit.lang} aria-level=${this.level}>${unit.name}</h3>`}
          ${unit.invented ? html`<p class="badge" title=${m.inventedMeaning}>${m.invented}</p>` : nothing}
          ${this.note ? html`<p class="note muted">${this.note}</p>` : nothing}
          <p part="open-state" class="open-state ${isOpen(unit.openState, now) ? 'open' : ''}">
            ${icon('clock')} ${openingText(unit.openState, now, lang, m)}
          </p>
          ${appointmentPart(unit, m)}
        </header>
        <div class="columns">
          <div class="column">
            ${addressPart(unit, lang, m)} ${contactsPart(unit, lang, m)}
            <p>
              <button part="action" type="button" class="button plain" @click=${this.#save}>
                ${icon('save')} ${m.vcard} (${m.vcardKind})
              </button>
            </p>
          </div>
          <div class="column">${hoursPart(unit, now, lang, m)} ${accessibilityPart(unit, m)}</div>
        </div>
        ${attributionPart(unit, sources, lang, m)}
      </article>
    `
  }
}

define('amt-office-card', OfficeCard)

declare global {
  interface HTMLElementTagNameMap {
    'amt-office-card': OfficeCard
  }
}
