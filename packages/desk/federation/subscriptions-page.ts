import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { Subscription, SubscriptionBody, SubscriptionCheck } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { errorSummary, type FieldErrors, focusErrors, selectField, textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { subscriptionCard } from './subscription-card.ts'
import { draftErrors, newDraft, sentDraft, type SubscriptionDraft } from './subscription-draft.ts'
import { words } from './words.ts'
import '../shell/dialog.ts'

/** Milliseconds between two looks while something is going on. */
const pause = 3_000

/**
 * Other servers whose catalogue comes here.
 *
 * @tag desk-subscriptions-page
 */
export class SubscriptionsPage extends DeskPage {
  @state() private items: readonly Subscription[] | undefined
  @state() private draft: SubscriptionDraft | undefined
  @state() private errors: FieldErrors = {}
  @state() private found: SubscriptionCheck | undefined
  @state() private isBusy = false
  @state() private removing: Subscription | undefined
  @state() private error: unknown

  #looking: ReturnType<typeof setTimeout> | undefined

  override get isUnsaved(): boolean {
    return Boolean(this.draft?.url.trim())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.draft ??= newDraft(this.desk.grant.regionKey)
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#looking)
  }

  async #load(): Promise<void> {
    clearTimeout(this.#looking)
    try {
      const { data } = await this.desk.api.get<{ items: Subscription[] }>('/subscriptions')
      this.items = data.items
      this.error = undefined
      const isGoingOn = data.items.some(({ state, triedAt }) => state === 'working' || triedAt === null)
      if (isGoingOn && this.isConnected) this.#looking = setTimeout(() => void this.#load(), pause)
    } catch (error) {
      this.error = error
    }
  }

  /** Does what a button says; a refusal is told where it belongs. */
  async #act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      const pointer = (error instanceof ApiError && error.errors[0]?.pointer) || ''
      const refused = { '/url': words.urlMissing, '/areas': words.areaForeign }[pointer]
      const isForeign = error instanceof ApiError && error.code === 'not-yours'
      if (refused || isForeign)
        await this.#refuse(pointer === '/url' ? { url: refused } : { area: words.areaForeign })
      else this.error = error
    } finally {
      this.isBusy = false
    }
  }

  async #refuse(errors: FieldErrors): Promise<void> {
    this.errors = errors
    await focusErrors(this)
  }

  async #body(): Promise<SubscriptionBody | undefined> {
    const { draft } = this
    if (!draft) return undefined
    this.errors = draftErrors(draft)
    if (!Object.values(this.errors).some(Boolean)) return sentDraft(draft)
    await focusErrors(this)
    return undefined
  }

  readonly #check = () =>
    this.#act(async () => {
      this.found = undefined
      const body = await this.#body()
      if (body)
        this.found = (
          await this.desk.api.post<SubscriptionCheck>('/subscriptions/check', body, { timeout: 30_000 })
        ).data
    })

  readonly #add = (event: Event) => {
    event.preventDefault()
    return this.#act(async () => {
      const body = await this.#body()
      if (!body) return
      await this.desk.api.post('/subscriptions', body)
      this.draft = newDraft(this.desk.grant.regionKey)
      this.found = undefined
      this.desk.notify(words.saved)
      await this.#load()
    })
  }

  #sync(id: string): void {
    void this.#act(async () => {
      await this.desk.api.post(`/subscriptions/${id}/sync`)
      this.desk.notify(words.syncing)
      clearTimeout(this.#looking)
      this.#looking = setTimeout(() => void this.#load(), pause)
    })
  }

  #remove(records: 'keep' | 'remove'): void {
    const { removing } = this
    this.removing = undefined
    if (!removing) return
    void this.#act(async () => {
      await this.desk.api.remove(`/subscriptions/${removing.id}`, { query: { records } })
      this.desk.notify(words.removing.done)
      await this.#load()
    })
  }

  override render() {
    const { items } = this
    return html`
      <div class="parts">
        <section aria-labelledby="list">
          <h2 id="list">${words.list}</h2>
          <p>${words.lead}</p>
          ${this.error ? failed(this.error, () => void this.#load()) : nothing} ${items ? nothing : waiting()}
          ${items && !items.length ? empty(words.none) : nothing}
          <ul class="bare">
            ${(items ?? []).map((subscription) =>
              subscriptionCard({
                subscription,
                onSync: () => this.#sync(subscription.id),
                onRemove: () => (this.removing = subscription),
              }),
            )}
          </ul>
        </section>
        <section aria-labelledby="add">
          <h2 id="add">${words.add}</h2>
          ${this.#formPart()}
        </section>
      </div>
      ${this.#removePart()}
    `
  }

  #formPart() {
    const { draft, errors, found } = this
    if (!draft) return nothing
    const change = (changes: Partial<SubscriptionDraft>) => {
      this.draft = { ...draft, ...changes }
      this.found = undefined
    }
    return html`
      <form novalidate @submit=${this.#add}>
        ${errorSummary(errors)}
        ${textField({
          ...{ id: 'url', type: 'url', label: words.url, help: words.urlHelp, error: errors['url'] },
          ...{ value: draft.url, inputmode: 'url', isWide: true, onInput: (url) => change({ url }) },
        })}
        ${selectField({
          ...{ id: 'kind', label: words.kind, value: draft.kind },
          options: Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
          onChange: (kind) => change({ kind: kind as SubscriptionDraft['kind'] }),
        })}
        ${draft.kind === 'amtsweg' ? this.#areaPart(draft, change) : nothing}
        ${selectField({
          ...{ id: 'often', label: words.often, value: draft.everyMinutes },
          options: Object.entries(words.intervals).map(([value, label]) => ({ value, label })),
          onChange: (everyMinutes) => change({ everyMinutes }),
        })}
        <div role="status">
          ${found?.node ? html`<p class="good">${words.found(found.node)}</p>` : nothing}
          ${found?.error ? html`<p class="aside problem">${found.error.text}</p>` : nothing}
        </div>
        <p class="row">
          <button class="button" ?disabled=${this.isBusy}>${words.save}</button>
          ${
            draft.kind === 'amtsweg'
              ? html`<button
                  type="button"
                  class="button quiet"
                  data-check
                  ?disabled=${this.isBusy}
                  @click=${this.#check}
                >
                  ${words.check}
                </button>`
              : nothing
          }
        </p>
      </form>
    `
  }

  #areaPart(draft: SubscriptionDraft, change: (changes: Partial<SubscriptionDraft>) => void) {
    return html`
      ${selectField({
        ...{ id: 'what', label: words.what, value: draft.isArea ? 'area' : 'all' },
        options: [
          { value: 'all', label: words.everything },
          { value: 'area', label: words.oneArea },
        ],
        onChange: (value) => change({ isArea: value === 'area' }),
      })}
      ${
        draft.isArea
          ? textField({
              ...{ id: 'area', label: words.area, help: words.areaHelp, error: this.errors['area'] },
              ...{
                value: draft.area,
                inputmode: 'numeric',
                maxLength: 12,
                onInput: (area) => change({ area }),
              },
            })
          : nothing
      }
    `
  }

  #removePart() {
    const { removing } = this
    if (!removing) return nothing
    return html`
      <desk-dialog
        heading=${words.removing.title}
        @desk-dialog-dismissed=${() => (this.removing = undefined)}
      >
        <p>${words.removing.text(removing.url)}</p>
        <button slot="actions" type="button" class="button" data-keep @click=${() => this.#remove('keep')}>
          ${words.removing.keep}
        </button>
        <button
          slot="actions"
          type="button"
          class="button danger"
          data-records
          @click=${() => this.#remove('remove')}
        >
          ${words.removing.records}
        </button>
      </desk-dialog>
    `
  }
}

define('desk-subscriptions-page', SubscriptionsPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-subscriptions-page': SubscriptionsPage
  }
}
