import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Address, UnitPage, UnitSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { selectField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const columns: readonly Column<unknown>[] = [
  {
    label: words.name,
    draw: (unit) => html`<span lang=${(unit as UnitSummary).lang}>${(unit as UnitSummary).name}</span>`,
  },
  {
    label: words.addresses,
    draw: (unit) => {
      const { address, parent } = unit as UnitSummary
      return [address && addressLine(address), parent?.name].filter(Boolean).join(' · ')
    },
  },
  {
    label: words.source,
    draw: (unit) =>
      (unit as UnitSummary).authority ? nothing : html`<span class="tag">${words.imported}</span>`,
  },
]

/**
 * The offices of an authority, or all in its area.
 *
 * @tag desk-units-page
 */
export class UnitsPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  @state() private isAll = false

  readonly #source =
    (isAll: boolean): Source<unknown> =>
    async ({ q, cursor, limit, signal }) => {
      const { authority, regionKey } = this.desk.grant
      const where = isAll || authority === null ? { area: regionKey ?? undefined } : { authority }
      const { data } = await this.desk.api.get<UnitPage>('/units', {
        signal,
        query: { q, ...where, limit, cursor },
      })
      return data
    }
  // The same function as long as the same is asked: another one asks anew.
  #own: Source<unknown> = this.#source(false)
  #every: Source<unknown> = this.#source(true)

  override render() {
    return html`
      <div class="stack">
        <div class="tools">
          ${selectField({
            id: 'whose',
            label: words.whose,
            value: this.isAll ? 'all' : 'own',
            options: [
              { value: 'own', label: words.own },
              { value: 'all', label: words.all },
            ],
            onChange: (value) => (this.isAll = value === 'all'),
          })}
          ${
            this.desk.may('units:write')
              ? html`<a class="button" href="/desk/units/new">${words.add}</a>`
              : nothing
          }
        </div>
        <desk-list
          label=${words.list}
          search-label=${words.search}
          empty-text=${words.none}
          search=${this.query.get('q') ?? ''}
          .source=${this.isAll ? this.#every : this.#own}
          .columns=${columns}
          .href=${(unit: unknown) => `/desk/units/${encodeURIComponent((unit as UnitSummary).id)}`}
        ></desk-list>
      </div>
    `
  }
}

const addressLine = ({ street, houseNumber, postcode, city }: Address) =>
  [
    [street, houseNumber],
    [postcode, city],
  ]
    .map((parts) => parts.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ')

define('desk-units-page', UnitsPage)
