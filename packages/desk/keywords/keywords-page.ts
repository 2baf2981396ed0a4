import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { AreaKeywords, Service, ServicePage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { saveForLater } from '../changes/save.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { errorSummary, focusErrors, textArea, textField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { faultyKeyword, keywordsIn, mergedKeywords } from './typed-keywords.ts'
import { words } from './words.ts'

/** One types on: a search for each letter would be thrown away. */
const pause = 200

/**
 * Words under which an authority wants services to be found: a service is looked for, then its words are edited.
 *
 * @tag desk-keywords-page
 * @summary Keywords of an authority.
 */
class KeywordsPage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  @state() private q = ''
  @state() private found: ServicePage['items'] | undefined
  @state() private service: Pick<Service, 'id' | 'title'> | undefined
  @state() private kept: EditState<AreaKeywords> | undefined
  @state() private typed = ''
  @state() private isChanged = false
  @state() private isBehind = false
  /** A word that came with the address, and whether it is new here. */
  @state() private proposal: string | undefined
  @state() private isProposed = false
  @state() private fault: string | undefined
  @state() private error: unknown
  #waiting: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    const id = this.query.get('service')
    if (id) void this.#openWith(id, this.query.get('keyword') ?? '')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#waiting)
  }

  override get isUnsaved(): boolean {
    return this.isChanged
  }

  #search(q: string): void {
    this.q = q
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#find(), pause)
  }

  async #find(): Promise<void> {
    const q = this.q.trim()
    if (!q) {
      this.found = undefined
      return
    }
    try {
      const query = { q, area: this.desk.grant.regionKey ?? undefined, limit: 20 }
      const { data } = await this.desk.api.get<ServicePage>('/services', { query })
      this.found = data.items
      this.error = undefined
    } catch (error) {
      this.error = error
    }
  }

  async #open(id: string): Promise<void> {
    const { regionKey } = this.desk.grant
    if (regionKey === null) return
    try {
      const at = `/services/${encodeURIComponent(id)}`
      const query = { area: regionKey, lang: 'de' }
      const nothingYet = { service: id, regionKey, keywords: {} }
      const [{ data }, kept] = await Promise.all([
        this.desk.api.get<Service>(at, { query }),
        readEdit<AreaKeywords>(this.desk, `${at}/keywords/${regionKey}`, nothingYet),
      ])
      this.service = data
      this.#take(kept)
      this.error = undefined
    } catch (error) {
      this.error = error
    }
  }

  /** Opens a service with a word for it that is proposed elsewhere; nothing is saved yet. */
  async #openWith(id: string, keyword: string): Promise<void> {
    await this.#open(id)
    const [word] = keywordsIn(keyword)
    if (!this.kept || word === undefined) return
    const key = word.toLocaleLowerCase('de')
    this.isProposed = !keywordsIn(this.typed).some((one) => one.toLocaleLowerCase('de') === key)
    this.proposal = word
    if (!this.isProposed) return
    this.typed = [...keywordsIn(this.typed), word].join('\n')
    this.isChanged = true
  }

  #take(kept: EditState<AreaKeywords>): void {
    this.kept = kept
    this.typed = germanOf(kept).join('\n')
    this.isChanged = false
    this.isBehind = false
    this.proposal = undefined
    this.fault = undefined
  }

  /** What shall be kept; undefined, and the reason is shown, where it cannot be. */
  async #wanted(): Promise<AreaKeywords | undefined> {
    const { kept } = this
    if (!kept) return undefined
    this.fault = faultyKeyword(this.typed) === undefined ? undefined : words.tooLong
    if (this.fault) {
      await focusErrors(this)
      return undefined
    }
    const { de: _, ...others } = kept.data.keywords
    const german = keywordsIn(this.typed)
    return { ...kept.data, keywords: { ...(german.length > 0 ? { de: german } : {}), ...others } }
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    const { kept } = this
    const body = await this.#wanted()
    if (!kept || !body) return
    try {
      const onUndone = () => void this.#open(body.service)
      await saveEdit<AreaKeywords>(this.desk, { state: kept, body, told: words.saved, onUndone })
      await this.#open(body.service)
    } catch (error) {
      if (isConflict(error)) await this.#merge(kept)
      else this.error = error
    }
  }

  async #merge(before: EditState<AreaKeywords>): Promise<void> {
    const now = await readEdit<AreaKeywords>(this.desk, before.path, before.data)
    this.typed = mergedKeywords(germanOf(before), keywordsIn(this.typed), germanOf(now)).join('\n')
    this.kept = now
    this.isBehind = true
  }

  async #later(): Promise<void> {
    const { kept } = this
    const wanted = await this.#wanted()
    if (!kept || !wanted) return
    this.isChanged = false
    try {
      await saveForLater(this.desk, { path: kept.path, wanted, etag: kept.etag })
    } catch (error) {
      this.isChanged = true
      this.error = error
    }
  }

  override render() {
    if (this.desk.grant.regionKey === null) return empty(words.noArea)
    return html`
      <div class="stack">
        <p>${words.intro}</p>
        ${this.error ? failed(this.error) : nothing} ${this.service ? this.#editor() : this.#searchPart()}
      </div>
    `
  }

  #searchPart() {
    const { found } = this
    if (this.query.get('service') && !this.error) return waiting()
    return html`
      <form role="search" @submit=${(event: Event) => event.preventDefault()}>
        ${textField({
          id: 'q',
          type: 'search',
          label: words.search,
          help: words.searchHelp,
          value: this.q,
          isOptional: true,
          onInput: (q) => this.#search(q),
        })}
      </form>
      <p role="status" class="help">${found ? toldFound(found.length, this.q.trim()) : ''}</p>
      <ul class="list bare">
        ${found?.map(
          (service) => html`
            <li>
              <button type="button" class="button plain" @click=${() => void this.#open(service.id)}>
                <span lang=${service.lang}>${service.title}</span>
                <span class="visually-hidden">: ${words.choose}</span>
              </button>
            </li>
          `,
        )}
      </ul>
    `
  }

  #editor() {
    const others = Object.keys(this.kept?.data.keywords ?? {}).filter((lang) => lang !== 'de')
    const back = () => {
      this.service = undefined
      this.isChanged = false
    }
    return html`
      <section aria-labelledby="service">
        <h2 id="service">${this.service?.title}</h2>
        <p>
          <button type="button" class="button plain" ?disabled=${this.isChanged} @click=${back}>
            ${words.another}
          </button>
        </p>
        ${this.isBehind ? html`<p class="aside" role="alert">${words.behind}</p>` : nothing}
        <p role="status">${this.proposal ? words.proposed(this.proposal, this.isProposed) : ''}</p>
        <form novalidate @submit=${(event: Event) => void this.#save(event)}>
          ${errorSummary({ keywords: this.fault })}
          ${textArea({
            id: 'keywords',
            label: words.list,
            help: words.listHelp,
            value: this.typed,
            error: this.fault,
            isOptional: true,
            onInput: (typed) => {
              this.typed = typed
              this.isChanged = true
            },
          })}
          ${others.length > 0 ? html`<p class="help">${words.further(others.join(', '))}</p>` : nothing}
          <p class="help">${words.everyone}</p>
          <div class="row">
            <button class="button" ?disabled=${!this.isChanged}>${words.save}</button>
            <button
              type="button"
              class="button quiet"
              ?disabled=${!this.isChanged}
              @click=${() => void this.#later()}
            >
              ${words.later}
            </button>
          </div>
        </form>
      </section>
    `
  }
}

const germanOf = ({ data }: EditState<AreaKeywords>): readonly string[] => data.keywords['de'] ?? []

const toldFound = (count: number, q: string) => (count > 0 ? words.found(count) : words.none(q))

define('desk-keywords-page', KeywordsPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-keywords-page': KeywordsPage
  }
}
