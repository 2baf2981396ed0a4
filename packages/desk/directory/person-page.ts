import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { PersonEdit, PersonEditState } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { styles as differenceStyles } from '../changes/changes.styles.ts'
import { conflictPart } from '../changes/conflict-part.ts'
import { saveForLater, type Wish } from '../changes/save.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { type EditState, isConflict, readEdit, saveEdit } from '../shell/edit-state.ts'
import { type FieldErrors, focusAlert, focusErrors } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import type { PickerSource } from '../shell/picker.ts'
import { saveBar } from '../shell/save-bar.ts'
import { SaveKey } from '../shell/save-key.ts'
import { failed, waiting } from '../shell/states.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { peopleWords as words } from './people-words.ts'
import { newPersonId, type PersonDraft, personDraftOf, personErrors, sentPerson } from './person-draft.ts'
import { personForm } from './person-form.ts'
import { personSource } from './person-source.ts'
import { unitSource } from './unit-source.ts'

type Person = Partial<PersonEditState>

/**
 * One person: what they do, how they are reached, and whether their name may be shown.
 *
 * @tag desk-person-page
 */
export class PersonPage extends DeskPage {
  static override styles = [deskStyles, tabStyles, differenceStyles]

  @state() private person: EditState<Person> | undefined
  @state() private draft: PersonDraft | undefined
  @state() private isChanged = false
  @state() private isRefused = false
  @state() private isSaving = false
  @state() private error: unknown
  /** What somebody else has saved meanwhile. */
  @state() private conflict: EditState<Person> | undefined

  #units!: PickerSource
  #people!: PickerSource

  constructor() {
    super()
    new SaveKey(this, () => void this.#save())
  }

  override get isUnsaved(): boolean {
    return this.isChanged
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { desk } = this
    this.#units = unitSource(desk, { area: desk.grant.regionKey ?? undefined })
    this.#people = personSource(desk, this.params['id'] ?? '')
    void this.#load()
  }

  readonly #load = async (): Promise<void> => {
    this.error = undefined
    this.conflict = undefined
    const isNew = this.params['id'] === 'new'
    const path = `/people/${isNew ? newPersonId() : this.params['id']}/record`
    try {
      const person = isNew ? { path, data: {}, etag: undefined } : await readEdit<Person>(this.desk, path, {})
      // Of somebody who is not there the id alone is answered; writing it down would make a person of a mistyped address.
      if (!isNew && person.data.familyName === undefined)
        throw new ApiError({ status: 404, code: 'person-unknown' })
      this.person = person
    } catch (error) {
      this.error = error
      return
    }
    const draft = personDraftOf(this.person.data as Partial<PersonEdit>)
    // A new person at the office that somebody comes from.
    this.draft = isNew ? { ...draft, unitId: this.query.get('unit') ?? '' } : draft
    this.isChanged = false
    this.isRefused = false
    this.titled([draft.givenName, draft.familyName].join(' ').trim() || words.newPerson)
  }

  /** The person as they shall be; undefined, and the reason is shown, where that cannot be. */
  async #wish(): Promise<Wish | undefined> {
    const { person, draft } = this
    if (!person || !draft) return undefined
    this.isRefused = Object.keys(personErrors(draft, words)).length > 0
    if (this.isRefused) {
      await focusErrors(this)
      return undefined
    }
    const wanted = sentPerson(person.data as Partial<PersonEdit>, draft)
    return { path: person.path, wanted, etag: person.etag }
  }

  /** Does what a button says, once at a time. */
  async #working(work: (wish: Wish) => Promise<void>): Promise<void> {
    if (this.isSaving || !this.desk.may('people:write')) return
    const wish = await this.#wish()
    if (!wish) return
    this.isSaving = true
    this.error = undefined
    try {
      await work(wish)
    } catch (error) {
      if (isConflict(error)) {
        this.conflict = await readEdit<Person>(this.desk, wish.path, {})
        await focusAlert(this)
      } else this.error = error
    } finally {
      this.isSaving = false
    }
  }

  #save(): Promise<void> {
    return this.#working(async ({ wanted }) => {
      await saveEdit<unknown>(this.desk, {
        ...{ state: this.person!, body: wanted, told: words.saved },
        onUndone: () => this.desk.go('/desk/people'),
      })
      this.isChanged = false
      this.desk.go('/desk/people')
    })
  }

  #later(): Promise<void> {
    return this.#working(async (wish) => {
      this.isChanged = false
      try {
        await saveForLater(this.desk, wish)
      } catch (error) {
        this.isChanged = true
        throw error
      }
    })
  }

  async #takeMine(): Promise<void> {
    const { person, conflict } = this
    if (!person || !conflict) return
    this.person = { ...person, etag: conflict.etag }
    this.conflict = undefined
    await this.#save()
  }

  override render() {
    const { draft, desk } = this
    if (!draft) return this.error ? failed(this.error, () => void this.#load()) : waiting()
    const errors: FieldErrors = this.isRefused ? personErrors(draft, words) : {}
    return html`
      ${this.#conflictPart(draft)}
      ${personForm({
        ...{ draft, errors, units: this.#units, people: this.#people },
        onChange: (changes) => {
          this.draft = { ...this.draft!, ...changes }
          this.isChanged = true
        },
      })}
      ${
        desk.may('people:write')
          ? saveBar({
              label: words.save,
              isSaving: this.isSaving,
              isChanged: this.isChanged,
              error: this.error,
              onSave: () => void this.#save(),
              onLater: () => void this.#later(),
            })
          : nothing
      }
    `
  }

  #conflictPart(draft: PersonDraft) {
    const { conflict, person } = this
    if (!conflict || !person) return nothing
    return conflictPart({
      ...{ theirs: conflict.data, mine: sentPerson(person.data as Partial<PersonEdit>, draft) },
      onMine: () => void this.#takeMine(),
      onTheirs: () => void this.#load(),
    })
  }
}

define('desk-person-page', PersonPage)
