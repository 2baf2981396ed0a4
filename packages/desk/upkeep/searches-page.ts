import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { SearchInsight, SearchInsightPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const pageSize = 30

/**
 * Words that lead readers nowhere, and what they could lead to.
 *
 * @tag desk-searches-page
 */
export class SearchesPage extends DeskPage {
  @state() private items: readonly SearchInsight[] | undefined
  @state() private next: string | null = null
  @state() private total = 0
  @state() private error: unknown

  readonly #leaving = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaving.abort()
  }

  async #load(cursor?: string): Promise<void> {
    const { signal } = this.#leaving
    try {
      const { data } = await this.desk.api.get<SearchInsightPage>('/search-insights', {
        signal,
        query: { limit: pageSize, cursor },
      })
      this.items = cursor ? [...(this.items ?? []), ...data.items] : data.items
      this.next = data.next
      this.total = data.total
      this.error = undefined
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  override render() {
    const { items, next, total } = this
    const { searches } = words
    return html`
      <div class="stack">
        <p>${searches.intro}</p>
        <p role="status" class="help">${items ? searches.total(total) : ''}</p>
        ${this.error ? failed(this.error, () => void this.#load()) : nothing}
        ${items || this.error ? nothing : waiting(7, 5, 7)}
        ${items?.length === 0 ? empty(searches.none) : nothing}
        <ul class="bare">
          ${items?.map((one) => html`<li class="card">${this.#insight(one)}</li>`)}
        </ul>
        ${
          next
            ? html`<button type="button" class="button quiet" @click=${() => void this.#load(next)}>
                ${words.more}
              </button>`
            : nothing
        }
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
