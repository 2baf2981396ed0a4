import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { Draft, DraftItem } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { Fields } from '../shell/conflict.ts'
import { errorSummary, focusErrors, textArea, textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { failed, waiting } from '../shell/states.ts'
import { styles } from './changes.styles.ts'
import { shownField } from './content-difference.ts'
import { differenceView } from './difference-view.ts'
import { momentOf, toldMoment } from './german-time.ts'
import { chosen, type Present, rebased } from './rebase-draft.ts'
import { pageOf, subjectWords, whoIs } from './who.ts'
import { words } from './words.ts'
import '../shell/conflict-view.ts'
import '../shell/dialog.ts'

type Step = keyof typeof words.told
type Asking = 'reject' | 'schedule' | 'remove' | undefined

/**
 * One draft: what it changes, who wrote and approved of it, and the steps it can take from where it stands.
 *
 * @tag desk-change-page
 * @summary A draft and its steps.
 */
class ChangePage extends DeskPage {
  static override styles = [DeskPage.styles, styles]

  @state() private draft: Draft | undefined
  @state() private present: Present | undefined
  @state() private isBehind = false
  @state() private asking: Asking
  @state() private reason = ''
  @state() private day = ''
  @state() private time = '00:00'
  @state() private fieldErrors: Readonly<Record<string, string>> = {}
  @state() private error: unknown
  #etag: string | undefined
  #name: string | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  get #path(): string {
    return `/drafts/${encodeURIComponent(this.params['id'] ?? '')}`
  }

  async #load(): Promise<void> {
    try {
      const { data, etag } = await this.desk.api.get<Draft>(this.#path)
      const [present, name] = await Promise.all([this.#presentOf(data.subject), this.#nameOf(data.subject)])
      this.present = present
      this.#name = name
      this.#take(data, etag)
      this.isBehind = this.draft?.state !== 'published' && (this.present.etag ?? null) !== data.basedOn
      this.error = undefined
    } catch (error) {
      this.error = error
    }
  }

  async #presentOf(subject: string): Promise<Present> {
    try {
      const { data, etag } = await this.desk.api.get<Fields>(subject)
      return { data, etag }
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return { data: null, etag: undefined }
      throw error
    }
  }

  /** A draft does not say what its subject is called, as that changes without it; lists do. */
  async #nameOf(subject: string): Promise<string | null> {
    try {
      const query = { subject, limit: 1 }
      const { data } = await this.desk.api.get<{ readonly items: readonly DraftItem[] }>('/drafts', { query })
      return data.items[0]?.name ?? null
    } catch {
      // Without it the heading says the address.
      return null
    }
  }

  #take(draft: Draft, etag: string | undefined): void {
    this.draft = draft
    this.#etag = etag
    this.asking = undefined
    this.titled(subjectWords({ subject: draft.subject, name: this.#name }))
  }

  async #step(step: Step, body?: object): Promise<void> {
    try {
      const { data, etag } = await this.desk.api.post<Draft>(`${this.#path}/${step}`, body, {
        etag: this.#etag,
      })
      this.#take(data, etag)
      this.error = undefined
      this.desk.notify(words.told[step])
    } catch (error) {
      const isBehind = error instanceof ApiError && error.code === 'precondition-failed'
      // Either the draft or what it builds on is another by now: both are read anew.
      await this.#load()
      if (!isBehind || !this.isBehind) this.error = error
    }
  }

  async #remove(): Promise<void> {
    try {
      await this.desk.api.remove(this.#path, { etag: this.#etag })
      this.desk.notify(words.thrownAway)
      this.desk.go('/desk/changes')
    } catch (error) {
      this.asking = undefined
      this.error = error
    }
  }

  async #onReject(event: Event): Promise<void> {
    event.preventDefault()
    this.fieldErrors = this.reason.trim() ? {} : { reason: words.rejectReasonMissing }
    if (this.fieldErrors['reason']) return focusErrors(this)
    await this.#step('reject', { reason: this.reason.trim() })
  }

  async #onSchedule(event: Event): Promise<void> {
    event.preventDefault()
    const at = momentOf(this.day, this.time)
    const wrong = momentFault(at)
    this.fieldErrors = wrong ? { day: wrong } : {}
    if (wrong) return focusErrors(this)
    await this.#step('schedule', { at })
  }

  /** Keeps the draft anew, upon what is there now. */
  async #rebase(wanted: unknown): Promise<void> {
    const { draft, present } = this
    if (!draft || !present) return
    try {
      const body = {
        subject: draft.subject,
        wanted,
        basedOn: present.etag ?? null,
        ...(draft.note ? { note: draft.note } : {}),
      }
      await this.desk.api.put<Draft>(this.#path, body, { etag: this.#etag })
      await this.#load()
      this.desk.notify(words.conflict.chosen)
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { draft } = this
    if (!draft) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    const page = pageOf(draft.subject)
    return html`
      <div class="stack">
        <p>
          <span class="tag">${words.states[draft.state]}</span>
          ${page ? html`<a href=${page}>${words.open}</a>` : nothing}
        </p>
        ${this.#facts(draft)} ${this.error ? failed(this.error) : nothing}
        ${this.isBehind ? this.#conflictPart(draft) : nothing}
        <section aria-labelledby="what">
          <h2 id="what">${words.what}</h2>
          ${this.#difference(draft)}
        </section>
        ${this.#faults(draft)} ${this.#steps(draft)} ${this.#form()}
      </div>
    `
  }

  #facts(draft: Draft) {
    const others = draft.authors.map((author) => whoIs(this.desk, author)).join(', ')
    return html`
      <p class="help">${words.authors}: ${others}, ${toldMoment(draft.updatedAt)}</p>
      ${draft.approvedBy ? html`<p>${words.approvedSentence(whoIs(this.desk, draft.approvedBy))}</p>` : nothing}
      ${draft.publishAt && draft.state === 'scheduled' ? html`<p>${words.planned(toldMoment(draft.publishAt))}</p>` : nothing}
      ${draft.note ? html`<p>${words.note}: ${draft.note}</p>` : nothing}
      ${draft.state === 'submitted' && draft.reason ? html`<p class="aside">${words.releaseLapsed}</p>` : nothing}
      ${draft.state === 'rejected' ? html`<p class="aside">${words.reason}: ${draft.reason}</p>` : nothing}
      ${
        draft.state === 'conflict' && !this.isBehind
          ? html`<p class="aside">${words.conflictReasons[draft.reason ?? ''] ?? words.conflictOther}</p>`
          : nothing
      }
    `
  }

  #difference(draft: Draft) {
    const isUnknown = draft.base === null && draft.basedOn !== null
    const before = isUnknown ? (this.present?.data ?? null) : draft.base
    return html`
      ${isUnknown ? html`<p class="help">${words.baseUnknown}</p>` : nothing}
      ${differenceView(before, draft.wanted)}
    `
  }

  #faults({ errors }: Draft) {
    if (errors.length === 0) return nothing
    return html`
      <section aria-labelledby="missing">
        <h2 id="missing">${words.missing}</h2>
        <ul>
          ${errors.map(({ pointer, detail }) => html`<li>${pointer || '/'}: <span lang="en">${detail}</span></li>`)}
        </ul>
      </section>
    `
  }

  #conflictPart(draft: Draft) {
    const { present } = this
    if (!present || draft.state === 'published') return nothing
    const merge = rebased(draft, present)
    const { conflict } = words
    if (merge.contested.length === 0)
      return html`
        <section class="aside stack" aria-labelledby="conflict">
          <h2 id="conflict">${conflict.title}</h2>
          <p>${conflict.text}</p>
          <button type="button" class="button" @click=${() => void this.#rebase(merge.merged)}>
            ${conflict.take}
          </button>
        </section>
      `
    const fields = merge.contested.map((id) => ({
      id,
      label: words.fields[id] ?? id,
      mine: shownField((draft.wanted as Fields)[id]),
      theirs: shownField(present.data?.[id]),
    }))
    return html`<desk-conflict-view
      .fields=${fields}
      @desk-conflict-solved=${(event: HTMLElementEventMap['desk-conflict-solved']) =>
        void this.#rebase(chosen(merge, present, event.choices))}
    ></desk-conflict-view>`
  }

  #steps(draft: Draft) {
    const { grant, session } = this.desk
    const isMine = draft.authors.some(({ clerk }) => clerk === session.clerk.id)
    const mayApprove = this.desk.may('changes:approve')
    const canPublish = draft.approvedBy !== null || !grant.fourEyes
    const is = (...states: readonly Draft['state'][]) => states.includes(draft.state)
    const isWhole = draft.errors.length === 0 && !this.isBehind
    const button = (text: string, onClick: () => unknown, look = 'quiet') =>
      html`<button type="button" class="button ${look}" @click=${onClick}>${text}</button>`
    if (is('published')) return nothing
    return html`
      ${is('submitted') && mayApprove && isMine ? html`<p>${words.ownDraft}</p>` : nothing}
      ${is('draft', 'rejected', 'conflict') && grant.fourEyes ? html`<p>${words.needsApproval}</p>` : nothing}
      <div class="steps">
        ${is('submitted') && mayApprove && !isMine ? button(words.approve, () => this.#step('approve'), '') : nothing}
        ${is('draft', 'rejected', 'conflict') && isWhole && grant.fourEyes ? button(words.submit, () => this.#step('submit'), '') : nothing}
        ${is('draft', 'approved', 'scheduled', 'conflict') && canPublish && isWhole ? button(words.publish, () => this.#step('publish'), '') : nothing}
        ${is('draft', 'approved', 'scheduled', 'conflict') && canPublish && isWhole ? button(words.schedule, () => (this.asking = 'schedule')) : nothing}
        ${is('submitted', 'approved', 'scheduled') && mayApprove && !isMine ? button(words.reject, () => (this.asking = 'reject')) : nothing}
        ${is('submitted', 'approved', 'scheduled') ? button(words.withdraw, () => this.#step('withdraw')) : nothing}
        ${button(words.remove, () => (this.asking = 'remove'), 'quiet danger')}
      </div>
    `
  }

  #form() {
    const close = () => {
      this.asking = undefined
      this.fieldErrors = {}
    }
    if (this.asking === 'remove')
      return html`<desk-dialog heading=${words.remove} @desk-dialog-dismissed=${close}>
        <p>${words.removeSure}</p>
        <button slot="actions" type="button" class="button danger" @click=${() => void this.#remove()}>
          ${words.remove}
        </button>
      </desk-dialog>`
    if (this.asking === 'reject')
      return html`<form novalidate @submit=${(event: Event) => void this.#onReject(event)}>
        ${errorSummary(this.fieldErrors)}
        ${textArea({
          id: 'reason',
          label: words.rejectReason,
          value: this.reason,
          error: this.fieldErrors['reason'],
          maxLength: 2_000,
          onInput: (reason) => (this.reason = reason),
        })}
        <button class="button">${words.reject}</button>
      </form>`
    if (this.asking === 'schedule')
      return html`<form novalidate @submit=${(event: Event) => void this.#onSchedule(event)}>
        ${errorSummary(this.fieldErrors)}
        ${textField({
          id: 'day',
          type: 'date',
          label: words.day,
          value: this.day,
          error: this.fieldErrors['day'],
          onInput: (day) => (this.day = day),
        })}
        ${textField({
          id: 'time',
          type: 'time',
          label: words.time,
          help: words.clock,
          value: this.time,
          onInput: (time) => (this.time = time),
        })}
        <button class="button">${words.schedule}</button>
      </form>`
    return nothing
  }
}

/** Why nothing can be published at a moment; undefined where it can. */
function momentFault(at: string | undefined): string | undefined {
  if (at === undefined) return words.noMoment
  return Date.parse(at) <= Date.now() ? words.past : undefined
}

define('desk-change-page', ChangePage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-change-page': ChangePage
  }
}
