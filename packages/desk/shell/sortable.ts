import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from './desk.styles.ts'
import { moved } from './moved.ts'
import { styles } from './sortable.styles.ts'
import { words } from './words.ts'

export interface SortableItem {
  readonly key: string
  /** Its name, said with the buttons and when it has moved. */
  readonly label: string
  /** Drawn in the place of the label. */
  readonly content?: unknown
}

/** Somebody has put the items in another order. */
class OrderChangedEvent extends Event {
  readonly keys: readonly string[]

  constructor(keys: readonly string[]) {
    super('desk-order-changed', { bubbles: true })
    this.keys = keys
  }
}

/**
 * A list whose order is changed by dragging, by the buttons beside each item, or by Alt and an arrow key.
 *
 * @tag desk-sortable
 * @summary Reorderable list.
 * @event {OrderChangedEvent} desk-order-changed - The order is another; `event.keys`.
 */
class Sortable extends LitElement {
  static override styles = [deskStyles, styles]

  /** What is put in order: "Reihenfolge der Lebenslagen". */
  @property() label = ''
  @property({ attribute: false }) items: readonly SortableItem[] = []

  @state() private told = ''
  @state() private dragged: string | undefined

  async #move(from: number, to: number): Promise<void> {
    if (from === to || to < 0 || to >= this.items.length) return
    const item = this.items[from]!
    this.items = moved(this.items, from, to)
    this.told = words.sortable.moved(item.label, to + 1, this.items.length)
    this.dispatchEvent(new OrderChangedEvent(this.items.map(({ key }) => key)))
    await this.updateComplete
  }

  async #byButton(index: number, by: -1 | 1): Promise<void> {
    const { key } = this.items[index]!
    await this.#move(index, index + by)
    this.#focus(key, by)
  }

  /** The button that was pressed, in its new place; at an end of the list it can do no more, and the other has the focus. */
  #focus(key: string, by: -1 | 1): void {
    const buttons = this.#row(key)!.querySelectorAll<HTMLButtonElement>('button')
    const [up, down] = [buttons[0]!, buttons[1]!]
    const wanted = by < 0 ? up : down
    const other = by < 0 ? down : up
    ;(wanted.disabled ? other : wanted).focus()
  }

  #row(key: string): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll('li')].find(({ dataset }) => dataset['key'] === key)
  }

  #onKey(event: KeyboardEvent, index: number): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || !by) return
    event.preventDefault()
    void this.#byButton(index, by as -1 | 1)
  }

  #onDown(event: PointerEvent, key: string): void {
    if (event.button !== 0) return
    event.preventDefault()
    this.dragged = key
    // At the window: an item that changes its place would lose the capture.
    addEventListener('pointermove', this.#onDrag)
    addEventListener('pointerup', this.#onDrop)
    addEventListener('pointercancel', this.#onDrop)
  }

  readonly #onDrag = (event: PointerEvent): void => {
    const rows = [...this.renderRoot.querySelectorAll('li')]
    const from = this.items.findIndex(({ key }) => key === this.dragged)
    const to = rows.findIndex((row, index) => {
      const { top, bottom } = row.getBoundingClientRect()
      const middle = (top + bottom) / 2
      return index < from
        ? event.clientY < middle
        : index > from && event.clientY > middle && event.clientY < bottom
    })
    if (to >= 0) void this.#move(from, to)
  }

  readonly #onDrop = (): void => {
    this.dragged = undefined
    removeEventListener('pointermove', this.#onDrag)
    removeEventListener('pointerup', this.#onDrop)
    removeEventListener('pointercancel', this.#onDrop)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#onDrop()
  }

  override render() {
    return html`
      <p class="help" id="help">${words.sortable.help}</p>
      <ol aria-label=${this.label} aria-describedby="help">
        ${repeat(
          this.items,
          ({ key }) => key,
          (item, index) => this.#item(item, index),
        )}
      </ol>
      <p class="visually-hidden" role="status">${this.told}</p>
    `
  }

  #item(item: SortableItem, index: number) {
    return html`
      <li
        data-key=${item.key}
        class=${item.key === this.dragged ? 'dragged' : ''}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, index)}
      >
        <span
          class="handle"
          aria-hidden="true"
          @pointerdown=${(event: PointerEvent) => this.#onDown(event, item.key)}
          >⠿</span
        >
        <div class="content">${item.content ?? item.label}</div>
        ${this.#button(words.sortable.up, item, index, -1)}
        ${this.#button(words.sortable.down, item, index, 1)}
      </li>
    `
  }

  #button(text: string, { label }: SortableItem, index: number, by: -1 | 1) {
    const to = index + by
    return html`
      <button
        type="button"
        class="button quiet arrow"
        aria-label="${text}: ${label}"
        title=${text}
        ?disabled=${to < 0 || to >= this.items.length}
        @click=${() => this.#byButton(index, by)}
      >
        <span aria-hidden="true">${by < 0 ? '↑' : '↓'}</span>
      </button>
    `
  }
}

define('desk-sortable', Sortable)

declare global {
  interface HTMLElementTagNameMap {
    'desk-sortable': Sortable
  }
  interface HTMLElementEventMap {
    'desk-order-changed': OrderChangedEvent
  }
}
