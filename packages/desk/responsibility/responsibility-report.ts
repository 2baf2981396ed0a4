import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ResponsibilityFinding, ResponsibilityReport as Report } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { selectField } from '../shell/fields.ts'
import { ListPages } from '../shell/list-pages.ts'
import { empty, waiting } from '../shell/states.ts'
import { words } from './report-words.ts'

const pageSize = 30
type Find = keyof typeof words.find

/**
 * Services nobody answers for, and those several answer for, in the area of the authority or a part of it.
 *
 * @tag desk-responsibility-report
 */
export class ResponsibilityReport extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk
  /** Key of the area; left out, all of the authority's. */
  @property() area: string | undefined

  @state() private find: Find = 'services'

  readonly #pages = new ListPages<Report>(this, async ({ cursor, signal }) => {
    const query = { area: this.area, find: this.find, limit: pageSize, cursor }
    return (await this.desk.api.get<Report>('/responsibility-report', { signal, query })).data
  })

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('area') || changed.has('desk')) void this.#pages.load()
  }

  override render() {
    const { find } = this
    const { answer: report, items = [], error } = this.#pages
    if (!report) return error ? this.#pages.end(words.more) : waiting(6, 7, 5)
    const options = (Object.keys(words.find) as Find[]).map((value) => ({
      value,
      label: words.find[value](report.counts[value]),
    }))
    return html`
      <div class="stack">
        ${selectField({
          ...{ id: 'find', label: words.choose, value: find, options },
          onChange: (value) => {
            this.find = value as Find
            void this.#pages.load()
          },
        })}
        ${items.length ? nothing : empty(words.none[find])}
        <ul class="bare">
          ${items.map((one) => html`<li class="card">${this.#finding(one)}</li>`)}
        </ul>
        ${this.#pages.end(words.more)}
      </div>
    `
  }

  #finding(one: ResponsibilityFinding) {
    switch (one.kind) {
      case 'service':
        return html`
          <p>
            <a href=${this.#serviceAddress(one.service.id)}>${one.service.title}</a>
            ${one.tier ? html`<span class="tag">${words.tier(one.tier)}</span>` : nothing}
          </p>
          ${
            one.missing === one.of
              ? html`<p>${words.everywhere}</p>`
              : html`<p>
                  ${words.somewhere(one.missing, one.of)}
                  ${words.examples(
                    one.examples.map(({ name }) => name),
                    one.missing,
                  )}
                </p>`
          }
        `
      case 'place':
        return html`<p>
          <a href=${this.#placeAddress(one.area.regionKey)}>${one.area.name}</a
          ><br />${words.atPlace(one.missing, one.of)}
        </p>`
      case 'overlap':
        return html`
          <p><a href=${this.#serviceAddress(one.service.id)}>${one.service.title}</a></p>
          <p>${words.overlap(one.area.name, one.role)}</p>
          <ul>
            ${one.units.map(
              ({ id, name }) => html`<li><a href="/desk/units/${encodeURIComponent(id)}">${name}</a></li>`,
            )}
          </ul>
          <p class="help">${words.overlapHelp}</p>
        `
    }
  }

  #placeAddress(area: string): string {
    return `/desk/responsibilities?${new URLSearchParams({ by: 'place', area })}`
  }

  #serviceAddress(id: string): string {
    return `/desk/responsibilities?${new URLSearchParams({ by: 'service', service: id })}`
  }
}

define('desk-responsibility-report', ResponsibilityReport)

declare global {
  interface HTMLElementTagNameMap {
    'desk-responsibility-report': ResponsibilityReport
  }
}
