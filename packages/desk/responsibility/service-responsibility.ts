import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type {
  RecordedResponsibility,
  ResponsibilityEdit,
  ResponsibilityRecords,
  Role,
  Service,
} from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { styles as differenceStyles } from '../changes/changes.styles.ts'
import { conflictPart } from '../changes/conflict-part.ts'
import { saveForLater } from '../changes/save.ts'
import { unitSource } from '../directory/unit-source.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { focusAlert, selectField, textField } from '../shell/fields.ts'
import type { PickedEvent, PickerSource } from '../shell/picker.ts'
import { saveBar } from '../shell/save-bar.ts'
import { SaveKey } from '../shell/save-key.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { styles } from './responsibility.styles.ts'
import { words } from './words.ts'
import '../shell/picker.ts'

interface Said {
  readonly items: readonly ResponsibilityEdit[]
}

/**
 * Who acts for one service in the area of an authority, and what the authority itself says of it.
 *
 * @tag desk-service-responsibility
 */
export class ServiceResponsibility extends LitElement {
  static override styles = [deskStyles, tabStyles, differenceStyles, styles]

  @property({ attribute: false }) desk!: Desk
  /** Id of the service. */
  @property() service = ''

  @state() private called = ''
  @state() private records: readonly RecordedResponsibility[] | undefined
  @state() private stated: EditState<Said> | undefined
  @state() private items: readonly ResponsibilityEdit[] = []
  @state() private names: ReadonlyMap<string, string> = new Map()
  @state() private said = ''
  @state() private isSaving = false
  @state() private error: unknown
  /** What somebody else has saved meanwhile. */
  @state() private conflict: EditState<Said> | undefined

  /** Whoever answers may lie outside of the area. */
  #units!: PickerSource

  constructor() {
    super()
    new SaveKey(this, () => void this.#save())
  }

  /** Whether something typed would be lost. */
  get isUnsaved(): boolean {
    return this.stated !== undefined && this.items !== this.stated.data.items
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk')) this.#units = unitSource(this.desk)
    if (changed.has('service') && this.service) void this.#load()
  }

  readonly #load = async (): Promise<void> => {
    const { api, grant } = this.desk
    const id = encodeURIComponent(this.service)
    this.error = undefined
    this.conflict = undefined
    try {
      const [service, records, stated] = await Promise.all([
        api.get<Service>(`/services/${id}`, { query: { area: grant.regionKey ?? undefined } }),
        api.get<ResponsibilityRecords>('/responsibility-records', {
          query: { service: this.service, limit: 100 },
        }),
        grant.regionKey ? this.#readStated(`/services/${id}/responsibilities/${grant.regionKey}`) : undefined,
      ])
      this.called = service.data.title
      this.records = records.data.items
      this.names = new Map(records.data.items.map(({ unit }) => [unit.id, unit.name]))
      this.stated = stated
      this.items = stated?.data.items ?? []
    } catch (error) {
      this.error = error
    }
  }

