import { html, nothing } from 'lit'
import type { Authority } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const told = words.authorities
const columns: readonly Column<Authority>[] = [
  { label: told.title, draw: ({ name }) => name },
  { label: 'Schlüssel', draw: ({ regionKey }) => told.key(regionKey) },
]

/**
 * The authorities that somebody administers.
 *
 * @tag desk-authorities-page
 * @summary Authorities.
 */
class AuthoritiesPage extends DeskPage {
  readonly #source: Source<Authority> = async ({ signal }) => {
    const { data } = await this.desk.api.get<{ readonly items: readonly Authority[] }>('/authorities', {
      signal,
    })
    return { items: data.items.filter(({ id }) => this.#administers(id)), next: null }
  }

  #administers(id: string): boolean {
    return this.desk.session.grants.some(
      ({ authority, scopes }) =>
        (authority === null || authority === id) && scopes.includes('settings:write'),
    )
  }

  /** Whichever authority they work for just now. */
  get #mayAdd(): boolean {
    return this.desk.session.grants.some(
      ({ authority, scopes }) => authority === null && scopes.includes('settings:write'),
    )
  }

  override render() {
    return html`
      <div class="stack">
        ${
          this.#mayAdd ? html`<p><a class="button" href="/desk/authorities/new">${told.add}</a></p>` : nothing
        }
        <desk-list
          label=${told.title}
          empty-text=${told.none}
          .source=${this.#source}
          .columns=${columns}
          .href=${({ id }: Authority) => `/desk/authorities/${encodeURIComponent(id)}`}
        ></desk-list>
      </div>
    `
  }
}

define('desk-authorities-page', AuthoritiesPage)
