import { html, nothing } from 'lit'
import type { SearchInsight, SearchInsightPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const pageSize = 30

/**
 * Words that lead readers nowhere, and what they could lead to.
 *
 * @tag desk-searches-page
 */
export class SearchesPage extends DeskPage {
  readonly #pages = new ListPages<SearchInsightPage>(this, async ({ cursor, signal }) => {
    const query = { limit: pageSize, cursor }
    return (await this.desk.api.get<SearchInsightPage>('/search-insights', { signal, query })).data
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#pages.load()
  }

  override render() {
    const { items, error, answer } = this.#pages
    const { searches } = words
    return html`
      <div class="stack">
        <p>${searches.intro}</p>
        <p role="status" class="help">${answer ? searches.total(answer.total) : ''}</p>
        ${items || error ? nothing : waiting(7, 5, 7)} ${items?.length === 0 ? empty(searches.none) : nothing}
        <ul class="bare">
          ${items?.map((one) => html`<li class="card">${this.#insight(one)}</li>`)}
        </ul>
        ${this.#pages.end(words.more)}
      </div>
    `
  }

  #insight({ term, none, unopened, services }: SearchInsight) {
    const { searches } = words
    const mayAdd = this.desk.may('keywords:write')
    return html`
      <h2>${term}</h2>
      <p class="muted">${searches.counts(none, unopened)}</p>
      ${
        services.length
          ? html`<p>${searches.leadTo}</p>
              <ul class="bare">
                ${services.map(({ id, title }) => {
                  const target = `/desk/services/${encodeURIComponent(id)}`
                  const query = new URLSearchParams({ keyword: term, service: id })
                  return html`<li class="row">
                    <a href=${target}>${title}</a>
                    ${
                      mayAdd
                        ? html`<a class="button quiet" href="/desk/keywords?${query}"
                            >${searches.add(term, title)}</a
                          >`
                        : nothing
                    }
                  </li>`
                })}
              </ul>`
          : html`<p>${searches.noCandidate}</p>`
      }
    `
  }
}

define('desk-searches-page', SearchesPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-searches-page': SearchesPage
  }
}
