import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isAbort } from '@amtsweg/client'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from './desk.styles.ts'
import { styles } from './long-list.styles.ts'
import { Heights } from './row-heights.ts'
import { empty, failed, waiting } from './states.ts'
import { words } from './words.ts'

/** Where rows come from, page by page. */
export type Source<Item> = (asked: {
  readonly q: string
  readonly cursor: string | undefined
  readonly limit: number
  readonly signal: AbortSignal
}) => Promise<{ readonly items: readonly Item[]; readonly next: string | null; readonly total?: number }>

export interface Column<Item> {
  readonly label: string
  /** Any template; the first column’s stands inside the link of the row. */
  readonly draw: (item: Item) => unknown
}

const limit = 100
/** Rows drawn beyond what can be seen, above and below. */
const reserve = 6
/** Quiet before the server is asked, in milliseconds. */
const quiet = 200

/**
 * A list of any length with search on the server. Only the rows that can be seen are in the page; who listens is told how many there
 * are. Arrow keys, Home, End, Page Up and Down go from row to row, Enter opens one.
 *
 * @tag desk-list
 * @summary Long list with search.
 */
class List<Item = unknown> extends LitElement {
  static override styles = [deskStyles, styles]

  /** What the list holds: "Leistungen". */
  @property() label = ''

  /** Label of the search; left out, one cannot search. */
  @property({ attribute: 'search-label' }) searchLabel = ''

  /** A line of help between label and field. */
  @property({ attribute: 'search-help' }) searchHelp = ''

  /** What is said where nothing is found. */
  @property({ attribute: 'empty-text' }) emptyText = words.list.none

  /** What is searched for; it is kept in the address as `q`. */
  @property() search = ''

  /** Asks for rows; another function asks anew. */
  @property({ attribute: false }) source: Source<Item> | undefined
  @property({ attribute: false }) columns: readonly Column<Item>[] = []

  /** Address of a row's page. */
  @property({ attribute: false }) href: (item: Item) => string = () => '#'
  @property({ attribute: false }) keyOf: (item: Item) => string = (item) => this.href(item)

  @state() private items: readonly Item[] = []
  @state() private next: string | null = null
  @state() private total: number | undefined
  @state() private isWaiting = true
  @state() private failure: unknown
  @state() private from = 0
  @state() private to = 0
  @state() private active = 0

  #abort: AbortController | undefined
  #timer = 0
  #frame = 0
  #wantsFocus = false
  readonly #heights = new Heights(64)
  readonly #sizes = new ResizeObserver((entries) => this.#measure(entries))

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('scroll', this.#onMove, { passive: true })
    addEventListener('resize', this.#onMove)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('scroll', this.#onMove)
    removeEventListener('resize', this.#onMove)
    this.#sizes.disconnect()
    this.#abort?.abort()
    clearTimeout(this.#timer)
  }

  /** Asks the source again from the start; `search` stays. */
  reload(): void {
    void this.#load(undefined)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source') && this.source) this.reload()
  }

  async #load(cursor: string | undefined): Promise<void> {
    this.#abort?.abort()
    const abort = new AbortController()
    this.#abort = abort
    this.isWaiting = true
    this.failure = undefined
    try {
      const page = await this.source!({ q: this.search.trim(), cursor, limit, signal: abort.signal })
      this.items = cursor ? [...this.items, ...page.items] : page.items
      this.next = page.next
      this.total = page.total
      if (!cursor) this.#restart()
      this.#heights.resize(this.items.length)
      this.isWaiting = false
      this.#look()
    } catch (error) {
      if (isAbort(error) || abort.signal.aborted) return
      this.failure = error
      this.isWaiting = false
    }
  }

  #restart(): void {
    this.active = 0
    this.#heights.clear()
  }

  readonly #onMove = (): void => {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#look())
  }

  /** Which rows can be seen now, and whether more are needed. */
  #look(): void {
    const grid = this.renderRoot.querySelector('[role=grid]')
    const top = grid ? -grid.getBoundingClientRect().top : 0
    this.from = Math.max(0, this.#heights.at(top) - reserve)
    this.to = Math.min(this.items.length, this.#heights.at(top + innerHeight) + 1 + reserve)
    const isNearEnd = this.to > this.items.length - limit / 2
    if (isNearEnd && this.next && !this.isWaiting && !this.failure) void this.#load(this.next)
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const index = Number((target as HTMLElement).dataset['index'])
      this.#heights.set(index, borderBoxSize[0]!.blockSize)
    }
    this.#space()
  }

