import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { DraftItem, DraftState, HistoryItem } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { listStyles } from '../shell/list.styles.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { tabs } from '../shell/tabs.ts'
import { styles } from './changes-page.styles.ts'
import { toldMoment } from './german-time.ts'
import { undoChange } from './save.ts'
import { pageOf, subjectWords, whoIs } from './who.ts'
import { words } from './words.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

type Tab = 'open' | 'waiting' | 'planned' | 'done'
const tabOf: Readonly<Record<DraftState, Tab>> = {
  draft: 'open',
  rejected: 'open',
  conflict: 'open',
  submitted: 'waiting',
  approved: 'planned',
  scheduled: 'planned',
  published: 'done',
}

/**
 * Drafts, what waits for a second person, what is planned, and what was published, with the way back.
 *
 * @tag desk-changes-page
 * @summary Drafts and changes.
 */
class ChangesPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles, tabStyles, styles]

  @state() private tab: Tab | undefined
  @state() private error: unknown

  readonly #drafts = new ListPages<Page<DraftItem>>(this, async ({ cursor, signal }) => {
    const query = { limit: 100, cursor, state: 'unpublished' }
    return (await this.desk.api.get<Page<DraftItem>>('/drafts', { signal, query })).data
  })
  readonly #history = new ListPages<Page<HistoryItem>>(this, async ({ cursor, signal }) => {
    const query = { limit: 50, cursor }
    return (await this.desk.api.get<Page<HistoryItem>>('/history', { signal, query })).data
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    await Promise.all([this.#drafts.load(), this.#history.load()])
    if (this.#drafts.items) this.tab ??= this.#firstTab()
  }

  /** What needs this person first. */
  #firstTab(): Tab {
    if (this.desk.may('changes:approve') && this.#of('waiting').length > 0) return 'waiting'
    return this.#of('open').length > 0 ? 'open' : 'done'
  }

  #of(tab: Tab): readonly DraftItem[] {
    return (this.#drafts.items ?? []).filter(({ state }) => tabOf[state] === tab)
  }

  async #undo(id: string): Promise<void> {
    try {
      await undoChange(this.desk, id)
      this.error = undefined
      await this.#load()
    } catch (error) {
      this.error = error
    }
  }

  override render() {
    const { items, error } = this.#drafts
    if (!items) return error ? this.#drafts.end(words.more) : waiting()
    const tab = this.tab ?? 'open'
    return html`
      ${this.error ? failed(this.error) : nothing}
      ${tabs<Tab>({
        label: words.tabList,
        tabs: [
          { id: 'open', label: words.tabs.open(this.#of('open').length) },
          { id: 'waiting', label: words.tabs.waiting(this.#of('waiting').length) },
          { id: 'planned', label: words.tabs.planned(this.#of('planned').length) },
          { id: 'done', label: words.tabs.done },
        ],
        selected: tab,
        onSelect: (chosen) => (this.tab = chosen),
      })}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}" class="stack">
        ${tab === 'done' ? this.#historyPart() : this.#draftsPart(tab)}
      </div>
    `
  }

  #draftsPart(tab: Exclude<Tab, 'done'>) {
    const drafts = this.#of(tab)
    return html`
      ${drafts.length === 0 ? empty(words.none[tab]) : nothing}
      <ul class="list bare">
        ${drafts.map(
          (draft) => html`
            <li>
              <a href="/desk/changes/${draft.id}">${subjectWords(draft)}</a>
              <span class="tag">${words.states[draft.state]}</span>
              <p class="help">
                ${draft.authors.map((author) => whoIs(this.desk, author)).join(', ')},
                ${toldMoment(draft.updatedAt)}
                ${draft.state === 'scheduled' ? html`<br />${words.planned(toldMoment(draft.publishAt!))}` : nothing}
                ${draft.note ? html`<br />${words.note}: ${draft.note}` : nothing}
              </p>
            </li>
          `,
        )}
      </ul>
      ${this.#drafts.end(words.moreDrafts)}
    `
  }

  #historyPart() {
    const { items, error } = this.#history
    if (!items) return error ? this.#history.end(words.more) : waiting()
    if (items.length === 0) return empty(words.none.done)
    return html`
      <ul class="list bare">
        ${items.map((item) => this.#change(item))}
      </ul>
      ${this.#history.end(words.more)}
    `
  }

  #change(item: HistoryItem) {
    const name = subjectWords(item)
    const page = pageOf(item.subject)
    return html`
      <li>
        ${page ? html`<a href=${page}>${name}</a>` : name}
        ${item.undoes ? html`<span class="tag">${words.undoes}</span>` : nothing}
        <p class="help">${words.by(whoIs(this.desk, item.by), toldMoment(item.at))}</p>
        ${
          item.kept
            ? html`<button type="button" class="button quiet" @click=${() => void this.#undo(item.id)}>
                ${words.undo}<span class="visually-hidden">: ${name}</span>
              </button>`
            : html`<p class="help">${words.notKept}</p>`
        }
      </li>
    `
  }
}

define('desk-changes-page', ChangesPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-changes-page': ChangesPage
  }
}
