import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Address, UnitPage, UnitSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { selectField, textField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const pageSize = 50
/** One types on: a search for each letter would be thrown away. */
const pause = 200

/**
 * The offices of an authority, or all in its area.
 *
 * @tag desk-units-page
 */
export class UnitsPage extends DeskPage {
  static override styles = [deskStyles, listStyles]

  @state() private q = ''
  @state() private isAll = false
  @state() private items: readonly UnitSummary[] | undefined
  @state() private next: string | null = null
  @state() private error: unknown

  #asking: AbortController | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.q = this.query.get('q') ?? ''
    this.isAll = this.query.get('all') === '1'
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking?.abort()
    clearTimeout(this.#waiting)
  }

  async #load(cursor?: string): Promise<void> {
    this.#asking?.abort()
    const { signal } = (this.#asking = new AbortController())
    const { authority, regionKey } = this.desk.grant
    try {
      const { data } = await this.desk.api.get<UnitPage>('/units', {
        signal,
        query: {
          q: this.q.trim(),
          ...(this.isAll || authority === null ? { area: regionKey ?? undefined } : { authority }),
          limit: pageSize,
          cursor,
        },
      })
      this.items = cursor ? [...(this.items ?? []), ...data.items] : data.items
      this.next = data.next
      this.error = undefined
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  #search(q: string) {
    this.q = q
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#load(), pause)
  }

  override render() {
    const { items } = this
    return html`
      <div class="stack">
        <form class="tools" role="search" @submit=${(event: Event) => event.preventDefault()}>
          ${textField({
            id: 'q',
            type: 'search',
            label: words.search,
            help: words.searchHelp,
            value: this.q,
            isOptional: true,
            onInput: (q) => this.#search(q),
          })}
          ${selectField({
            id: 'whose',
            label: words.whose,
            value: this.isAll ? 'all' : 'own',
            options: [
              { value: 'own', label: words.own },
              { value: 'all', label: words.all },
            ],
            onChange: (value) => {
              this.isAll = value === 'all'
              void this.#load()
            },
          })}
          ${
            this.desk.may('units:write')
              ? html`<a class="button" href="/desk/units/new">${words.add}</a>`
              : nothing
          }
        </form>
        <p role="status" class="help">${items ? words.shown(items.length, this.next !== null) : ''}</p>
        ${this.error ? failed(this.error, () => void this.#load()) : nothing} ${this.#listPart()}
      </div>
    `
  }

  #listPart() {
    const { items } = this
    if (!items) return this.error ? nothing : waiting()
    if (!items.length) return empty(this.q.trim() ? words.noneFound(this.q.trim()) : words.none)
    return html`
      <ul class="list">
        ${items.map(
          (unit) =>
            html`<li>
              <a href="/desk/units/${encodeURIComponent(unit.id)}" lang=${unit.lang}>${unit.name}</a>
              <p class="help">
                ${[addressLine(unit.address), unit.parent?.name].filter(Boolean).join(' · ')}
                ${unit.authority ? nothing : html`<span class="tag">${words.imported}</span>`}
              </p>
            </li>`,
        )}
      </ul>
      ${
        this.next
          ? html`<button type="button" class="button quiet" @click=${() => void this.#load(this.next!)}>
              ${words.more}
            </button>`
          : nothing
      }
    `
  }
}

const addressLine = (address: Address | undefined) =>
  address &&
  [
    [address.street, address.houseNumber].filter(Boolean).join(' '),
    [address.postcode, address.city].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')

define('desk-units-page', UnitsPage)
