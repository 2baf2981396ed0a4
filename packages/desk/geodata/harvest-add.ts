import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { GeoHarvest, GeoOffer, GeoOffers } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { errorSummary, type FieldErrors, focusErrors, hasErrors, textField } from '../shell/fields.ts'
import { failed } from '../shell/states.ts'
import {
  addressIn,
  chosenErrors,
  fieldOf,
  type HarvestDraft,
  idOfOffer,
  needsLicence,
  newHarvest,
  sentHarvest,
  urlErrors,
} from './harvest-draft.ts'
import { harvestSettings } from './harvest-settings.ts'
import { harvestWords as words } from './harvest-words.ts'
import { words as common } from './words.ts'

/** Copies have been ordered. */
class HarvestsAddedEvent extends Event {
  constructor() {
    super('desk-harvests-added', { bubbles: true, composed: true })
  }
}

/**
 * The way to a copy: the address of another server, what it has, and which of that is wanted.
 *
 * @tag desk-harvest-add
 * @event {HarvestsAddedEvent} desk-harvests-added - Copies have been ordered.
 */
class HarvestAdd extends LitElement {
  static override styles = [deskStyles]

  @property({ attribute: false }) desk!: Desk

  @state() private draft: HarvestDraft = newHarvest
  /** What the other server has; undefined before it was asked. */
  @state() private offers: GeoOffers | undefined
  @state() private errors: FieldErrors = {}
  @state() private isBusy = false
  @state() private error: unknown

  get isUnsaved(): boolean {
    return Boolean(this.draft.url.trim())
  }

