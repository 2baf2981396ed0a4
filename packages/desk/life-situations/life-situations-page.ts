import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { LifeSituation, LifeSituationSettings, LifeSituationTree } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { saveForLater } from '../changes/save.ts'
import { mergeChanges } from '../shell/conflict.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import {
  hidden,
  inOrder,
  isHidden,
  levelAt,
  nameOf,
  nothingSaid,
  renamed,
  reordered,
  type Settings,
} from './arrangement.ts'
import { styles } from './life-situations-page.styles.ts'
import { words } from './words.ts'
import '../shell/sortable.ts'

/**
 * How an authority arranges life situations in its area: order by drag and by keys, hidden ones, names of its own.
 *
 * @tag desk-life-situations-page
 * @summary Life situations of an area.
 */
class LifeSituationsPage extends DeskPage {
  static override styles = [DeskPage.styles, styles]

  @state() private tree: readonly LifeSituation[] | undefined
  @state() private kept: EditState<LifeSituationSettings> | undefined
  @state() private settings: Settings = nothingSaid
  @state() private path: readonly string[] = []
  @state() private naming: string | undefined
  @state() private typed = ''
  @state() private isChanged = false
  @state() private isBehind = false
  @state() private error: unknown

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  override get isUnsaved(): boolean {
    return this.isChanged
  }

