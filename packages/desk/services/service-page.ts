import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Service } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { Language } from '@amtsweg/messages/languages.ts'
import { styles as differenceStyles } from '../changes/changes.styles.ts'
import { conflictPart } from '../changes/conflict-part.ts'
import { saveForLater } from '../changes/save.ts'
import { idOf } from '../directory/unit-draft.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { type FieldErrors, focusAlert, focusErrors } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { saveBar } from '../shell/save-bar.ts'
import { SaveKey } from '../shell/save-key.ts'
import { failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { tabs } from '../shell/tabs.ts'
import { languageRow } from './language-row.ts'
import { type PartsDraft, partsDraftOf, readParts } from './local-parts.ts'
import { localPartsForm } from './local-parts-form.ts'
import { offerForm } from './offer-form.ts'
import { ownTextForm } from './own-text-form.ts'
import { asPublished } from './service-as-published.ts'
import { newService, sentService, serviceErrors, type ServiceRecord } from './service-draft.ts'
import { styles } from './service-page.styles.ts'
import { type Part, type PartWish, refusalOf } from './service-parts.ts'
import { bodyOf, noParts, readService, type ServiceState } from './service-state.ts'
import { supplementsForm } from './supplements-form.ts'
import type { TextEditor } from './text-editor.ts'
import { words } from './words.ts'
import './service-preview.ts'
import './text-editor.ts'

type Tab = keyof typeof words.tabs

/**
 * One service: a description of one's own, or what one's own authority adds to that of the levels above.
 *
 * @tag desk-service-page
 */
export class ServicePage extends DeskPage {
  static override styles = [deskStyles, tabStyles, differenceStyles, styles]

  @state() private tab: Tab = 'text'
  @state() private language: Language = 'de'
  @state() private loaded: ServiceState | undefined
  /** As it reads in the language that is edited. */
  @state() private inLanguage: Service | undefined
  @state() private draft: ServiceRecord | undefined
  @state() private items: NonNullable<ServiceState['supplements']>['data']['items'] = []
  @state() private partsDraft: PartsDraft = partsDraftOf(noParts)
  @state() private wrongParts: readonly string[] = []
  /** Modules to which something is being added. */
  @state() private opened: ReadonlySet<string> = new Set()
  @state() private reason: string | undefined
  @state() private changed: ReadonlySet<Part> = new Set()
  @state() private isSaving = false
  @state() private isRefused = false
  /** Fields that the server refuses. */
  @state() private refused: FieldErrors = {}
  @state() private error: unknown
  /** What somebody else was faster with, and how it is there now. */
  @state() private conflict: { readonly wish: PartWish; readonly theirs: EditState<unknown> } | undefined

  /** Parts that were typed in while they were being saved. */
  #typedOn = new Set<Part>()
  /** Of a new service: the same at each try, as the answer to the first may have been lost. */
  #newId: string | undefined

  override get isUnsaved(): boolean {
    return this.changed.size > 0
  }

  get #isNew(): boolean {
    return this.params['id'] === 'new'
  }

  get #regionKey(): string | null {
    return this.desk.grant.regionKey
  }

  constructor() {
    super()
    new SaveKey(this, () => void this.#save())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  /** What is there, in the place of what was typed. */
  readonly #load = async (): Promise<void> => {
    this.changed = new Set()
    this.isRefused = false
    this.refused = {}
    await this.#read()
  }

  /** What is there now; what is being typed stays upon it. */
  async #read(): Promise<void> {
    this.error = undefined
    this.conflict = undefined
    if (this.#isNew) {
      this.titled(words.newService)
      this.draft = newService(this.#regionKey)
      return
    }
    try {
      const loaded = await readService(this.desk, this.params['id']!)
      this.loaded = loaded
      const { changed } = this
      this.inLanguage = loaded.published
      if (!changed.has('record')) this.draft = loaded.record?.data
      if (!changed.has('supplements')) this.items = loaded.supplements?.data.items ?? []
      if (!changed.has('parts')) this.partsDraft = partsDraftOf(loaded.parts?.data ?? noParts)
      if (!changed.has('withdrawal')) this.reason = loaded.withdrawal?.data.reasons['de']
      if (!loaded.isOwn && this.tab === 'text') this.tab = 'supplements'
      this.titled(loaded.published.title)
    } catch (error) {
      this.error = error
    }
  }

  async #speak(language: Language): Promise<void> {
    this.language = language
    if (!this.loaded || this.loaded.isOwn) return
    const { data } = await this.desk.api.get<Service>(`/services/${encodeURIComponent(this.params['id']!)}`, {
      query: { area: this.#regionKey ?? undefined, lang: language },
    })
    this.inLanguage = data
  }

  #touch(part: Part) {
    this.changed = new Set([...this.changed, part])
    this.#typedOn.add(part)
  }

  /** What was changed, as it shall be; undefined, and the reason is shown, where something of it cannot. */
  async #wishes(): Promise<readonly PartWish[] | undefined> {
    const wishes: PartWish[] = []
    for (const part of this.#isNew ? (['record'] as const) : this.changed) {
      const wish = await this.#wish(part)
      if (!wish) return undefined
      wishes.push(wish)
    }
    return wishes
  }

  /** Does what a button says, once at a time. */
  async #working(work: () => Promise<void>): Promise<void> {
    if (this.isSaving) return
    this.isSaving = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      this.error = error
    } finally {
      this.isSaving = false
    }
  }

  #save(): Promise<void> {
    return this.#working(async () => {
      this.refused = {}
      const wishes = (await this.#wishes()) ?? []
      this.#typedOn.clear()
      for (const wish of wishes) if (!(await this.#saved(wish))) return
      if (wishes.length > 0 && !this.#isNew) await this.#read()
    })
  }

  /** False where somebody else was faster. */
  async #saved(wish: PartWish): Promise<boolean> {
    const { part, state, body, told } = wish
    try {
      const onUndone = () => (this.#isNew ? this.desk.go('/desk/services') : void this.#load())
      const came = await saveEdit<unknown>(this.desk, { state, body, told, onUndone })
      this.changed = new Set([...this.changed].filter((one) => one !== part || this.#typedOn.has(one)))
      if (this.#isNew)
        this.desk.go(came === 'published' ? `/desk${state.path.replace(/\/record$/, '')}` : '/desk/services')
      return true
    } catch (error) {
      if (isConflict(error)) {
        this.conflict = { wish, theirs: await readEdit<unknown>(this.desk, state.path, null) }
        await focusAlert(this)
      } else if (!(await this.#showRefused(part, error))) throw error
      return false
    }
  }

  /** Leads to the fields that the server has refused; false where none of them is known here. */
  async #showRefused(part: Part, error: unknown): Promise<boolean> {
    const { draft, items, partsDraft } = this
    const refusal = refusalOf(error, { part, draft, items, partsDraft })
    if (!refusal) return false
    this.refused = refusal.refused
    this.tab = refusal.tab
    if (refusal.lang && refusal.lang !== this.language) await this.#speak(refusal.lang as Language)
    await focusErrors(this)
    return true
  }

  #later(): Promise<void> {
    return this.#working(async () => {
      const wishes = (await this.#wishes()) ?? []
      if (wishes.length === 0) return
      const { changed } = this
      this.changed = new Set()
      try {
        const drafts = wishes.map(({ state, body }) => ({ ...state, wanted: body ?? null }))
        await saveForLater(this.desk, ...drafts)
      } catch (error) {
        this.changed = changed
        throw error
      }
    })
  }

  async #wish(part: Part): Promise<PartWish | undefined> {
    const state = this.loaded?.[part]
    const told = part === 'withdrawal' ? words.offerSaved : words.saved
    if (part === 'record') return this.#recordWish()
    if (!state) return undefined
    if (part === 'supplements') return { part, state, body: { items: this.items }, told }
    if (part === 'parts') {
      const { parts, wrong } = readParts(this.partsDraft)
      this.wrongParts = wrong
      if (wrong.length === 0) return { part, state, body: parts, told }
      this.tab = 'parts'
      await focusErrors(this)
      return undefined
    }
    const reason = this.reason?.trim()
    this.isRefused = this.reason !== undefined && !reason
    if (this.isRefused) return undefined
    const { reasons } = this.loaded!.withdrawal!.data
    return { part, state, body: reason ? { reasons: { ...reasons, de: reason } } : undefined, told }
  }

  async #recordWish(): Promise<PartWish | undefined> {
    const { draft } = this
    if (!draft) return undefined
    this.isRefused = Object.keys(serviceErrors(draft, words)).length > 0
    if (this.isRefused) {
      this.tab = 'text'
      this.language = 'de'
      await focusErrors(this)
      return undefined
    }
    const body = sentService(draft)
    const title = body.titles['de']!
    if (this.#isNew) this.#newId ??= idOf(title)
    const id = this.#newId ?? this.params['id']!
    const path = `/services/${encodeURIComponent(id)}/record`
    const state = this.loaded?.record ?? { path, data: body, etag: undefined }
    return { part: 'record', state, body, told: this.#isNew ? words.published(title) : words.saved }
  }

  /** What was typed goes over what somebody else has saved meanwhile, now that the clerk knows of it. */
  async #takeMine(): Promise<void> {
    if (!this.conflict || !this.loaded) return
    const { wish, theirs } = this.conflict
    this.loaded = { ...this.loaded, [wish.part]: { ...wish.state, etag: theirs.etag } }
    this.conflict = undefined
    await this.#save()
  }

  override render() {
    const { loaded, desk } = this
    if (!loaded && !this.#isNew) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    return html`
      ${tabs<Tab>({
        label: words.tabList,
        tabs: this.#tabs.map((id) => ({ id, label: words.tabs[id] })),
        selected: this.tab,
        onSelect: (tab) => (this.tab = tab),
      })}
      <div id="panel" class="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.#conflictPart()} ${this.#panel()}
      </div>
      ${
        desk.may('services:write') || desk.may('supplements:write')
          ? saveBar({
              label: this.#isNew ? words.publish : words.save,
              isSaving: this.isSaving,
              isChanged: this.isUnsaved,
              error: this.error,
              onSave: () => void this.#save(),
              onLater: () => void this.#later(),
            })
          : nothing
      }
    `
  }

  get #tabs(): readonly Tab[] {
    if (this.#isNew) return ['text', 'preview']
    const text = this.loaded?.isOwn ? 'text' : 'supplements'
    return this.#regionKey ? [text, 'parts', 'offer', 'preview'] : [text, 'preview']
  }

  #panel() {
    const { loaded, draft, language } = this
    if (this.tab === 'preview') return this.#previewPart()
    if (this.tab === 'offer') return this.#offerPart()
    if (this.tab === 'parts')
      return localPartsForm({
        draft: this.partsDraft,
        wrong: this.wrongParts,
        refused: this.refused,
        onChange: (changes) => {
          this.partsDraft = { ...this.partsDraft, ...changes }
          if (this.wrongParts.length) this.wrongParts = readParts(this.partsDraft).wrong
          this.#touch('parts')
        },
      })
    if (draft)
      return html`${this.#languagePart(draft.titles)}
      ${ownTextForm({
        draft,
        errors: { ...this.refused, ...(this.isRefused ? serviceErrors(draft, words) : {}) },
        lang: language,
        onChange: (changes) => {
          this.draft = { ...this.draft!, ...changes }
          this.#touch('record')
        },
      })}`
    if (!loaded || !this.inLanguage || !this.#regionKey) return nothing
    return html`${this.#languagePart(Object.fromEntries(this.items.map(({ lang }) => [lang, lang])))}
    ${supplementsForm({
      service: this.inLanguage,
      regionKey: this.#regionKey,
      items: this.items,
      errors: this.refused,
      lang: language,
      opened: this.opened,
      onOpen: (code) => void this.#open(code),
      onChange: (items) => {
        this.items = items
        this.#touch('supplements')
      },
    })}`
  }

  async #open(code: string): Promise<void> {
    this.opened = new Set([...this.opened, code])
    await this.updateComplete
    const editor = this.renderRoot.querySelector<TextEditor>(`desk-text[data-code="${code}"]`)
    await editor?.updateComplete
    editor?.focus()
  }

  #languagePart(written: Readonly<Record<string, string>>) {
    return languageRow({ written, selected: this.language, onSelect: (lang) => void this.#speak(lang) })
  }

  #offerPart() {
    return offerForm({
      reason: this.reason,
      error: this.isRefused ? words.reasonMissing : this.refused['reason'],
      onChange: (reason) => {
        this.reason = reason
        this.#touch('withdrawal')
      },
    })
  }

  #previewPart() {
    return html`<desk-service-preview
      service=${this.#isNew ? '' : this.params['id']!}
      area=${this.#regionKey ?? ''}
      .draft=${this.#drafted}
    ></desk-service-preview>`
  }

  readonly #drafted = (published: Service | undefined, lang: string): Service => {
    const { draft, items, partsDraft, desk } = this
    const given = { draft, items, parts: readParts(partsDraft).parts, isNew: this.#isNew }
    return asPublished(published, lang, { ...given, regionKey: this.#regionKey, areaName: desk.grant.name })
  }

  #conflictPart() {
    if (!this.conflict) return nothing
    const { wish, theirs } = this.conflict
    return conflictPart({
      ...{ theirs: bodyOf(wish.part, theirs.data), mine: wish.body ?? null },
      onMine: () => void this.#takeMine(),
      onTheirs: () => void this.#load(),
    })
  }
}

define('desk-service-page', ServicePage)