  /** What is said of one's own area, as it is sent. */
  #body(): Said {
    return {
      items: this.items.map(({ note, basis, ...rest }) => ({
        ...rest,
        ...(note?.trim() ? { note: note.trim() } : {}),
        ...(basis?.trim() ? { basis: basis.trim() } : {}),
      })),
    }
  }

  /** Does what a button says, once at a time. */
  async #working(work: (stated: EditState<Said>) => Promise<void>): Promise<void> {
    const { stated } = this
    if (!stated || this.isSaving || !this.isUnsaved) return
    this.isSaving = true
    this.error = undefined
    try {
      await work(stated)
    } catch (error) {
      if (isConflict(error)) {
        this.conflict = await this.#readStated(stated.path)
        await focusAlert(this)
      } else this.error = error
    } finally {
      this.isSaving = false
    }
  }

  #save(): Promise<void> {
    return this.#working(async (state) => {
      const onUndone = () => void this.#load()
      await saveEdit<Said>(this.desk, { state, body: this.#body(), told: words.saved, onUndone })
      await this.#load()
    })
  }

  #later(): Promise<void> {
    return this.#working(async (state) => {
      const { items } = this
      const wish = { path: state.path, wanted: this.#body(), etag: state.etag }
      // Nothing is left here that could be lost.
      this.items = state.data.items
      try {
        await saveForLater(this.desk, wish)
      } catch (error) {
        this.items = items
        throw error
      }
    })
  }

  async #readStated(path: string): Promise<EditState<Said>> {
    const stated = await readEdit<Said>(this.desk, path, { items: [] })
    return { ...stated, data: { items: stated.data.items } }
  }

  async #takeMine(): Promise<void> {
    if (!this.conflict) return
    this.stated = this.conflict
    this.conflict = undefined
    await this.#save()
  }

  #change(index: number, changes: Partial<ResponsibilityEdit>) {
    this.items = this.items.map((item, at) => (at === index ? { ...item, ...changes } : item))
  }

  #add(unit: PickedEvent['picked']) {
    if (!unit) return
    this.names = new Map([...this.names, [unit.id, unit.name]])
    const role: Role = this.items.some((item) => item.role === 'responsible') ? 'contact' : 'responsible'
    this.items = [...this.items, { unit: unit.id, role }]
    this.said = words.added(unit.name)
  }

  #remove(index: number, name: string) {
    this.items = this.items.filter((_, at) => at !== index)
    this.said = words.removed(name)
  }

  override render() {
    const { records } = this
    if (!records) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    return html`
      <div class="parts">
        <section aria-labelledby="recorded">
          <h2 id="recorded">${this.called}: ${words.recorded}</h2>
          ${records.length ? recordsTable(records) : empty(words.nobody)}
        </section>
        ${this.#ownPart()}
      </div>
    `
  }

  #ownPart() {
    const { grant } = this.desk
    if (!grant.regionKey) return html`<p class="help">${words.noArea}</p>`
    return html`<section aria-labelledby="own">
      <h2 id="own">${words.own(grant.name)}</h2>
      <p class="help">${words.ownHelp}</p>
      ${this.items.map((item, index) => this.#itemPart(item, index))}
      <desk-picker
        label=${words.searchUnit}
        help=${words.searchUnitHelp}
        .source=${this.#units}
        @desk-picked=${({ picked }: PickedEvent) => this.#add(picked)}
      ></desk-picker>
      <p role="status" class="help">${this.said}</p>
      ${this.#conflictPart()}
      ${saveBar({
        label: words.save,
        isSaving: this.isSaving,
        isChanged: this.isUnsaved,
        error: this.error,
        onSave: () => void this.#save(),
        onLater: () => void this.#later(),
      })}
    </section>`
  }

  #conflictPart() {
    if (!this.conflict) return nothing
    return conflictPart({
      ...{ theirs: this.conflict.data, mine: this.#body() },
      onMine: () => void this.#takeMine(),
      onTheirs: () => void this.#load(),
    })
  }

  #itemPart(item: ResponsibilityEdit, index: number) {
    const name = this.names.get(item.unit) ?? item.unit
    return html`<fieldset class="group">
      <legend>${name}</legend>
      ${selectField({
        id: `role-${index}`,
        label: words.role,
        value: item.role,
        options: Object.entries(words.roles).map(([value, label]) => ({ value, label })),
        onChange: (role) => this.#change(index, { role: role as Role }),
      })}
      ${textField({
        id: `note-${index}`,
        label: words.note,
        value: item.note ?? '',
        isOptional: true,
        onInput: (note) => this.#change(index, { note }),
      })}
      ${textField({
        id: `basis-${index}`,
        label: words.basis,
        value: item.basis ?? '',
        isOptional: true,
        onInput: (basis) => this.#change(index, { basis }),
      })}
      <button
        type="button"
        class="button plain"
        aria-label=${words.removeOf(name)}
        @click=${() => this.#remove(index, name)}
      >
        ${words.remove}
      </button>
    </fieldset>`
  }
}

const recordsTable = (records: readonly RecordedResponsibility[]) => html`
  <div class="scrolls" tabindex="0" role="group" aria-labelledby="recorded">
    <table>
      <thead>
        <tr>
          <th scope="col">${words.area}</th>
          <th scope="col">${words.unit}</th>
          <th scope="col">${words.role}</th>
          <th scope="col">${words.origin}</th>
        </tr>
      </thead>
      <tbody>
        ${records.map(
          ({ area, unit, role, origin, basis }) =>
            html`<tr>
              <td>${area?.name ?? words.everywhere}</td>
              <td><a href="/desk/units/${encodeURIComponent(unit.id)}">${unit.name}</a></td>
              <td>${words.roles[role]}</td>
              <td>
                ${words.origins[origin]}${basis ? html` <span class="help">(${basis})</span>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`

define('desk-service-responsibility', ServiceResponsibility)

declare global {
  interface HTMLElementTagNameMap {
    'desk-service-responsibility': ServiceResponsibility
  }
}
