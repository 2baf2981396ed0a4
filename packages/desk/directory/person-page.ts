import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { PersonEdit, PersonEditState } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { errorSummary, type FieldErrors, focusErrors, selectField, textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { failed, waiting } from '../shell/states.ts'
import { peopleWords as words } from './people-words.ts'
import { newPersonId, type PersonDraft, personDraftOf, personErrors, sentPerson } from './person-draft.ts'

/**
 * One person: what they do, how they are reached, and whether their name may be shown.
 *
 * @tag desk-person-page
 */
export class PersonPage extends DeskPage {
  @state() private person: EditState<Partial<PersonEditState>> | undefined
  @state() private draft: PersonDraft | undefined
  @state() private isChanged = false
  @state() private isRefused = false
  @state() private isSaving = false
  @state() private error: unknown

  override get isUnsaved(): boolean {
    return this.isChanged
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  readonly #load = async (): Promise<void> => {
    this.error = undefined
    const isNew = this.params['id'] === 'new'
    const path = `/people/${isNew ? newPersonId() : this.params['id']}/record`
    try {
      this.person = isNew ? { path, data: {}, etag: undefined } : await readEdit(this.desk, path, {})
    } catch (error) {
      this.error = error
      return
    }
    this.draft = personDraftOf(this.person.data as Partial<PersonEdit>)
    this.isChanged = false
    this.isRefused = false
    this.titled([this.draft.givenName, this.draft.familyName].join(' ').trim() || words.newPerson)
  }

  async #save(): Promise<void> {
    const { person, draft } = this
    if (!person || !draft || this.isSaving) return
    this.isRefused = Object.keys(personErrors(draft, words)).length > 0
    if (this.isRefused) return focusErrors(this)
    this.isSaving = true
    this.error = undefined
    try {
      const body = sentPerson(person.data as Partial<PersonEdit>, draft)
      await saveEdit<Partial<PersonEditState>>(this.desk, {
        state: person,
        body,
        told: words.saved,
        onUndone: () => this.desk.go('/desk/people'),
      })
      this.isChanged = false
      this.desk.go('/desk/people')
    } catch (error) {
      this.error = error
    } finally {
      this.isSaving = false
    }
  }

  #change(changes: Partial<PersonDraft>) {
    this.draft = { ...this.draft!, ...changes }
    this.isChanged = true
  }

  override render() {
    const { draft } = this
    if (!draft) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    const errors: FieldErrors = this.isRefused ? personErrors(draft, words) : {}
    const text = (
      id: keyof PersonDraft,
      label: string,
      more: Partial<Parameters<typeof textField>[0]> = {},
    ) =>
      textField({
        ...{ id, label, value: draft[id], error: errors[id], isOptional: true },
        onInput: (value) => this.#change({ [id]: value }),
        ...more,
      })
    return html`
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#save()
        }}
      >
        ${errorSummary(errors)} ${text('familyName', words.familyName, { isOptional: false })}
        ${text('givenName', words.givenName)} ${text('honorific', words.honorific)}
        ${text('functionName', words.functionTitle, { help: words.functionHelp, isOptional: false })}
        ${text('unitId', words.unit, { help: words.unitHelp, isOptional: false })}
        ${text('phone', words.phone, { type: 'tel' })} ${text('email', words.email, { type: 'email' })}
        ${text('room', words.room)} ${text('topics', words.topics, { help: words.topicsHelp })}
        ${selectField({
          id: 'basis',
          label: words.naming,
          help: words.namingHelp,
          value: draft.basis,
          options: Object.entries(words.namings).map(([value, label]) => ({ value, label })),
          onChange: (basis) => this.#change({ basis: basis as PersonDraft['basis'] }),
        })}
        ${draft.basis ? text('since', words.since, { type: 'date', isOptional: false }) : nothing}
        <h2>${words.absence}</h2>
        ${text('from', words.from, { type: 'date' })} ${text('until', words.until, { type: 'date' })}
        ${
          isConflict(this.error)
            ? html`<div class="aside problem" role="alert">
                <p>${words.conflict}</p>
                <button type="button" class="button quiet" @click=${this.#load}>${words.reload}</button>
              </div>`
            : nothing
        }
        ${this.error && !isConflict(this.error) ? failed(this.error) : nothing}
        <button class="button" ?disabled=${this.isSaving}>
          ${this.isSaving ? words.saving : words.save}
        </button>
      </form>
    `
  }
}

define('desk-person-page', PersonPage)
