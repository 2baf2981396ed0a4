import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { ServiceRecordPage, ServiceRecordQuery, ServiceRecordSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { selectField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { serviceChips } from './service-chips.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

type Shown = NonNullable<ServiceRecordQuery['show']>

const columnsOf = (regionKey: string | null): readonly Column<unknown>[] => [
  {
    label: words.title,
    draw: (service) =>
      html`<span lang=${(service as ServiceRecordSummary).lang}
        >${(service as ServiceRecordSummary).title}</span
      >`,
  },
  {
    label: words.module('24'),
    draw: (service) =>
      html`<span class="help" lang=${(service as ServiceRecordSummary).lang}
        >${shortened((service as ServiceRecordSummary).teaser ?? '')}</span
      >`,
  },
  { label: words.about, draw: (service) => serviceChips(service as ServiceRecordSummary, regionKey) },
]

const shortened = (text: string) =>
  text.length > 110 ? `${text.slice(0, 100).replace(/\s+\S*$/, '')} …` : text

const isShown = (text: string | null): text is Shown =>
  text === 'own' || text === 'supplemented' || text === 'withdrawn'

/**
 * All services that hold in the area of an authority, its own and those of the levels above, and what it says to them.
 *
 * @tag desk-services-page
 */
export class ServicesPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  #columns: readonly Column<unknown>[] = []
  @state() private show: Shown | undefined
  @state() private source: Source<unknown> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#columns = columnsOf(this.desk.grant.regionKey)
    const asked = this.query.get('show')
    this.#narrow(isShown(asked) ? asked : undefined)
  }

  #narrow(show: Shown | undefined): void {
    this.show = show
    this.source = async ({ q, cursor, limit, signal }) => {
      const query = { q, show, limit, cursor }
      const { data } = await this.desk.api.get<ServiceRecordPage>('/services/records', { signal, query })
      return data
    }
  }

  #choose(chosen: string): void {
    const show = isShown(chosen) ? chosen : undefined
    const address = new URL(location.href)
    if (show) address.searchParams.set('show', show)
    else address.searchParams.delete('show')
    history.replaceState(history.state, '', address)
    this.#narrow(show)
  }

  override render() {
    return html`
      <div class="stack">
        <div class="tools">
          ${selectField({
            id: 'show',
            label: words.show,
            value: this.show ?? '',
            options: Object.entries(words.shows).map(([value, label]) => ({ value, label })),
            onChange: (chosen) => this.#choose(chosen),
          })}
          ${
            this.desk.may('services:write')
              ? html`<a class="button" href="/desk/services/new">${words.add}</a>`
              : nothing
          }
        </div>
        <desk-list
          label=${words.listOf}
          search-label=${this.show ? words.searchTitles : words.search}
          empty-text=${this.show ? words.noneShown[this.show] : words.none}
          search=${this.query.get('q') ?? ''}
          .source=${this.source}
          .columns=${this.#columns}
          .href=${(service: unknown) => `/desk/services/${encodeURIComponent((service as ServiceRecordSummary).id)}`}
        ></desk-list>
      </div>
    `
  }
}

define('desk-services-page', ServicesPage)