  #change(changes: Partial<HarvestDraft>): void {
    this.draft = { ...this.draft, ...changes }
    // What was found belongs to the address that was asked.
    if (changes.url !== undefined || changes.token !== undefined) {
      this.offers = undefined
      this.draft = { ...this.draft, chosen: new Map() }
    }
  }

  async #act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      if (error instanceof ApiError && error.errors[0]?.pointer === '/url')
        await this.#refuse({ url: words.urlWrong })
      else this.error = error
    } finally {
      this.isBusy = false
    }
  }

  async #refuse(errors: FieldErrors): Promise<void> {
    this.errors = errors
    await focusErrors(this)
  }

  readonly #look = (event: Event) => {
    event.preventDefault()
    return this.#act(async () => {
      const errors = urlErrors(this.draft)
      if (hasErrors(errors)) return this.#refuse(errors)
      this.errors = {}
      const { url, token } = this.draft
      const asked = { url: addressIn(url), token: token.trim() || null }
      const { data } = await this.desk.api.post<GeoOffers>('/geodata/harvests/offers', asked, {
        timeout: 45_000,
      })
      this.offers = data
      const usable = data.items.filter(({ error }) => error === null)
      const [only] = usable
      this.draft = {
        ...this.draft,
        chosen: new Map(only && usable.length === 1 ? [[only.url, idOfOffer(only)]] : []),
      }
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#found')?.focus()
    })
  }

  /** One after the other: what was ordered stays ordered where a later one is refused. */
  readonly #copy = (event: Event) => {
    event.preventDefault()
    return this.#act(async () => {
      const offers = this.offers?.items ?? []
      const errors = chosenErrors(this.draft, offers)
      if (hasErrors(errors)) return this.#refuse(errors)
      this.errors = {}
      let count = 0
      for (const [url, id] of this.draft.chosen)
        try {
          await this.desk.api.post<GeoHarvest>('/geodata/harvests', sentHarvest(this.draft, url, id))
          count += 1
          const left = new Map(this.draft.chosen)
          left.delete(url)
          this.draft = { ...this.draft, chosen: left }
        } catch (error) {
          if (count > 0) this.#tell(count)
          if (!(error instanceof ApiError) || error.code !== 'collection-taken') throw error
          const index = offers.findIndex((one) => one.url === url)
          return this.#refuse({ [fieldOf(index)]: common.idTaken })
        }
      this.#tell(count)
      this.draft = newHarvest
      this.offers = undefined
    })
  }

  #tell(count: number): void {
    this.desk.notify(words.added(count))
    this.dispatchEvent(new HarvestsAddedEvent())
  }

  override render() {
    const { draft, errors, offers } = this
    return html`
      <section aria-labelledby="add">
        <h2 id="add">${words.add}</h2>
        <form novalidate @submit=${this.#look}>
          ${errorSummary(errors)}
          ${textField({
            ...{ id: 'url', type: 'url', label: words.url, help: words.urlHelp, error: errors['url'] },
            ...{ value: draft.url, inputmode: 'url', isWide: true, maxLength: 1_000 },
            onInput: (url) => this.#change({ url }),
          })}
          ${textField({
            ...{ id: 'token', label: words.token, help: words.tokenHelp, isOptional: true, isWide: true },
            ...{ value: draft.token, maxLength: 500, onInput: (token) => this.#change({ token }) },
          })}
          <p>
            <button class="button ${offers?.items.length ? 'quiet' : ''}" data-look ?disabled=${this.isBusy}>
              ${words.look}
            </button>
          </p>
        </form>
        <div role="status">${this.isBusy && !offers ? html`<p>${words.looking}</p>` : nothing}</div>
        ${this.error ? failed(this.error) : nothing}
        ${
          offers?.error
            ? html`<p class="aside problem" id="found" tabindex="-1">${offers.error.text}</p>`
            : nothing
        }
        ${offers?.items.length ? this.#choicePart(offers.items) : nothing}
      </section>
    `
  }

  #choicePart(offers: readonly GeoOffer[]) {
    const { draft, errors } = this
    const { chosen } = draft
    return html`
      <form novalidate @submit=${this.#copy}>
        <h3 id="found" tabindex="-1">${words.found(offers.length)}</h3>
        <fieldset id="choice" tabindex="-1" aria-describedby=${errors['choice'] ? 'choice-error' : nothing}>
          <legend>${words.choose}</legend>
          ${errors['choice'] ? html`<p class="error" id="choice-error">${errors['choice']}</p>` : nothing}
          <ul class="bare">
            ${offers.map((offer, index) => this.#offerPart(offer, index))}
          </ul>
        </fieldset>
        ${
          chosen.size > 0
            ? html`<h3>${words.settings}</h3>
                ${harvestSettings({
                  ...{ prefix: '', draft, errors },
                  licence: needsLicence(draft, offers) ? 'needed' : 'known',
                  onChange: (changes) => this.#change(changes),
                })}`
            : nothing
        }
        <p><button class="button" data-copy ?disabled=${this.isBusy}>${words.copy(chosen.size)}</button></p>
      </form>
    `
  }

  #offerPart(offer: GeoOffer, index: number) {
    const { url, title, licence, provider, error } = offer
    const id = this.draft.chosen.get(url)
    const choose = (wanted: string | undefined) => {
      const next = new Map(this.draft.chosen)
      if (wanted === undefined) next.delete(url)
      else next.set(url, wanted)
      this.#change({ chosen: next })
    }
    return html`<li>
      <label class="check" for="offer-${index}">
        <input
          id="offer-${index}"
          type="checkbox"
          .checked=${id !== undefined}
          ?disabled=${error !== null}
          @change=${(event: Event) =>
            choose((event.target as HTMLInputElement).checked ? idOfOffer(offer) : undefined)}
        />
        <span
          >${title}
          <span class="help"
            >${error ? error.text : words.offer(licence && common.licences[licence], provider)}</span
          >
        </span>
      </label>
      ${
        id === undefined
          ? nothing
          : textField({
              ...{ id: fieldOf(index), label: words.id(title), help: common.idHelp, isWide: true },
              ...{ value: id, maxLength: 60, error: this.errors[fieldOf(index)], onInput: choose },
            })
      }
    </li>`
  }
}

define('desk-harvest-add', HarvestAdd)

declare global {
  interface HTMLElementTagNameMap {
    'desk-harvest-add': HarvestAdd
  }
  interface HTMLElementEventMap {
    'desk-harvests-added': HarvestsAddedEvent
  }
}
