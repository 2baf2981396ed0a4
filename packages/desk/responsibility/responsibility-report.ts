import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ResponsibilityFinding, ResponsibilityReport as Report } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { selectField } from '../shell/fields.ts'
import { empty, failed, waiting } from '../shell/states.ts'
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
  @state() private report: Report | undefined
  @state() private items: readonly ResponsibilityFinding[] = []
  @state() private error: unknown

  #asking = new AbortController()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking.abort()
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('area') || changed.has('desk')) void this.#load()
  }

  async #load(cursor?: string): Promise<void> {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    try {
      const { data } = await this.desk.api.get<Report>('/responsibility-report', {
        signal,
        query: { area: this.area, find: this.find, limit: pageSize, cursor },
      })
      this.report = data
      this.items = cursor ? [...this.items, ...data.items] : data.items
      this.error = undefined
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  override render() {
    const { report, find } = this
    if (this.error) return failed(this.error, () => void this.#load())
    if (!report) return waiting(6, 7, 5)
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
            void this.#load()
          },
        })}
        ${this.items.length ? nothing : empty(words.none[find])}
        <ul class="bare">
          ${this.items.map((one) => html`<li class="card">${this.#finding(one)}</li>`)}
        </ul>
        ${
          report.next
            ? html`<button
                type="button"
                class="button quiet"
                @click=${() => void this.#load(report.next ?? undefined)}
              >
                ${words.more}
              </button>`
            : nothing
        }
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
