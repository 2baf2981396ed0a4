import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { GeoCollectionSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { shownDay } from '../shell/dates.ts'
import { listStyles } from '../shell/list.styles.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const standing = ({ version, publishedAt, features, waiting }: GeoCollectionSummary) => html`
  ${
    version === null
      ? html`<span class="muted">${words.unpublished}</span>`
      : html`${publishedAt ? words.published(shownDay(publishedAt)) : nothing}, ${words.count(features ?? 0)}`
  }
  ${waiting > 0 ? html`<span class="tag">${words.waiting(waiting)}</span>` : nothing}
`

const columns: readonly Column<unknown>[] = [
  { label: words.name, draw: (one) => (one as GeoCollectionSummary).title },
  { label: words.state, draw: (one) => standing(one as GeoCollectionSummary) },
  { label: words.readers, draw: (one) => words.audiences[(one as GeoCollectionSummary).audience] },
]

/**
 * The collections of geodata that an authority keeps, and what readers see of each.
 *
 * @tag desk-collections-page
 */
export class CollectionsPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  @state() private source: Source<unknown> = async ({ cursor, limit, signal }) => {
    const query = { limit, cursor }
    const { data } = await this.desk.api.get<{ items: GeoCollectionSummary[]; next: string | null }>(
      '/geodata/collections',
      { query, signal },
    )
    return data
  }

  override render() {
    return html`
      <div class="stack">
        <p>${words.intro}</p>
        <p><a class="button" href="/desk/geodata/new">${words.add}</a></p>
        <desk-list
          label=${words.list}
          empty-text=${words.none}
          .source=${this.source}
          .columns=${columns}
          .href=${(one: unknown) => `/desk/geodata/${(one as GeoCollectionSummary).id}`}
        ></desk-list>
      </div>
    `
  }
}

define('desk-collections-page', CollectionsPage)
