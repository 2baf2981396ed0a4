import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type {
  RecordedResponsibility,
  ResponsibilityEdit,
  ResponsibilityRecords,
  Role,
  Service,
  UnitSummary,
} from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { selectField, textField } from '../shell/fields.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { styles } from './responsibility.styles.ts'
import type { UnitFoundEvent } from './unit-search.ts'
import { words } from './words.ts'
import './unit-search.ts'

interface Said {
  readonly items: readonly ResponsibilityEdit[]
}

/**
 * Who acts for one service in the area of an authority, and what the authority itself says of it.
 *
 * @tag desk-service-responsibility
 */
export class ServiceResponsibility extends LitElement {
  static override styles = [deskStyles, styles]

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

  /** Whether something typed would be lost. */
  get isUnsaved(): boolean {
    return this.stated !== undefined && this.items !== this.stated.data.items
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') && this.service) void this.#load()
  }

  readonly #load = async (): Promise<void> => {
    const { api, grant } = this.desk
    const id = encodeURIComponent(this.service)
    this.error = undefined
    try {
      const [service, records, stated] = await Promise.all([
        api.get<Service>(`/services/${id}`, { query: { area: grant.regionKey ?? undefined } }),
        api.get<ResponsibilityRecords>('/responsibility-records', {
          query: { service: this.service, limit: 100 },
        }),
        grant.regionKey
          ? readEdit<Said>(this.desk, `/services/${id}/responsibilities/${grant.regionKey}`, { items: [] })
          : undefined,
      ])
      this.called = service.data.title
      this.records = records.data.items
      this.names = new Map(records.data.items.map(({ unit }) => [unit.id, unit.name]))
      this.stated = stated && { ...stated, data: { items: stated.data.items } }
      this.items = this.stated?.data.items ?? []
    } catch (error) {
      this.error = error
    }
  }

  async #save(): Promise<void> {
    const { stated } = this
    if (!stated || this.isSaving) return
    this.isSaving = true
    this.error = undefined
    try {
      const items = this.items.map(({ note, basis, ...rest }) => ({
        ...rest,
        ...(note?.trim() ? { note: note.trim() } : {}),
        ...(basis?.trim() ? { basis: basis.trim() } : {}),
      }))
      const told = words.saved
      await saveEdit<Said>(this.desk, {
        state: stated,
        body: { items },
        told,
        onUndone: () => void this.#load(),
      })
      await this.#load()
    } catch (error) {
      this.error = error
    } finally {
      this.isSaving = false
    }
  }

  #change(index: number, changes: Partial<ResponsibilityEdit>) {
    this.items = this.items.map((item, at) => (at === index ? { ...item, ...changes } : item))
  }

  #add({ unit }: { readonly unit: UnitSummary }) {
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
      <desk-unit-search
        .desk=${this.desk}
        @desk-unit-found=${(event: UnitFoundEvent) => this.#add(event)}
      ></desk-unit-search>
      <p role="status" class="help">${this.said}</p>
      ${
        isConflict(this.error)
          ? html`<div class="aside problem" role="alert">
              <p>${words.conflict}</p>
              <button type="button" class="button quiet" @click=${this.#load}>${words.reload}</button>
            </div>`
          : nothing
      }
      ${this.error && !isConflict(this.error) ? failed(this.error) : nothing}
      <button
        type="button"
        class="button"
        ?disabled=${this.isSaving || !this.isUnsaved}
        @click=${() => void this.#save()}
      >
        ${this.isSaving ? words.saving : words.save}
      </button>
    </section>`
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
