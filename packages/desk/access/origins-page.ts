import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { OriginCount, SiteUse } from '@amtsweg/contract'
import type { AuthorityBody, KeptAuthority } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import { errorSummary, type FieldErrors, focusErrors, hasErrors, textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { problemText } from '../shell/problem-words.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const told = words.origins
type Origin = AuthorityBody['origins'][number]

/**
 * Websites that show our services: registered ones, and how often each asked.
 *
 * @tag desk-origins-page
 * @summary Websites.
 */
class OriginsPage extends DeskPage {
  @state() private address = ''
  @state() private errors: FieldErrors = {}

  readonly #settings = new Task(this, {
    args: () => [this.desk] as const,
    task: async () => (this.desk.may('settings:write') ? this.#ask() : undefined),
  })

  readonly #counts = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([{ api }], { signal }) =>
      (
        await api.get<{ readonly items: readonly OriginCount[] }>('/origins', {
          query: { limit: 100 },
          signal,
        })
      ).data.items,
  })

  override get isUnsaved(): boolean {
    return this.address !== ''
  }

  get #path(): string {
    return `/authorities/${encodeURIComponent(this.desk.grant.authority!)}/settings`
  }

  #ask() {
    return this.desk.api.get<KeptAuthority>(this.#path)
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const origin = originOf(this.address)
    const known = this.#settings.value?.data.origins ?? []
    const isKnown = known.some((other) => other.origin === origin)
    this.errors = { address: origin ? undefined : told.addressWrong }
    if (isKnown) this.errors = { address: told.addressTaken }
    if (hasErrors(this.errors)) return focusErrors(this)
    const isSaved = await this.#save((origins) => [...origins, { origin: origin! }], told.added(origin!))
    if (isSaved) this.address = ''
  }

  #remove({ origin }: Origin): Promise<boolean> {
    const others = (origins: readonly Origin[]) => origins.filter((other) => other.origin !== origin)
    return this.#save(others, told.removed(origin))
  }

  /** Changes the list as it is now, so that nothing else of the settings is touched. */
  async #save(change: (origins: readonly Origin[]) => readonly Origin[], text: string): Promise<boolean> {
    try {
      const { data, etag } = await this.#ask()
      const { id: _, regionKey: _key, ...settings } = data
      await this.desk.api.put(this.#path, { ...settings, origins: change(settings.origins) }, { etag })
      this.desk.notify(text)
      return true
    } catch (error) {
      this.errors = { '': problemText(error) }
      await focusErrors(this)
      return false
    } finally {
      await this.#settings.run()
    }
  }

  override render() {
    if (this.desk.grant.authority === null) return html`<p>${problemText(needsAuthority)}</p>`
    return html`
      <div class="parts">
        <section>
          <p>${told.help}</p>
          <p><a href="/configure/?area=${this.desk.grant.regionKey ?? ''}">${told.configurator}</a></p>
          ${this.#settings.render({
            pending: () => (this.#settings.value ? this.#list(this.#settings.value.data) : waiting(7, 5)),
            error: (error) => failed(error, () => void this.#settings.run()),
            complete: (answer) => (answer ? this.#list(answer.data) : nothing),
          })}
        </section>
        <section aria-labelledby="counts">
          <h2 id="counts">${told.counts}</h2>
          ${this.#counts.render({
            pending: () => waiting(7, 7, 5),
            error: (error) => failed(error, () => void this.#counts.run()),
            complete: (counts) => (counts.length ? table(counts) : empty(told.noCounts)),
          })}
        </section>
      </div>
    `
  }

  #list({ origins }: KeptAuthority) {
    return html`
      ${origins.length ? nothing : empty(told.none)}
      <ul class="bare">
        ${origins.map(
          (site) => html`
            <li class="row">
              <span>${site.origin}, <span class="muted">${told.uses}: ${usesOf(site)}</span></span>
              <button
                type="button"
                class="button plain"
                aria-label=${told.remove(site.origin)}
                @click=${() => this.#remove(site)}
              >
                ${told.removeShort}
              </button>
            </li>
          `,
        )}
      </ul>
      <form novalidate @submit=${this.#onSubmit} aria-labelledby="add">
        <h2 id="add">${told.add}</h2>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'address',
          label: told.address,
          help: told.addressHelp,
          type: 'url',
          value: this.address,
          error: this.errors['address'],
          onInput: (value) => (this.address = value),
        })}
        <button class="button">${told.send}</button>
      </form>
    `
  }
}

const needsAuthority = { code: 'authority-missing' }

const usesOf = ({ uses }: Origin) =>
  uses?.map((use) => words.uses[use as SiteUse] ?? use).join(', ') ?? told.everything

/** `https://www.gemeinde.example` of what was typed, which may lack the scheme; undefined where it is no website's. */
function originOf(typed: string): string | undefined {
  const text = typed.trim()
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
    const isSite =
      url.protocol === 'https:' && url.pathname === '/' && url.hostname.includes('.') && !url.search
    return isSite ? url.origin : undefined
  } catch {
    return undefined
  }
}

const table = (counts: readonly OriginCount[]) => html`
  <div class="scrolls" tabindex="0" role="group" aria-labelledby="counts">
    <table>
      <thead>
        <tr>
          <th scope="col">${told.month}</th>
          <th scope="col">${told.website}</th>
          <th scope="col">${told.widget}</th>
          <th scope="col">${told.requests}</th>
        </tr>
      </thead>
      <tbody>
        ${counts.map(
          ({ month, host, widget, requests, registered }) => html`
            <tr>
              <td>${month}</td>
              <td>${host}${registered ? nothing : html` <span class="tag">${told.unregistered}</span>`}</td>
              <td>${widget}</td>
              <td>${requests.toLocaleString('de-DE')}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`

define('desk-origins-page', OriginsPage)
