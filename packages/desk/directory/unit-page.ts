import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { OpeningHours, Unit } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { styles as differenceStyles } from '../changes/changes.styles.ts'
import { conflictPart } from '../changes/conflict-part.ts'
import { saveForLater } from '../changes/save.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { type FieldErrors, focusAlert, focusErrors, hasErrors, refusedAt } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import type { PickerSource } from '../shell/picker.ts'
import { saveBar } from '../shell/save-bar.ts'
import { SaveKey } from '../shell/save-key.ts'
import { failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { tabs } from '../shell/tabs.ts'
import { contestView, type HoursContest, mergeHours } from './hours-conflict.ts'
import type { HoursEditor } from './hours-editor.ts'
import { hoursPart } from './hours-part.ts'
import { idOf, newUnit, sentUnit, unitErrors, unitFieldOf, type UnitRecord } from './unit-draft.ts'
import { styles } from './unit-page.styles.ts'
import { unitPreview } from './unit-preview.ts'
import { recordForm } from './unit-record-form.ts'
import { unitSource } from './unit-source.ts'
import { words } from './words.ts'
import '@amtsweg/kit/office-card.ts'
import './unit-people.ts'

type Tab = 'hours' | 'record' | 'people' | 'preview'
const noHours: OpeningHours = { spans: [], exceptions: [] }

/** The language of a field that is only shown when it is chosen; undefined where all can be seen. */
const langOf = (errors: FieldErrors): string | undefined =>
  Object.keys(errors)
    .map((id) => /^(?:name|description)-(.+)$/.exec(id)?.[1])
    .find((lang) => lang !== undefined && lang !== 'de')

/**
 * One office: its hours first, as they change most often.
 *
 * @tag desk-unit-page
 */
export class UnitPage extends DeskPage {
  static override styles = [deskStyles, tabStyles, differenceStyles, styles]

  @state() private tab: Tab = 'hours'
  @state() private published: Unit | undefined
  @state() private record: EditState<UnitRecord> | undefined
  @state() private hours: EditState<OpeningHours> | undefined
  @state() private draft: UnitRecord | undefined
  @state() private draftHours: OpeningHours = noHours
  /** What the editor of hours began from. */
  @state() private shownHours: OpeningHours = noHours
  @state() private isRecordChanged = false
  @state() private isHoursChanged = false
  @state() private isSaving = false
  @state() private isRefused = false
  /** Fields that the server refuses. */
  @state() private refused: FieldErrors = {}
  @state() private otherLang = 'en'
  @state() private previewLang = 'de'
  @state() private error: unknown
  @state() private conflict: EditState<UnitRecord> | undefined
  /** Days of which somebody has to choose a version. */
  @state() private contest: HoursContest | undefined

  /** An office is no part of itself. */
  #parents!: PickerSource

  override get isUnsaved(): boolean {
    return this.isRecordChanged || this.isHoursChanged
  }

  /** Of a new office: the same at each try, as the answer to the first may have been lost. */
  #newId: string | undefined

  get #isNew(): boolean {
    return this.params['id'] === 'new'
  }

  get #path(): string {
    return `/units/${encodeURIComponent(this.params['id']!)}`
  }

  constructor() {
    super()
    new SaveKey(this, () => void this.#save())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#parents = unitSource(this.desk, { except: this.params['id'] })
    void this.#load()
  }

  async #load(): Promise<void> {
    const { api } = this.desk
    this.error = undefined
    if (this.#isNew) {
      this.tab = 'record'
      this.titled(words.newUnit)
      this.#takeRecord({ path: '', data: newUnit(this.desk.grant.regionKey), etag: undefined })
      return
    }
    try {
      const [published, record, hours] = await Promise.all([
        api.get<Unit>(this.#path),
        api.get<UnitRecord>(`${this.#path}/record`),
        readEdit<OpeningHours>(this.desk, `${this.#path}/hours`, noHours),
      ])
      this.published = published.data
      this.titled(published.data.name)
      // What is being typed stays, upon what is there now.
      const state = { path: `${this.#path}/record`, data: record.data, etag: record.etag }
      if (this.isRecordChanged) this.record = state
      else this.#takeRecord(state)
      if (this.isHoursChanged) this.hours = hours
      else this.#takeHours(hours)
    } catch (error) {
      this.error = error
    }
  }

  /** What is there, in the place of what was typed. */
  #takeTheirs(): Promise<void> {
    this.isRecordChanged = this.isHoursChanged = false
    return this.#load()
  }

  #takeRecord(record: EditState<UnitRecord>) {
    this.record = record
    this.draft = record.data
    this.isRecordChanged = false
    this.isRefused = false
    this.refused = {}
    this.conflict = undefined
  }

  #takeHours(hours: EditState<OpeningHours>) {
    this.hours = hours
    this.draftHours = hours.data
    this.shownHours = hours.data
    this.isHoursChanged = false
    this.conflict = this.contest = undefined
  }

  #save(): Promise<void> {
    return this.#working(() => this.#write())
  }

  /** Does what a button says, once at a time. */
  async #working(work: () => Promise<void>): Promise<void> {
    if (this.isSaving || !this.desk.may('units:write')) return
    this.isSaving = true
    this.error = undefined
    try {
      await work()
    } catch (error) {
      if (!(await this.#showRefused(error))) this.error = error
    } finally {
      this.isSaving = false
    }
  }

  /** Writes what was changed; `told` is said of the hours then. */
  async #write(told?: string): Promise<void> {
    try {
      if (this.isHoursChanged) await this.#saveHours(told)
      if (this.isRecordChanged) await this.#saveRecord()
    } catch (error) {
      if (!isConflict(error)) throw error
      await this.#meet()
    }
  }

  /** Leads to the fields that the server has refused; false where it has refused none of the record. */
  async #showRefused(error: unknown): Promise<boolean> {
    const { draft } = this
    this.refused = draft ? refusedAt(error, (pointer) => unitFieldOf(draft, pointer)) : {}
    if (!hasErrors(this.refused)) return false
    this.tab = 'record'
    this.otherLang = langOf(this.refused) ?? this.otherLang
    await focusErrors(this)
    return true
  }

  /** What is kept as a draft goes on there; here nothing is left that could be lost. */
  async #later(): Promise<void> {
    if (this.isSaving) return
    this.isSaving = true
    this.error = undefined
    const { isHoursChanged, isRecordChanged } = this
    try {
      const hours = isHoursChanged ? await this.#hoursWish() : undefined
      const record = isRecordChanged ? await this.#recordWish() : undefined
      if ((isHoursChanged && !hours) || (isRecordChanged && !record)) return
      this.isHoursChanged = this.isRecordChanged = false
      // The record holds the hours as well: two drafts would stand in each other's way.
      const wishes = record
        ? [hours ? { ...record, wanted: { ...record.wanted, hours: hours.wanted } } : record]
        : [hours!]
      await saveForLater(this.desk, ...wishes)
    } catch (error) {
      Object.assign(this, { isHoursChanged, isRecordChanged })
      this.error = error
    } finally {
      this.isSaving = false
    }
  }

  /** The hours as they shall be; undefined, and the reason is shown, where they cannot. */
  async #hoursWish() {
    const { hours } = this
    const editor = this.renderRoot.querySelector<HoursEditor>('desk-hours')
    if (!hours || (editor && !(await editor.check()))) return undefined
    return { path: hours.path, wanted: this.draftHours, etag: hours.etag }
  }

  async #saveHours(told = words.savedHours(this.published?.name ?? '')): Promise<void> {
    const wish = await this.#hoursWish()
    if (!wish) return
    await saveEdit(this.desk, {
      state: this.hours!,
      body: wish.wanted,
      told,
      onUndone: () => void this.#load(),
    })
    this.isHoursChanged = this.draftHours !== wish.wanted
    // The record holds the hours as well: its tag is another one now.
    await this.#load()
  }

  /** The rest as it shall be, in the same way. */
  async #recordWish() {
    const { draft, record } = this
    if (!draft || !record) return undefined
    this.refused = {}
    const errors = unitErrors(draft, words)
    this.isRefused = Object.keys(errors).length > 0
    if (this.isRefused) {
      this.tab = 'record'
      await focusErrors(this)
      return undefined
    }
    if (this.#isNew) this.#newId ??= idOf(draft.names['de']!)
    const id = this.#newId ?? this.params['id']!
    return { path: `/units/${encodeURIComponent(id)}/record`, wanted: sentUnit(draft), etag: record.etag }
  }

  async #saveRecord(): Promise<void> {
    const wish = await this.#recordWish()
    if (!wish) return
    const { path, wanted } = wish
    const { draft } = this
    const came = await saveEdit(this.desk, {
      state: { ...this.record!, path },
      body: wanted,
      told: words.saved,
      onUndone: () => (this.#isNew ? this.desk.go('/desk/units') : void this.#load()),
    })
    this.isRecordChanged = this.draft !== draft
    if (!this.#isNew) return this.#load()
    this.desk.go(came === 'published' ? `/desk${path.replace(/\/record$/, '')}` : '/desk/units')
  }

  /** Somebody else was faster: what is there now stands beside what was typed. */
  async #meet(): Promise<void> {
    if (this.isHoursChanged) return this.#meetHours()
    this.conflict = await readEdit<UnitRecord>(this.desk, `${this.#path}/record`, this.record!.data)
    await focusAlert(this)
  }

  /** Whoever changed a day has it; asked is only of days that both have changed. */
  async #meetHours(): Promise<void> {
    const theirs = await readEdit<OpeningHours>(this.desk, `${this.#path}/hours`, noHours)
    const { merged, taken, contested, chosen } = mergeHours(this.hours!.data, this.draftHours, theirs.data)
    if (contested.length > 0) {
      this.contest = { contested, take: (choices) => this.#saveMerged(theirs, chosen(choices)) }
      return
    }
    await this.#saveMerged(theirs, merged, words.mergedHours(this.published?.name ?? '', taken.join(', ')))
  }

  async #saveMerged(theirs: EditState<OpeningHours>, merged: OpeningHours, told?: string): Promise<void> {
    this.contest = undefined
    this.hours = theirs
    this.draftHours = this.shownHours = merged
    this.isHoursChanged = true
    await this.#write(told)
  }

  #takeMine(): void {
    const { conflict } = this
    if (!conflict) return
    this.record = conflict
    this.conflict = undefined
    void this.#save()
  }

  #hasTab(tab: Tab): boolean {
    if (this.#isNew && (tab === 'hours' || tab === 'people')) return false
    return tab !== 'people' || this.desk.may('people:write')
  }

  override render() {
    const { draft, desk } = this
    if (this.error && !draft) return failed(this.error, () => void this.#load())
    if (!draft) return waiting()
    const all = [
      { id: 'hours' as const, label: words.tabs.hours },
      { id: 'record' as const, label: words.tabs.record },
      { id: 'people' as const, label: words.tabs.people },
      { id: 'preview' as const, label: words.tabs.preview },
    ].filter(({ id }) => this.#hasTab(id))
    return html`
      ${tabs<Tab>({ label: words.tabList, tabs: all, selected: this.tab, onSelect: (tab) => (this.tab = tab) })}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.#conflictPart()} ${contestView(this.contest, (take) => void this.#working(take))}
        ${this.#hoursPart()}
        ${
          this.tab === 'record'
            ? recordForm({
                draft,
                errors: { ...this.refused, ...(this.isRefused ? unitErrors(draft, words) : {}) },
                lang: this.otherLang,
                parents: this.#parents,
                onLang: (lang) => (this.otherLang = lang),
                onChange: (changes) => {
                  this.draft = { ...draft, ...changes }
                  this.isRecordChanged = true
                },
              })
            : nothing
        }
        ${
          this.tab === 'people'
            ? html`<desk-unit-people .desk=${desk} unit=${this.params['id']!}></desk-unit-people>`
            : nothing
        }
        ${
          this.tab === 'preview'
            ? unitPreview({
                published: this.published,
                draft,
                hours: this.draftHours,
                lang: this.previewLang,
                onLang: (lang) => (this.previewLang = lang),
              })
            : nothing
        }
      </div>
      ${
        desk.may('units:write')
          ? saveBar({
              label: words.save,
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

  #hoursPart() {
    if (!this.hours) return nothing
    return hoursPart({
      hours: this.shownHours,
      holidays: this.published?.holidays ?? [],
      isHidden: this.tab !== 'hours',
      onChange: (hours) => {
        this.draftHours = hours
        this.isHoursChanged = true
      },
      onSave: () => void this.#save(),
    })
  }

  #conflictPart() {
    const { conflict, draft } = this
    if (!conflict || !draft) return nothing
    return conflictPart({
      ...{ theirs: conflict.data, mine: sentUnit(draft) },
      onMine: () => this.#takeMine(),
      onTheirs: () => void this.#takeTheirs(),
    })
  }
}

define('desk-unit-page', UnitPage)
