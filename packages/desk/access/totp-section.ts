import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { Account, RecoveryCodes, TotpEnrolment } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { errorSummary, type FieldErrors, focusErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { AccountChangedEvent, CodesMadeEvent } from './account-events.ts'
import { qrCode } from './qr-code.ts'
import { words } from './words.ts'

const told = words.account.totp

/**
 * @tag desk-totp-section
 * @summary Codes of an app as second step.
 * @event {CodesMadeEvent} desk-codes-made - It was the first second step: recovery codes came along.
 */
class TotpSection extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) account!: Account
  @state() private enrolment: TotpEnrolment | undefined
  @state() private code = ''
  @state() private errors: FieldErrors = {}

  readonly #begin = (): Promise<void> =>
    this.#try(async () => {
      const { data } = await this.desk.api.post<TotpEnrolment>('/account/totp', {}, { authority: null })
      this.enrolment = data
    })

  readonly #finish = (event: Event): void => {
    event.preventDefault()
    const code = this.code.trim()
    if (!code) {
      this.errors = { code: words.signIn.factor.codeMissing }
      void focusErrors(this)
      return
    }
    void this.#try(async () => {
      const { data } = await this.desk.api.put<RecoveryCodes>('/account/totp', { code }, { authority: null })
      this.enrolment = undefined
      this.code = ''
      this.desk.notify(told.finished)
      if (data.codes.length) this.dispatchEvent(new CodesMadeEvent(data.codes))
    })
  }

  readonly #remove = (): Promise<void> =>
    this.#try(async () => {
      await this.desk.api.remove('/account/totp', { authority: null })
      this.desk.notify(told.removed)
    })

  async #try(work: () => Promise<void>): Promise<void> {
    this.errors = {}
    try {
      await work()
      if (!this.enrolment) this.dispatchEvent(new AccountChangedEvent())
    } catch (error) {
      const isWrong = error instanceof ApiError && error.code === 'second-factor-refused'
      this.errors = isWrong ? { code: words.signIn.factor.codeWrong } : { '': problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${told.title}</h2>
        ${this.enrolment ? this.#enrol(this.enrolment) : this.#state()}
      </section>
    `
  }

  #state() {
    const { hasTotp } = this.account
    return html`
      ${errorSummary(this.errors)}
      <p>${hasTotp ? told.on : told.off}</p>
      <p>
        <button type="button" class="button quiet" @click=${hasTotp ? this.#remove : this.#begin}>
          ${hasTotp ? told.remove : told.begin}
        </button>
      </p>
    `
  }

  #enrol({ secret, uri }: TotpEnrolment) {
    return html`
      <form novalidate @submit=${this.#finish}>
        ${errorSummary(this.errors)}
        <p>${told.scan}</p>
        ${qrCode(uri, told.qr)}
        <p>${told.type} <br /><code>${secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code></p>
        <p><a href=${uri}>${told.link}</a></p>
        ${textField({
          id: 'code',
          label: told.confirm,
          autocomplete: 'one-time-code',
          inputmode: 'numeric',
          value: this.code,
          error: this.errors['code'],
          onInput: (value) => (this.code = value),
        })}
        <button class="button">${told.finish}</button>
      </form>
    `
  }
}

define('desk-totp-section', TotpSection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-totp-section': TotpSection
  }
}