  get #address(): string {
    return `/areas/${this.desk.grant.regionKey}/life-situations`
  }

  async #load(): Promise<void> {
    const { regionKey } = this.desk.grant
    if (regionKey === null) return
    try {
      const query = { area: regionKey, arranged: '0' }
      const [{ data }, kept] = await Promise.all([
        this.desk.api.get<LifeSituationTree>('/life-situations', { query }),
        readEdit<LifeSituationSettings>(this.desk, this.#address, { regionKey, ...nothingSaid }),
      ])
      this.tree = data.items
      this.#take(kept)
      this.error = undefined
    } catch (error) {
      this.error = error
    }
  }

  #take(kept: EditState<LifeSituationSettings>): void {
    const { regionKey: _, ...settings } = kept.data
    this.kept = kept
    this.settings = settings
    this.isChanged = false
    this.isBehind = false
  }

  #change(settings: Settings): void {
    this.settings = settings
    this.isChanged = true
  }

  async #save(): Promise<void> {
    const { kept } = this
    if (!kept) return
    try {
      await saveEdit<LifeSituationSettings>(this.desk, {
        state: kept,
        body: { regionKey: kept.data.regionKey, ...this.settings },
        told: words.saved,
        onUndone: () => void this.#load(),
      })
      await this.#load()
    } catch (error) {
      if (isConflict(error)) await this.#merge(kept)
      else this.error = error
    }
  }

  /** Somebody else was faster: what does not contradict itself is put together, the rest stays as it stands here. */
  async #merge(before: EditState<LifeSituationSettings>): Promise<void> {
    const now = await readEdit<LifeSituationSettings>(this.desk, this.#address, before.data)
    const { regionKey: _base, ...base } = before.data
    const { regionKey: _theirs, ...theirs } = now.data
    this.settings = mergeChanges<Settings & Record<string, unknown>>(
      base,
      this.settings as never,
      theirs,
    ).merged
    this.kept = now
    this.isBehind = true
  }

  async #later(): Promise<void> {
    const { kept, settings } = this
    if (!kept) return
    this.isChanged = false
    try {
      await saveForLater(this.desk, { path: kept.path, wanted: settings, etag: kept.etag })
    } catch (error) {
      this.isChanged = true
      this.error = error
    }
  }

  override render() {
    if (this.desk.grant.regionKey === null) return empty(words.noArea)
    const { tree } = this
    if (!tree) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    if (tree.length === 0) return empty(words.none)
    const level = inOrder(levelAt(tree, this.path), this.settings)
    return html`
      <div class="stack">
        <p>${words.intro}</p>
        ${this.error ? failed(this.error) : nothing}
        ${this.isBehind ? html`<p class="aside" role="alert">${words.behind}</p>` : nothing}
        ${this.path.length > 0 ? this.#breadcrumb(tree) : nothing}
        <desk-sortable
          label=${words.order(this.#levelName(tree))}
          .items=${level.map((one) => ({
            key: one.id,
            label: nameOf(this.settings, one),
            content: this.#item(one),
          }))}
          @desk-order-changed=${(event: HTMLElementEventMap['desk-order-changed']) =>
            this.#change(reordered(this.settings, event.keys))}
        ></desk-sortable>
        ${this.#naming(level)} ${this.#preview(level)}
        <div class="row">
          <button type="button" class="button" ?disabled=${!this.isChanged} @click=${() => void this.#save()}>
            ${words.save}
          </button>
          <button
            type="button"
            class="button quiet"
            ?disabled=${!this.isChanged}
            @click=${() => void this.#later()}
          >
            ${words.later}
          </button>
          <button
            type="button"
            class="button quiet"
            ?disabled=${!this.isChanged}
            @click=${() => this.kept && this.#take(this.kept)}
          >
            ${words.discard}
          </button>
        </div>
      </div>
    `
  }

  #levelName(tree: readonly LifeSituation[]): string {
    const above = levelAt(tree, this.path.slice(0, -1)).find(({ id }) => id === this.path.at(-1))
    return above ? nameOf(this.settings, above) : words.top
  }

  #breadcrumb(tree: readonly LifeSituation[]) {
    const steps = this.path.map((id, index) => {
      const found = levelAt(tree, this.path.slice(0, index)).find((one) => one.id === id)
      return { path: this.path.slice(0, index + 1), name: found ? nameOf(this.settings, found) : id }
    })
    return html`
      <nav aria-label=${words.path}>
        <ol>
          ${[{ path: [], name: words.top }, ...steps].map(({ path, name }, index, all) =>
            index === all.length - 1
              ? html`<li aria-current="page">${name}</li>`
              : html`<li>
                  <button type="button" class="button plain" @click=${() => (this.path = path)}>
                    ${name}
                  </button>
                </li>`,
          )}
        </ol>
      </nav>
    `
  }

  #item(one: LifeSituation) {
    const { id, services, children } = one
    const isOff = isHidden(this.settings, id)
    const name = nameOf(this.settings, one)
    const button = (text: string, onClick: () => unknown) => html`
      <button type="button" class="button quiet" @click=${onClick}>
        ${text}<span class="visually-hidden">: ${name}</span>
      </button>
    `
    return html`
      <div class="row ${isOff ? 'off' : ''}">
        <strong>${name}</strong>
        <span class="help">${words.services(services)}</span>
        ${isOff ? html`<span class="tag">${words.hidden}</span>` : nothing}
        ${button(isOff ? words.show : words.hide, () => this.#change(hidden(this.settings, id, !isOff)))}
        ${button(words.rename, () => this.#beginNaming(one))}
        ${children.length > 0 ? button(words.below(children.length), () => (this.path = [...this.path, id])) : nothing}
      </div>
    `
  }

  async #beginNaming(one: LifeSituation): Promise<void> {
    this.naming = one.id
    this.typed = nameOf(this.settings, one)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLInputElement>('#name')?.focus()
  }

  #naming(level: readonly LifeSituation[]) {
    const one = level.find(({ id }) => id === this.naming)
    if (!one) return nothing
    const onSubmit = (event: Event) => {
      event.preventDefault()
      this.#change(renamed(this.settings, one, this.typed))
      this.naming = undefined
    }
    return html`
      <form novalidate @submit=${onSubmit}>
        ${textField({
          id: 'name',
          label: words.name,
          help: words.nameHelp(one.name),
          value: this.typed,
          isOptional: true,
          maxLength: 120,
          onInput: (typed) => (this.typed = typed),
        })}
        <button class="button quiet">${words.take}</button>
      </form>
    `
  }

  #preview(level: readonly LifeSituation[]) {
    const seen = level.filter(({ id }) => !isHidden(this.settings, id))
    return html`
      <section aria-labelledby="preview">
        <h2 id="preview">${words.preview}</h2>
        ${
          seen.length > 0
            ? html`<ol>
                ${seen.map((one) => html`<li>${nameOf(this.settings, one)}</li>`)}
              </ol>`
            : html`<p>${words.nobodySees}</p>`
        }
      </section>
    `
  }
}

define('desk-life-situations-page', LifeSituationsPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-life-situations-page': LifeSituationsPage
  }
}