  /** Room for the rows that are not in the page: a policy forbids styles in attributes. */
  #space(): void {
    const [above, below] = this.renderRoot.querySelectorAll<HTMLElement>('.space')
    if (!above || !below) return
    above.style.blockSize = `${this.#heights.before(this.from)}px`
    below.style.blockSize = `${this.#heights.total - this.#heights.before(this.to)}px`
  }

  protected override updated(): void {
    this.#space()
    this.#sizes.disconnect()
    for (const row of this.renderRoot.querySelectorAll('[data-index]')) this.#sizes.observe(row)
    if (!this.#wantsFocus) return
    this.#wantsFocus = false
    this.#link(this.active)?.focus({ preventScroll: true })
    this.#link(this.active)?.closest('[role=row]')?.scrollIntoView({ block: 'nearest' })
  }

  #link(index: number): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-index="${index}"] a`)
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.items.length - 1
    const page = Math.max(1, this.to - this.from - 2 * reserve - 1)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      Home: 0,
      End: last,
      PageDown: this.active + page,
      PageUp: this.active - page,
    }
    const wanted = steps[event.key]
    if (wanted === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    this.#goTo(Math.min(last, Math.max(0, wanted)))
  }

  #goTo(index: number): void {
    this.active = index
    if (index < this.from || index >= this.to) {
      // Draws the rows around it; where it will be is known before it is there.
      const top = this.renderRoot.querySelector('[role=grid]')!.getBoundingClientRect().top + scrollY
      scrollTo(0, top + this.#heights.before(index) - innerHeight / 2)
      this.#look()
    }
    this.#wantsFocus = true
    this.requestUpdate()
  }

  #onSearch(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      const address = new URL(location.href)
      if (this.search) address.searchParams.set('q', this.search)
      else address.searchParams.delete('q')
      history.replaceState(history.state, '', address)
      this.reload()
    }, quiet)
  }

  override render() {
    return html`
      ${this.searchLabel ? this.#searchField() : nothing}
      <p class="muted small" role="status">${this.#count()}</p>
      ${this.#body()}
    `
  }

  #searchField() {
    return html`
      <div class="field" role="search">
        <label for="search">${this.searchLabel}</label>
        ${this.searchHelp ? html`<p class="help" id="help">${this.searchHelp}</p>` : nothing}
        <input
          id="search"
          type="search"
          autocomplete="off"
          aria-describedby=${this.searchHelp ? 'help' : nothing}
          .value=${this.search}
          @input=${this.#onSearch}
        />
      </div>
    `
  }

  #count() {
    if (this.isWaiting && !this.items.length) return words.loading
    if (this.failure || !this.items.length) return nothing
    return words.list.count(this.total ?? this.items.length, this.next !== null && this.total === undefined)
  }

  #body() {
    if (!this.items.length && this.failure) return failed(this.failure, () => this.reload())
    if (!this.items.length && this.isWaiting) return waiting(7, 5, 7, 5, 7, 5)
    if (!this.items.length) return empty(this.emptyText, html`<slot name="empty"></slot>`)
    return html`
      <div
        role="grid"
        aria-label=${this.label}
        aria-rowcount=${this.total ?? (this.next ? -1 : this.items.length)}
        aria-busy=${this.isWaiting}
        @keydown=${this.#onKey}
      >
        <div class="space" role="presentation"></div>
        ${repeat(
          this.items.slice(this.from, this.to),
          (item) => this.keyOf(item),
          (item, index) => this.#row(item, this.from + index),
        )}
        <div class="space" role="presentation"></div>
      </div>
      ${this.failure ? failed(this.failure, () => void this.#load(this.next ?? undefined)) : nothing}
    `
  }

  #row(item: Item, index: number) {
    const [first, ...others] = this.columns
    return html`
      <div role="row" class="line" data-index=${index} aria-rowindex=${index + 1}>
        <div role="gridcell">
          <a
            href=${this.href(item)}
            tabindex=${index === this.active ? 0 : -1}
            @focus=${() => (this.active = index)}
            >${first?.draw(item)}</a
          >
        </div>
        ${others.map(
          ({ label, draw }) =>
            html`<div role="gridcell"><span class="visually-hidden">${label}: </span>${draw(item)}</div>`,
        )}
      </div>
    `
  }
}

define('desk-list', List)

declare global {
  interface HTMLElementTagNameMap {
    'desk-list': List
  }
}
