import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Account, PasskeyInfo, PasskeyOptions, RecoveryCodes } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { shownDay } from '../shell/dates.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { errorSummary, type FieldErrors, focusErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { AccountChangedEvent, CodesMadeEvent } from './account-events.ts'
import { canUsePasskeys, makePasskey } from './passkey.ts'
import { words } from './words.ts'

const told = words.account.passkeys

/**
 * @tag desk-passkeys-section
 * @summary Own passkeys.
 * @event {CodesMadeEvent} desk-codes-made - It was the first second step: recovery codes came along.
 */
class PasskeysSection extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) account!: Account
  @state() private name = ''
  @state() private errors: FieldErrors = {}

  readonly #add = (event: Event): void => {
    event.preventDefault()
    const name = this.name.trim()
    if (!name) {
      this.errors = { name: told.nameMissing }
      void focusErrors(this)
      return
    }
    void this.#try(async () => {
      const { api } = this.desk
      const options = await api.post<PasskeyOptions>('/account/passkeys/options', {}, { authority: null })
      const credential = await makePasskey(options.data)
      const { data } = await api.post<RecoveryCodes>(
        '/account/passkeys',
        { name, credential },
        { authority: null },
      )
      this.name = ''
      this.desk.notify(told.added)
      if (data.codes.length) this.dispatchEvent(new CodesMadeEvent(data.codes))
    })
  }

  #remove({ id, name }: PasskeyInfo): Promise<void> {
    return this.#try(async () => {
      await this.desk.api.remove(`/account/passkeys/${encodeURIComponent(id)}`, { authority: null })
      this.desk.notify(told.removed(name))
    })
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.errors = {}
    try {
      await work()
      this.dispatchEvent(new AccountChangedEvent())
    } catch (error) {
      this.errors = { '': error instanceof DOMException ? told.failed : problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    const { passkeys } = this.account
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${told.title}</h2>
        <p>${told.help}</p>
        ${
          passkeys.length
            ? html`<ul class="bare">
                ${passkeys.map((passkey) => this.#passkey(passkey))}
              </ul>`
            : html`<p class="muted">${told.none}</p>`
        }
        ${canUsePasskeys() ? this.#form() : html`<p>${told.unsupported}</p>`}
      </section>
    `
  }

  #passkey(passkey: PasskeyInfo) {
    const { name, lastUsedOn } = passkey
    return html`
      <li class="row">
        <span
          >${name},
          <span class="muted">${lastUsedOn ? told.used(shownDay(lastUsedOn)) : told.unused}</span></span
        >
        <button type="button" class="button plain" @click=${() => this.#remove(passkey)}>
          ${told.remove(name)}
        </button>
      </li>
    `
  }

  #form() {
    return html`
      <form novalidate @submit=${this.#add}>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'name',
          label: told.name,
          help: told.nameHelp,
          maxLength: 60,
          value: this.name,
          error: this.errors['name'],
          onInput: (value) => (this.name = value),
        })}
        <button class="button quiet">${told.add}</button>
      </form>
    `
  }
}

define('desk-passkeys-section', PasskeysSection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-passkeys-section': PasskeysSection
  }
}
