import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { AreaHit } from '@amtsweg/contract'
import type { KeptAuthority, NewAuthority } from '@amtsweg/contract/clerks.ts'
import type { ComboboxOption, Suggest } from '@amtsweg/kit/combobox.ts'
import { define } from '@amtsweg/kit/define.ts'
import { messages } from '@amtsweg/messages/states/de.ts'
import {
  errorSummary,
  type FieldErrors,
  focusErrors,
  hasErrors,
  refusedFields,
  textField,
} from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { authorityErrors, authorityFields, sentAuthority } from './authority-fields.ts'
import { isShortId, shortId } from './short-id.ts'
import { words } from './words.ts'
import '@amtsweg/kit/combobox.ts'

const told = words.authorities
const blank: NewAuthority = {
  id: '',
  regionKey: '',
  names: {},
  languages: ['de'],
  holidaysLand: '13',
  origins: [],
  fourEyes: false,
}

/**
 * A new town in a minute: its place tells key, name, Land and id.
 *
 * @tag desk-new-authority-page
 * @summary New authority.
 */
class NewAuthorityPage extends DeskPage {
  @state() private body = blank
  @state() private place = ''
  @state() private errors: FieldErrors = {}
  @state() private added: KeptAuthority | undefined

  override get isUnsaved(): boolean {
    return this.body !== blank && !this.added
  }

  readonly #suggest: Suggest = async (q, signal) => {
    const { data } = await this.desk.api.get<{ readonly items: readonly AreaHit[] }>('/areas', {
      query: { q, limit: 10 },
      signal,
    })
    return data.items
      .filter(({ kind, regionKey }) => regionKey && kind !== 'ort' && kind !== 'postcode')
      .map((hit): ComboboxOption => ({ label: hit.label, detail: hit.detail, value: hit }))
  }

  #choose(hit: AreaHit): void {
    const regionKey = hit.regionKey!
    this.place = hit.label
    this.errors = {}
    this.body = {
      ...this.body,
      regionKey,
      id: shortId(hit.label),
      holidaysLand: regionKey.slice(0, 2),
      names: { ...this.body.names, de: hit.label },
    }
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { id, regionKey } = this.body
    this.errors = {
      place: regionKey ? undefined : told.placeMissing,
      id: isShortId(id) ? undefined : told.idWrong,
      ...authorityErrors(this.body),
    }
    if (hasErrors(this.errors)) return focusErrors(this)
    try {
      const body = sentAuthority(this.body)
      this.added = (await this.desk.api.post<KeptAuthority>('/authorities', body, { authority: null })).data
      this.desk.notify(told.added(this.added.names['de'] ?? id))
      await this.desk.renew()
      await this.updateComplete
      this.renderRoot.querySelector('h2')!.focus()
    } catch (error) {
      const isTaken = error instanceof ApiError && error.code === 'already-taken'
      this.errors = isTaken ? { id: told.placeTaken } : refusedFields(error, { id: told.idWrong })
      await focusErrors(this)
    }
  }

  override render() {
    return this.added ? this.#next(this.added) : this.#form()
  }

  #form() {
    const { body, errors } = this
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        ${errorSummary(errors)}
        <div class="field">
          <amt-combobox
            id="place"
            label=${told.place}
            help=${told.placeHelp}
            error=${errors['place'] ?? ''}
            .value=${this.place}
            .suggest=${this.#suggest}
            .words=${messages.search}
            @amt-option-chosen=${(event: HTMLElementEventMap['amt-option-chosen']) =>
              this.#choose(event.option.value as AreaHit)}
          ></amt-combobox>
          ${body.regionKey ? html`<p class="small muted">${told.key(body.regionKey)}</p>` : nothing}
        </div>
        ${textField({
          id: 'id',
          label: told.id,
          help: told.idHelp,
          maxLength: 60,
          value: body.id,
          error: errors['id'],
          onInput: (id) => (this.body = { ...body, id }),
        })}
        ${authorityFields(body, errors, (changed) => (this.body = { ...this.body, ...changed }))}
        <button class="button">${told.send}</button>
      </form>
    `
  }

  #next({ id, names }: KeptAuthority) {
    return html`
      <div class="stack">
        <h2 tabindex="-1">${told.added(names['de'] ?? id)}</h2>
        <p>${told.next}</p>
        <ul class="bare">
          <li><a href="/desk/services" @click=${() => this.desk.actFor(id)}>${told.nextService}</a></li>
          <li><a href="/desk/clerks" @click=${() => this.desk.actFor(id)}>${told.nextInvite}</a></li>
          <li><a href="/desk/authorities/${id}">${told.nextSettings}</a></li>
        </ul>
      </div>
    `
  }
}

define('desk-new-authority-page', NewAuthorityPage)
