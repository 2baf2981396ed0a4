import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { ServicePage, ServiceSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { textField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const pageSize = 50
/** One types on: a search for each letter would be thrown away. */
const pause = 200

/**
 * All services that hold in the area of an authority, its own and those of the levels above.
 *
 * @tag desk-services-page
 */
export class ServicesPage extends DeskPage {
  static override styles = [deskStyles, listStyles]

  @state() private q = ''
  @state() private items: readonly ServiceSummary[] | undefined
  @state() private next: string | null = null
  @state() private error: unknown

  #asking: AbortController | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.q = this.query.get('q') ?? ''
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking?.abort()
    clearTimeout(this.#waiting)
  }

  async #load(cursor?: string): Promise<void> {
    this.#asking?.abort()
    const { signal } = (this.#asking = new AbortController())
    try {
      const { data } = await this.desk.api.get<ServicePage>('/services', {
        signal,
        query: { q: this.q.trim(), area: this.desk.grant.regionKey ?? undefined, limit: pageSize, cursor },
      })
      this.items = cursor ? [...(this.items ?? []), ...data.items] : data.items
      this.next = data.next
      this.error = undefined
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  #search(q: string) {
    this.q = q
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#load(), pause)
  }

  override render() {
    const { items } = this
    return html`
      <div class="stack">
        <form class="tools" role="search" @submit=${(event: Event) => event.preventDefault()}>
          ${textField({
            id: 'q',
            type: 'search',
            label: words.search,
            help: words.searchHelp,
            value: this.q,
            isOptional: true,
            onInput: (q) => this.#search(q),
          })}
          ${
            this.desk.may('services:write')
              ? html`<a class="button" href="/desk/services/new">${words.add}</a>`
              : nothing
          }
        </form>
        <p role="status" class="help">${items ? words.shown(items.length, this.next !== null) : ''}</p>
        ${this.error ? failed(this.error, () => void this.#load()) : nothing} ${this.#listPart()}
      </div>
    `
  }

  #listPart() {
    const { items } = this
    if (!items) return this.error ? nothing : waiting()
    if (!items.length) return empty(this.q.trim() ? words.noneFound(this.q.trim()) : words.none)
    return html`
      <ul class="list">
        ${items.map(
          (service) =>
            html`<li>
              <a href="/desk/services/${encodeURIComponent(service.id)}" lang=${service.lang}
                >${service.title}</a
              >
              ${service.online ? html`<span class="tag">${words.online}</span>` : nothing}
              <p class="help" lang=${service.lang}>${service.teaser ?? ''}</p>
            </li>`,
        )}
      </ul>
      ${
        this.next
          ? html`<button type="button" class="button quiet" @click=${() => void this.#load(this.next!)}>
              ${words.more}
            </button>`
          : nothing
      }
    `
  }
}

define('desk-services-page', ServicesPage)
