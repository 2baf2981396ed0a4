import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { PasskeyOptions, SecondFactor, Session, SignInState, SignInWays } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { DeskApi } from '../shell/api.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { errorSummary, type FieldErrors, focusErrors, hasErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { canUsePasskeys, usePasskey } from './passkey.ts'
import { quietly, SignedInEvent } from './signed-in.ts'
import { words } from './words.ts'
import './second-step.ts'

const { signIn } = words

/**
 * Password and second step, a passkey, or one of the providers that the operator has set up.
 *
 * @tag desk-sign-in-form
 * @summary Signs a clerk in.
 * @event {SignedInEvent} desk-signed-in - Somebody has signed in.
 */
class SignInForm extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) api!: DeskApi
  /** Where a provider sends back to. */
  @property() return = '/desk/'
  /** Above a page with something typed, which must not be left. */
  @property({ type: Boolean }) again = false

  @state() private ways: SignInWays = { local: true, passkeys: false, providers: [], isFirstStart: false }
  @state() private factors: readonly SecondFactor[] = []
  @state() private errors: FieldErrors = {}
  @state() private isBusy = false
  @state() private isPasswordShown = false
  @state() private login = ''
  @state() private password = ''

  protected override async firstUpdated(): Promise<void> {
    try {
      this.ways = (await this.api.get<SignInWays>('/sign-in', quietly)).data
    } catch {
      // A password is always a way; what is wrong is told when it is sent.
    }
  }

  readonly #onPassword = (event: Event): void => {
    event.preventDefault()
    const { password } = this
    const login = this.login.trim()
    const errors = {
      login: login ? undefined : signIn.missingLogin,
      password: password ? undefined : signIn.missingPassword,
    }
    const send = () => this.api.post<SignInState>('/sign-in/password', { login, password }, quietly)
    void this.#try(send, 'password', errors)
  }

  readonly #onPasskey = (): void => {
    const send = async () => {
      const { data } = await this.api.post<PasskeyOptions>('/sign-in/passkey/options', {}, quietly)
      return this.api.post<SignInState>('/sign-in/passkey', { credential: await usePasskey(data) }, quietly)
    }
    void this.#try(send, '')
  }

  async #try(
    send: () => Promise<{ readonly data: SignInState }>,
    field: string,
    errors: FieldErrors = {},
  ): Promise<void> {
    if (this.isBusy) return
    this.errors = errors
    if (hasErrors(errors)) return focusErrors(this)
    this.isBusy = true
    try {
      const { data } = await send()
      this.password = ''
      if (data.state === 'signed-in') this.dispatchEvent(new SignedInEvent())
      else this.factors = data.factors
    } catch (error) {
      this.errors = { [field]: isPasskeyRefused(error) ? signIn.passkeyFailed : problemText(error) }
      await focusErrors(this)
    } finally {
      this.isBusy = false
    }
  }

  /** In another tab somebody has gone the way round a provider. */
  readonly #isBack = async (): Promise<void> => {
    try {
      await this.api.get<Session>('/session', quietly)
      this.dispatchEvent(new SignedInEvent())
    } catch (error) {
      this.errors = { '': error instanceof ApiError ? signIn.notBack : problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    if (this.factors.length)
      return html`
        <desk-second-step
          .api=${this.api}
          .factors=${this.factors}
          @desk-begin-again=${() => (this.factors = [])}
        ></desk-second-step>
      `
    const { local, providers, isFirstStart } = this.ways
    const hasPasskeys = this.ways.passkeys && canUsePasskeys()
    return html`
      <div class="stack">
        ${isFirstStart ? html`<p class="aside">${signIn.firstStart}</p>` : nothing}
        ${local ? this.#passwordForm() : errorSummary(this.errors)}
        ${local && (providers.length || hasPasskeys) ? html`<p class="muted">${signIn.or}</p>` : nothing}
        ${
          hasPasskeys
            ? html`<button type="button" class="button quiet" @click=${this.#onPasskey}>
                ${signIn.passkey}
              </button>`
            : nothing
        }
        ${providers.map(({ id, label }) => this.#provider(id, label))}
        ${
          providers.length && this.again
            ? html`<button type="button" class="button quiet" @click=${this.#isBack}>
                ${signIn.isBack}
              </button>`
            : nothing
        }
        ${local ? html`<p class="small muted">${signIn.forgotten}</p>` : nothing}
      </div>
    `
  }

  #provider(id: string, label: string) {
    const back = encodeURIComponent(this.again ? '/desk/' : this.return)
    return html`
      <a
        class="button quiet"
        href="/api/v1/sign-in/oidc/${encodeURIComponent(id)}?return=${back}"
        target=${this.again ? '_blank' : nothing}
        rel=${this.again ? 'noopener' : nothing}
        >${this.again ? signIn.providerAgain(label) : signIn.provider(label)}</a
      >
    `
  }

  #passwordForm() {
    return html`
      <form novalidate @submit=${this.#onPassword}>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'login',
          label: signIn.login,
          type: 'email',
          autocomplete: 'username',
          value: this.login,
          error: this.errors['login'],
          onInput: (value) => (this.login = value),
        })}
        ${textField({
          id: 'password',
          label: signIn.password,
          type: this.isPasswordShown ? 'text' : 'password',
          autocomplete: 'current-password',
          value: this.password,
          error: this.errors['password'],
          onInput: (value) => (this.password = value),
        })}
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.isPasswordShown}
            @change=${() => (this.isPasswordShown = !this.isPasswordShown)}
          />
          ${signIn.show}
        </label>
        <button class="button" aria-disabled=${this.isBusy}>${signIn.submit}</button>
      </form>
    `
  }
}

/** By the device or the person, or by the server, which has no other proof to refuse in this step. */
const isPasskeyRefused = (error: unknown): boolean =>
  error instanceof DOMException || (error instanceof ApiError && error.code === 'second-factor-refused')

define('desk-sign-in-form', SignInForm)

declare global {
  interface HTMLElementTagNameMap {
    'desk-sign-in-form': SignInForm
  }
}
