import { css, html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { GeoCollectionState, GeoHarvest } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { readEdit, saveEdit } from '../shell/edit-state.ts'
import { checkField, textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { harvestCard } from './harvest-card.ts'
import { type EditDraft, editDraftOf, sentEdit } from './harvest-draft.ts'
import { harvestSettings } from './harvest-settings.ts'
import { harvestWords as words } from './harvest-words.ts'
import { styles } from './upload.styles.ts'
import '../shell/dialog.ts'
import './harvest-add.ts'

/** Milliseconds between two looks while something is going on. */
const pause = 3_000

/** What is asked about before it is done. */
interface Question {
  readonly about: 'hiding' | 'removing'
  readonly harvest: GeoHarvest
}

/**
 * Copies of collections of other servers: how they go, and the way to another.
 *
 * @tag desk-harvests-page
 */
export class HarvestsPage extends DeskPage {
  static override styles = [
    DeskPage.styles,
    styles,
    css`
      .address {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @state() private items: readonly GeoHarvest[] | undefined
  @state() private isBusy = false
  @state() private question: Question | undefined
  /** What is typed of the copy that is being changed. */
  @state() private edited: { readonly id: string; readonly draft: EditDraft } | undefined
  @state() private error: unknown

  #looking: ReturnType<typeof setTimeout> | undefined

  override get isUnsaved(): boolean {
    const isAdding = this.renderRoot.querySelector('desk-harvest-add')?.isUnsaved
    return this.edited !== undefined || isAdding === true
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#looking)
  }

  readonly #load = async (): Promise<void> => {
    clearTimeout(this.#looking)
    try {
      const { data } = await this.desk.api.get<{ items: GeoHarvest[] }>('/geodata/harvests')
      this.items = data.items
      const isGoingOn = data.items.some(({ state, nextDueAt }) => state === 'working' || isDue(nextDueAt))
      if (isGoingOn) this.#lookAgain()
    } catch (error) {
      this.error = error
    }
  }

  #lookAgain(): void {
    clearTimeout(this.#looking)
    if (this.isConnected) this.#looking = setTimeout(() => void this.#load(), pause)
  }

  async #act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    try {
      await work()
      await this.#load()
    } catch (error) {
      this.error = error
    } finally {
      this.isBusy = false
    }
  }

  #run({ id }: GeoHarvest): void {
    void this.#act(async () => {
      await this.desk.api.post(`/geodata/harvests/${id}/run`)
      this.desk.notify(words.running)
    })
  }

  #put({ id }: GeoHarvest, draft: EditDraft, paused: boolean): Promise<unknown> {
    return this.desk.api.put(`/geodata/harvests/${id}`, sentEdit(draft, paused))
  }

  #pause(harvest: GeoHarvest, paused: boolean): void {
    void this.#act(async () => {
      await this.#put(harvest, editDraftOf(harvest), paused)
      this.desk.notify(paused ? words.paused : words.resumed)
    })
  }

  #save(harvest: GeoHarvest, draft: EditDraft): void {
    void this.#act(async () => {
      const isPaused = harvest.state === 'paused'
      await this.#put(harvest, draft, isPaused)
      await this.#close(harvest)
      this.desk.notify(isPaused ? words.savedPaused : words.saved)
    })
  }

  async #edit(harvest: GeoHarvest): Promise<void> {
    this.edited = { id: harvest.id, draft: editDraftOf(harvest) }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#edit-audience')?.focus()
  }

  async #close({ id }: GeoHarvest): Promise<void> {
    this.edited = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"] [data-act=edit]`)?.focus()
  }

  /** First it rests, so that nothing is published again; then it goes, with the way back that every edit has. */
  #hide(harvest: GeoHarvest): void {
    this.question = undefined
    void this.#act(async () => {
      await this.#put(harvest, editDraftOf(harvest), true)
      const path = `/geodata/collections/${harvest.collection}/record`
      const state = await readEdit<Partial<GeoCollectionState>>(this.desk, path, {})
      const { id: _, ...rest } = state.data
      await saveEdit<unknown>(this.desk, {
        ...{ state, body: { ...rest, version: null }, told: words.hiding.done },
        onUndone: () => void this.#load(),
      })
    })
  }

  #remove({ id }: GeoHarvest, copy: 'keep' | 'remove'): void {
    this.question = undefined
    void this.#act(async () => {
      await this.desk.api.remove(`/geodata/harvests/${id}`, { query: { copy } })
      this.desk.notify(words.removing.done)
    })
  }

  override render() {
    const { items } = this
    return html`
      <div class="parts">
        <section aria-labelledby="list">
          <h2 id="list">${words.list}</h2>
          <p>${words.lead}</p>
          ${this.error ? failed(this.error, () => void this.#reload()) : nothing}
          ${items || this.error ? nothing : waiting()} ${items && !items.length ? empty(words.none) : nothing}
          <ul class="bare">
            ${(items ?? []).map((harvest) => this.#card(harvest))}
          </ul>
        </section>
        <desk-harvest-add
          .desk=${this.desk}
          @desk-harvests-added=${() => void this.#load()}
        ></desk-harvest-add>
      </div>
      ${this.#questionPart()}
    `
  }

  #reload(): Promise<void> {
    this.error = undefined
    return this.#load()
  }

  #card(harvest: GeoHarvest) {
    const isEdited = this.edited?.id === harvest.id
    return harvestCard({
      ...{
        harvest,
        form: isEdited ? this.#form(harvest, this.edited!.draft) : undefined,
      },
      onRun: () => this.#run(harvest),
      onPause: (paused) => this.#pause(harvest, paused),
      onEdit: () => void this.#edit(harvest),
      onHide: () => (this.question = { about: 'hiding', harvest }),
      onRemove: () => (this.question = { about: 'removing', harvest }),
    })
  }

  #form(harvest: GeoHarvest, draft: EditDraft) {
    const change = (changes: Partial<EditDraft>) =>
      (this.edited = { id: harvest.id, draft: { ...draft, ...changes } })
    return html`
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          this.#save(harvest, draft)
        }}
      >
        ${harvestSettings({ ...{ prefix: 'edit-', draft, errors: {}, licence: 'possible' }, onChange: change })}
        ${
          draft.token === undefined
            ? nothing
            : textField({
                ...{ id: 'edit-token', label: words.newToken, isOptional: true, isWide: true },
                ...{ help: harvest.hasToken ? words.newTokenHelp : words.tokenHelp, maxLength: 500 },
                ...{ value: draft.token, onInput: (token) => change({ token }) },
              })
        }
        ${
          harvest.hasToken
            ? checkField({
                ...{ id: 'no-token', label: words.noToken, isChecked: draft.token === undefined },
                onChange: (isNone) => change({ token: isNone ? undefined : '' }),
              })
            : nothing
        }
        <p class="row">
          <button class="button" data-save ?disabled=${this.isBusy}>${words.save}</button>
          <button type="button" class="button quiet" @click=${() => this.#close(harvest)}>
            ${words.cancel}
          </button>
        </p>
      </form>
    `
  }

  #questionPart() {
    const { question } = this
    if (!question) return nothing
    const { harvest, about } = question
    const button = (name: string, label: string, act: () => void, looks = 'danger') =>
      html`<button slot="actions" type="button" class="button ${looks}" data-answer=${name} @click=${act}>
        ${label}
      </button>`
    return html`
      <desk-dialog heading=${words[about].title} @desk-dialog-dismissed=${() => (this.question = undefined)}>
        ${
          about === 'hiding'
            ? html`<p>${words.hiding.text(harvest.collection)}</p>
                ${button('hide', words.hiding.yes, () => this.#hide(harvest))}`
            : html`<p>${words.removing.text(harvest.url)}</p>
                ${button('keep', words.removing.keep, () => this.#remove(harvest, 'keep'), '')}
                ${button('copy', words.removing.copy, () => this.#remove(harvest, 'remove'))}`
        }
      </desk-dialog>
    `
  }
}

const isDue = (at: string | null): boolean => at !== null && Date.parse(at) <= Date.now()

define('desk-harvests-page', HarvestsPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-harvests-page': HarvestsPage
  }
}
