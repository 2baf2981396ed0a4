import { html, nothing } from 'lit'
import type { ServicePage, ServiceSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { listStyles } from '../shell/list.styles.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const columns: readonly Column<unknown>[] = [
  {
    label: words.title,
    draw: (service) =>
      html`<span lang=${(service as ServiceSummary).lang}>${(service as ServiceSummary).title}</span>`,
  },
  {
    label: words.module('24'),
    draw: (service) =>
      html`<span class="help" lang=${(service as ServiceSummary).lang}
        >${shortened((service as ServiceSummary).teaser ?? '')}</span
      >`,
  },
  {
    label: words.onlineServices,
    draw: (service) =>
      (service as ServiceSummary).online ? html`<span class="tag">${words.online}</span>` : nothing,
  },
]

const shortened = (text: string) =>
  text.length > 110 ? `${text.slice(0, 100).replace(/\s+\S*$/, '')} …` : text

/**
 * All services that hold in the area of an authority, its own and those of the levels above.
 *
 * @tag desk-services-page
 */
export class ServicesPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  readonly #source: Source<unknown> = async ({ q, cursor, limit, signal }) => {
    const area = this.desk.grant.regionKey ?? undefined
    const { data } = await this.desk.api.get<ServicePage>('/services', {
      signal,
      query: { q, area, limit, cursor },
    })
    return data
  }

  override render() {
    return html`
      <div class="stack">
        ${
          this.desk.may('services:write')
            ? html`<div class="tools"><a class="button" href="/desk/services/new">${words.add}</a></div>`
            : nothing
        }
        <desk-list
          label=${words.listOf}
          search-label=${words.search}
          empty-text=${words.none}
          search=${this.query.get('q') ?? ''}
          .source=${this.#source}
          .columns=${columns}
          .href=${(service: unknown) => `/desk/services/${encodeURIComponent((service as ServiceSummary).id)}`}
        ></desk-list>
      </div>
    `
  }
}

define('desk-services-page', ServicesPage)
