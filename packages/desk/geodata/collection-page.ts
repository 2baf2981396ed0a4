import { css, html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { GeoCollectionState, GeoHarvest, GeoVersion } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { styles as differenceStyles } from '../changes/changes.styles.ts'
import { conflictPart } from '../changes/conflict-part.ts'
import { saveForLater, type Wish } from '../changes/save.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { type FieldErrors, focusAlert, focusErrors, hasErrors, refusedAt } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { saveBar } from '../shell/save-bar.ts'
import { SaveKey } from '../shell/save-key.ts'
import { failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { tabs } from '../shell/tabs.ts'
import {
  type CollectionDraft,
  collectionDraftOf,
  collectionErrors,
  idOfTitle,
  sentCollection,
} from './collection-draft.ts'
import { collectionForm } from './collection-form.ts'
import { copyNote } from './copy-note.ts'
import type { VersionWantedEvent } from './upload.ts'
import { versionsPart } from './versions-part.ts'
import { words } from './words.ts'
import '../shell/dialog.ts'
import './sharing.ts'
import './upload.ts'

type Kept = Partial<GeoCollectionState>
type Tab = 'data' | 'record' | 'sharing'

const refused = (error: unknown, code: string) => error instanceof ApiError && error.code === code

/**
 * One collection of geodata: its versions, what is said of it, and where others find it.
 *
 * @tag desk-collection-page
 */
export class CollectionPage extends DeskPage {
  static override styles = [
    deskStyles,
    tabStyles,
    differenceStyles,
    css`
      [data-copy] {
        margin-block-end: var(--_space);
      }
      .ending {
        margin-block-start: calc(1.5 * var(--_space));
      }
    `,
  ]

  @state() private kept: EditState<Kept> | undefined
  @state() private draft: CollectionDraft | undefined
  @state() private versions: readonly GeoVersion[] = []
  /** How it is kept in step, where it is a copy. */
  @state() private copied: GeoHarvest | undefined
  @state() private tab: Tab = 'data'
  /** The version that is looked at. */
  @state() private opened: number | undefined
  @state() private isChanged = false
  @state() private isSaving = false
  @state() private isRemoving = false
  /** Fields that cannot be as they are. */
  @state() private errors: FieldErrors = {}
  @state() private error: unknown
  /** What somebody else has saved meanwhile. */
  @state() private conflict: EditState<Kept> | undefined

  /** Whether the id follows the title. */
  #isIdTyped = false

  constructor() {
    super()
    new SaveKey(this, () => void this.#save())
  }

  override get isUnsaved(): boolean {
    return this.isChanged || Boolean(this.renderRoot.querySelector('desk-geodata-upload')?.isBusy)
  }

  get #isNew(): boolean {
    return this.params['id'] === 'new'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  /** Where a collection is written. */
  #pathOf(id: string): string {
    return `/geodata/collections/${encodeURIComponent(id)}`
  }

  readonly #load = async (): Promise<void> => {
    this.error = this.conflict = undefined
    if (this.#isNew) {
      this.titled(words.add)
      this.kept = { path: '', data: {}, etag: undefined }
      this.draft ??= collectionDraftOf({}, this.desk.grant.name)
      return
    }
    const path = this.#pathOf(this.params['id'] ?? '')
    try {
      const [{ data, etag }, versions, harvests] = await Promise.all([
        this.desk.api.get<Kept>(`${path}/record`),
        this.desk.api.get<{ items: GeoVersion[] }>(`${path}/versions`),
        this.desk.api.get<{ items: GeoHarvest[] }>('/geodata/harvests'),
      ])
      this.copied = harvests.data.items.find(({ collection }) => collection === data.id)
      this.kept = { path: `${path}/record`, data, etag }
      this.versions = versions.data.items
      this.titled(data.title ?? '')
      // What is being typed stays, upon what is there now.
      if (!this.isChanged) this.#show(data)
    } catch (error) {
      this.error = error
    }
  }

  #show(data: Kept): void {
    this.draft = collectionDraftOf(data)
    this.errors = {}
    this.isChanged = false
  }

  /** What is there, in the place of what was typed. */
  #takeTheirs(): Promise<void> {
    this.isChanged = false
    return this.#load()
  }

  async #refuse(errors: FieldErrors): Promise<void> {
    this.errors = errors
    this.tab = 'record'
    await focusErrors(this)
  }

  /** The collection as it shall be; undefined, and the reason is shown, where that cannot be. */
  async #wish(): Promise<Wish | undefined> {
    const { kept, draft } = this
    if (!kept || !draft) return undefined
    const errors = collectionErrors(draft)
    if (hasErrors(errors)) {
      await this.#refuse(errors)
      return undefined
    }
    this.errors = {}
    const path = this.#isNew ? `${this.#pathOf(draft.id)}/record` : kept.path
    return { path, wanted: sentCollection(kept.data, draft), etag: kept.etag }
  }

  /** Does what a button says, once at a time. */
  async #working(work: () => Promise<void>): Promise<void> {
    if (this.isSaving) return
    this.isSaving = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      await this.#meet(error)
    } finally {
      this.isSaving = false
    }
  }

  /** A refusal is shown where it belongs; nothing that was typed goes. */
  async #meet(error: unknown): Promise<void> {
    if (this.#isNew && (isConflict(error) || refused(error, 'not-yours')))
      return this.#refuse({ id: words.idTaken })
    if (isConflict(error)) {
      this.conflict = await readEdit<Kept>(this.desk, this.kept!.path, {})
      return focusAlert(this)
    }
    const fields = refusedAt(error, (pointer) => pointer.split('/')[1])
    if (hasErrors(fields)) return this.#refuse(fields)
    this.error = error
  }

  #save(): Promise<void> {
    return this.#working(async () => {
      const wish = await this.#wish()
      if (!wish) return
      const { path, wanted } = wish
      const { draft } = this
      const came = await saveEdit<unknown>(this.desk, {
        ...{ state: { ...this.kept!, path }, body: wanted },
        told: this.#isNew ? words.created : words.saved,
        onUndone: () => (this.#isNew ? this.desk.go('/desk/geodata') : void this.#load()),
      })
      this.isChanged = this.draft !== draft
      if (!this.#isNew) return this.#load()
      this.desk.go(came === 'published' ? `/desk/geodata/${draft!.id}` : '/desk/geodata')
    })
  }

  #later(): Promise<void> {
    return this.#working(async () => {
      const wish = await this.#wish()
      if (!wish) return
      this.isChanged = false
      try {
        await saveForLater(this.desk, wish)
      } catch (error) {
        this.isChanged = true
        throw error
      }
    })
  }

  /** Shows readers another version, or none; what is being typed stays where it is. */
  #publish(version: number | null, isLater: boolean): Promise<void> {
    return this.#working(async () => {
      const { path, data, etag } = this.kept!
      const { id: _, ...rest } = data
      const wanted = { ...rest, version }
      if (isLater) return saveForLater(this.desk, { path, wanted, etag })
      try {
        await saveEdit<unknown>(this.desk, {
          ...{ state: this.kept!, body: wanted, onUndone: () => void this.#load() },
          told: version === null ? words.unpublishedNow : words.publishedVersion(version),
        })
      } catch (error) {
        if (!isConflict(error)) throw error
        await this.#load()
        this.error = error
        return
      }
      await this.#load()
    })
  }

  #takeMine(): void {
    this.kept = this.conflict
    this.conflict = undefined
    void this.#save()
  }

  #remove(): Promise<void> {
    this.isRemoving = false
    return this.#working(async () => {
      await saveEdit(this.desk, { state: this.kept!, body: undefined, told: words.removing.done })
      this.isChanged = false
      this.desk.go('/desk/geodata')
    })
  }

  #change(changes: Partial<CollectionDraft>): void {
    if (changes.id !== undefined) this.#isIdTyped = changes.id !== ''
    const { title } = changes
    const id = this.#isNew && !this.#isIdTyped && title !== undefined ? { id: idOfTitle(title) } : {}
    this.draft = { ...this.draft!, ...changes, ...id }
    this.isChanged = true
  }

  override render() {
    const { draft } = this
    if (!draft) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    if (this.#isNew) return this.#recordPart(draft)
    const { tab } = this
    const all = (['data', 'record', 'sharing'] as const).map((id) => ({ id, label: words.tabs[id] }))
    return html`
      ${this.#copyPart()}
      ${tabs<Tab>({ label: words.tabList, tabs: all, selected: tab, onSelect: (one) => (this.tab = one) })}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">
        <div class="parts" ?hidden=${tab !== 'data'}>${this.#dataPart()}</div>
        ${tab === 'record' ? this.#recordPart(draft) : nothing}
        ${
          tab === 'sharing'
            ? html`<desk-geodata-sharing .kept=${this.kept!.data}></desk-geodata-sharing>`
            : nothing
        }
      </div>
      ${this.#removePart()}
    `
  }

  /** It stays where another tab is looked at: a file may be on its way. */
  #dataPart() {
    const { desk, versions, opened, tab } = this
    const { id = '', titleProperty } = this.kept!.data
    return html`
      ${this.error && tab === 'data' ? failed(this.error) : nothing}
      ${this.copied ? nothing : this.#uploadPart()}
      ${versionsPart({
        ...{ desk, collection: id, titleProperty: titleProperty ?? '', versions, opened },
        onOpen: (number) => (this.opened = number),
        onPublish: (number, isLater) => void this.#publish(number, isLater),
      })}
    `
  }

  /** Not for copies: the next visit would overwrite what was uploaded. */
  #uploadPart() {
    const { id = '', titleProperty, version } = this.kept!.data
    return html`
      <desk-geodata-upload
        .desk=${this.desk}
        collection=${id}
        title-property=${titleProperty ?? ''}
        published=${version ?? 0}
        @desk-version-written=${() => void this.#load()}
        @desk-version-wanted=${(event: VersionWantedEvent) =>
          void this.#publish(event.version, event.isLater)}
      ></desk-geodata-upload>
    `
  }

  #recordPart(draft: CollectionDraft) {
    return html`
      ${this.#conflictPart(draft)}
      ${collectionForm({
        ...{ draft, errors: this.errors, isNew: this.#isNew },
        fields: this.versions[0]?.report?.fields.map(({ name }) => name),
        onChange: (changes) => this.#change(changes),
      })}
      ${
        this.#isNew
          ? nothing
          : html`<p class="ending">
              <button
                type="button"
                class="button danger"
                data-remove
                @click=${() => (this.isRemoving = true)}
              >
                ${words.remove}
              </button>
            </p>`
      }
      ${saveBar({
        label: this.#isNew ? words.create : words.save,
        isSaving: this.isSaving,
        isChanged: this.isChanged,
        error: this.error,
        onSave: () => void this.#save(),
        onLater: () => void this.#later(),
      })}
    `
  }

  /** Where it is from, where it is not the officer's own. */
  #copyPart() {
    const { copied } = this
    return copied ? copyNote(copied) : nothing
  }

  #removePart() {
    if (!this.isRemoving) return nothing
    const { title, text, yes } = words.removing
    return html`
      <desk-dialog heading=${title} @desk-dialog-dismissed=${() => (this.isRemoving = false)}>
        <p>${text(this.kept?.data.title ?? '')}</p>
        <button slot="actions" type="button" class="button danger" @click=${() => this.#remove()}>
          ${yes}
        </button>
      </desk-dialog>
    `
  }

  #conflictPart(draft: CollectionDraft) {
    const { conflict } = this
    if (!conflict) return nothing
    return conflictPart({
      ...{ theirs: conflict.data, mine: sentCollection(conflict.data, draft) },
      onMine: () => this.#takeMine(),
      onTheirs: () => void this.#takeTheirs(),
    })
  }
}

define('desk-collection-page', CollectionPage)
