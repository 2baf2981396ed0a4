import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { LinkReport, LinkReportPage, LinkSuggestion } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { checkField } from '../shell/fields.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium' })
const pageSize = 30

/**
 * Addresses that do not work, where they stand, and what could stand there.
 *
 * @tag desk-links-page
 */
export class LinksPage extends DeskPage {
  @state() private isIgnored = false
  /** Those that went from the list since it was read. */
  @state() private gone = 0
  /** Of an order that failed. */
  @state() private error: unknown

  readonly #pages = new ListPages<LinkReportPage>(this, async ({ cursor, signal }) => {
    const query = { limit: pageSize, cursor, ignored: this.isIgnored ? '1' : undefined }
    const { data } = await this.desk.api.get<LinkReportPage>('/link-reports', { signal, query })
    this.gone = 0
    return data
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#pages.load()
  }

  async #act({ id }: LinkReport, action: 'recheck' | 'ignore' | 'heed'): Promise<void> {
    const { links } = words
    try {
      await this.desk.api.post(`/link-reports/${id}/${action}`)
      this.error = undefined
    } catch (error) {
      this.error = error
      return
    }
    const told = { recheck: links.rechecked, ignore: links.hidden, heed: links.heeded }
    this.desk.notify(told[action])
    if (action === 'recheck') return
    this.#pages.keep((one) => one.id !== id)
    this.gone += 1
  }

  async #copy({ url }: LinkSuggestion): Promise<void> {
    await navigator.clipboard.writeText(url)
    this.desk.notify(words.links.copied)
  }

  override render() {
    const { items, error, answer } = this.#pages
    const { links } = words
    return html`
      <div class="stack">
        <p>${links.intro}</p>
        ${checkField({
          id: 'ignored',
          label: links.ignored,
          isChecked: this.isIgnored,
          onChange: (isChecked) => {
            this.isIgnored = isChecked
            void this.#pages.load()
          },
        })}
        <p role="status" class="help">${answer ? links.total(answer.total - this.gone) : ''}</p>
        ${this.error ? failed(this.error) : nothing} ${items || error ? nothing : waiting(7, 5, 7)}
        ${items?.length === 0 ? empty(this.isIgnored ? links.noneIgnored : links.none) : nothing}
        <ul class="bare">
          ${items?.map((link) => html`<li class="card">${this.#link(link)}</li>`)}
        </ul>
        ${this.#pages.end(words.more)}
      </div>
    `
  }

  #link(link: LinkReport) {
    const { links } = words
    const { owner, ownerId, ownerName, url } = link
    return html`
      <h2 class="address">${url}</h2>
      <p>
        <span class="tag">${words.verdicts[link.verdict]}</span>
        ${link.since ? links.since(day.format(new Date(link.since))) : nothing}
        ${link.marked ? links.marked : nothing}<br />
        <span class="muted">${links.where(link)}</span>
      </p>
      ${link.suggestions.map(
        (one) =>
          html`<p class="row">
            <span>${words.suggestions[one.kind]}</span>
            <a href=${one.url} rel="noreferrer" target="_blank">${one.url}</a>
            <button type="button" class="button quiet" @click=${() => this.#copy(one)}>
              ${links.copy}<span class="visually-hidden">: ${one.url}</span>
            </button>
          </p>`,
      )}
      <p class="row">
        <a
          class="button"
          href="/desk/${owner === 'service' ? 'services' : 'units'}/${encodeURIComponent(ownerId)}"
        >
          ${links.open(ownerName)}
        </a>
        <button type="button" class="button quiet" @click=${() => this.#act(link, 'recheck')}>
          ${links.recheck}<span class="visually-hidden">: ${url}</span>
        </button>
        <button
          type="button"
          class="button quiet"
          @click=${() => this.#act(link, link.ignored ? 'heed' : 'ignore')}
        >
          ${link.ignored ? links.heed : links.ignore}<span class="visually-hidden">: ${url}</span>
        </button>
      </p>
    `
  }
}

define('desk-links-page', LinksPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-links-page': LinksPage
  }
}
