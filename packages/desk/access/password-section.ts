import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { Account } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { errorSummary, type FieldErrors, focusErrors, hasErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { AccountChangedEvent } from './account-events.ts'
import { newPasswordField, passwordError } from './password-field.ts'
import { words } from './words.ts'

const told = words.account.password

/**
 * @tag desk-password-section
 * @summary Own password.
 */
class PasswordSection extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) account!: Account
  @state() private current = ''
  @state() private password = ''
  @state() private errors: FieldErrors = {}

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { current, password } = this
    this.errors = {
      current: current ? undefined : words.password.currentMissing,
      password: passwordError(password),
    }
    if (hasErrors(this.errors)) return focusErrors(this)
    try {
      await this.desk.api.put('/account/password', { current, password }, { authority: null })
      this.current = ''
      this.password = ''
      this.desk.notify(told.changed)
      this.dispatchEvent(new AccountChangedEvent())
    } catch (error) {
      const code = error instanceof ApiError ? error.code : ''
      this.errors = { [fields[code] ?? '']: problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${told.title}</h2>
        ${this.account.hasPassword ? this.#form() : html`<p>${told.none}</p>`}
      </section>
    `
  }

  #form() {
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'current',
          label: words.password.current,
          type: 'password',
          autocomplete: 'current-password',
          value: this.current,
          error: this.errors['current'],
          onInput: (value) => (this.current = value),
        })}
        ${newPasswordField(this.password, this.errors['password'], (value) => (this.password = value))}
        <button class="button quiet">${told.change}</button>
      </form>
    `
  }
}

const fields: Readonly<Record<string, string>> = {
  'password-wrong': 'current',
  'password-too-common': 'password',
}

define('desk-password-section', PasswordSection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-password-section': PasswordSection
  }
}
