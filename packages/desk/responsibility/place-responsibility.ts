import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type {
  Area,
  AreaHit,
  AreaPage,
  RecordedResponsibility,
  ResponsibilityRecords,
} from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { textField } from '../shell/fields.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { styles } from './responsibility.styles.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const pause = 200

const columns: readonly Column<unknown>[] = [
  { label: words.title, draw: (record) => (record as RecordedResponsibility).service.title },
  { label: words.unit, draw: (record) => (record as RecordedResponsibility).unit.name },
  {
    label: words.role,
    draw: (record) =>
      html`${words.roles[(record as RecordedResponsibility).role]}
        <span class="help">(${words.origins[(record as RecordedResponsibility).origin]})</span>`,
  },
]

/**
 * All services of one place, and who answers for each there.
 *
 * @tag desk-place-responsibility
 */
class PlaceResponsibility extends LitElement {
  static override styles = [deskStyles, styles]

  @property({ attribute: false }) desk!: Desk
  /** Region key of the place; empty = the whole area of the authority. */
  @property() area = ''

  @state() private q = ''
  @state() private found: readonly AreaHit[] | undefined
  @state() private name = ''
  @state() private source: Source<unknown> | undefined
  #asking: AbortController | undefined
  #waiting = 0

  get #shown(): string {
    return this.area || (this.desk.grant.regionKey ?? '')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#waiting)
    this.#asking?.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('area') || !this.#shown) return
    const area = this.#shown
    this.source = async ({ cursor, limit, signal }) => {
      const query = { area, limit, cursor }
      const { data } = await this.desk.api.get<ResponsibilityRecords>('/responsibility-records', {
        signal,
        query,
      })
      return data
    }
    void this.#call(area)
  }

  async #call(area: string): Promise<void> {
    try {
      this.name = (await this.desk.api.get<Area>(`/areas/${area}`)).data.name
    } catch {
      this.name = area
    }
  }

  #search(q: string) {
    this.q = q
    clearTimeout(this.#waiting)
    this.#waiting = window.setTimeout(() => void this.#ask(), pause)
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    const { signal } = (this.#asking = new AbortController())
    const q = this.q.trim()
    try {
      const query = { q, within: this.desk.grant.regionKey ?? undefined, limit: 8 }
      this.found = q ? (await this.desk.api.get<AreaPage>('/areas', { signal, query })).data.items : undefined
    } catch {
      // The next letter asks again.
      if (!signal.aborted) this.found = undefined
    }
  }

  override render() {
    const places = (this.found ?? []).filter(({ regionKey }) => regionKey)
    return html`
      <div class="stack">
        ${textField({
          id: 'q',
          type: 'search',
          label: words.searchPlace,
          help: words.searchPlaceHelp,
          value: this.q,
          isOptional: true,
          onInput: (q) => this.#search(q),
        })}
        <p role="status" class="help">${this.found && !places.length ? words.noPlace : nothing}</p>
        <ul class="bare">
          ${places.map(
            ({ label, detail, regionKey }) =>
              html`<li>
                <a href=${`/desk/responsibilities?by=place&area=${regionKey!}`}
                  >${words.choosePlace(label)}</a
                >
                <span class="help">${detail}</span>
              </li>`,
          )}
        </ul>
        ${
          this.source
            ? html`<h2>${words.inPlace(this.name)}</h2>
                <desk-list
                  label=${words.inPlace(this.name)}
                  empty-text=${words.nothingHere}
                  .source=${this.source}
                  .columns=${columns}
                  .keyOf=${(record: unknown) => JSON.stringify(record)}
                  .href=${(record: unknown) =>
                    `/desk/responsibilities?by=service&service=${encodeURIComponent((record as RecordedResponsibility).service.id)}`}
                ></desk-list>`
            : nothing
        }
      </div>
    `
  }
}

define('desk-place-responsibility', PlaceResponsibility)

declare global {
  interface HTMLElementTagNameMap {
    'desk-place-responsibility': PlaceResponsibility
  }
}
