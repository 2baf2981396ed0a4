import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import { define } from '@amtsweg/kit/define.ts'
import type { DeskApi } from '../shell/api.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { errorSummary, type FieldErrors, focusErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { words } from './words.ts'

/** Somebody has signed in; the cookie is set. */
export class SignedInEvent extends Event {
  constructor() {
    super('desk-signed-in', { bubbles: true, composed: true })
  }
}

interface Ways {
  readonly local: boolean
  readonly passkeys: boolean
  readonly providers: readonly { readonly id: string; readonly label: string }[]
}

type Factor = 'totp' | 'recovery-code'
interface SignInState {
  readonly state: 'signed-in' | 'second-factor'
  readonly factors?: readonly string[]
}

const quietly = { keepsSessionErrors: true, authority: null } as const
const { signIn } = words

/**
 * Name and password, then the second step; or one of the providers that the operator has set up.
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

  @state() private ways: Ways = { local: true, passkeys: false, providers: [] }
  @state() private factor: Factor | undefined
  @state() private errors: FieldErrors = {}
  @state() private isBusy = false
  @state() private isPasswordShown = false
  @state() private login = ''
  @state() private password = ''
  @state() private code = ''

  protected override async firstUpdated(): Promise<void> {
    try {
      this.ways = (await this.api.get<Ways>('/sign-in', quietly)).data
    } catch {
      // Name and password are always a way; what is wrong is told when they are sent.
    }
  }

  readonly #onPassword = (event: Event): void => {
    event.preventDefault()
    const { login, password } = this
    const errors = {
      login: login.trim() ? undefined : signIn.missingLogin,
      password: password ? undefined : signIn.missingPassword,
    }
    void this.#send('/sign-in/password', { login: login.trim(), password }, errors, (error) => ({
      password: isRefused(error) ? signIn.refused : problemText(error),
    }))
  }

  readonly #onCode = (event: Event): void => {
    event.preventDefault()
    const { factor } = signIn
    const [missing, wrong] =
      this.factor === 'totp'
        ? [factor.codeMissing, factor.codeWrong]
        : [factor.recoveryMissing, factor.recoveryWrong]
    const code = this.code.replaceAll(/\s/g, '')
    void this.#send(`/sign-in/${this.factor}`, { code }, { code: code ? undefined : missing }, (error) => ({
      code: isRefused(error) ? wrong : problemText(error),
    }))
  }

  async #send(
    path: string,
    body: object,
    errors: FieldErrors,
    told: (error: unknown) => FieldErrors,
  ): Promise<void> {
    if (this.isBusy) return
    this.errors = errors
    if (Object.values(errors).some(Boolean)) return focusErrors(this)
    this.isBusy = true
    try {
      const { data } = await this.api.post<SignInState>(path, body, quietly)
      this.#proceed(data)
    } catch (error) {
      this.errors = told(error)
      await focusErrors(this)
    } finally {
      this.isBusy = false
    }
  }

  #proceed({ state, factors = [] }: SignInState): void {
    this.password = ''
    this.code = ''
    if (state === 'signed-in') {
      this.dispatchEvent(new SignedInEvent())
      return
    }
    void this.#turnTo(factors.includes('totp') ? 'totp' : 'recovery-code')
  }

  async #turnTo(factor: Factor | undefined): Promise<void> {
    this.factor = factor
    this.errors = {}
    this.code = ''
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input')?.focus()
  }

  override render() {
    return this.factor ? this.#secondStep(this.factor) : this.#firstStep()
  }

  #firstStep() {
    const { local, providers } = this.ways
    return html`
      <div class="stack">
        ${local ? this.#passwordForm() : nothing}
        ${local && providers.length ? html`<p class="muted">${signIn.or}</p>` : nothing}
        ${providers.map(
          ({ id, label }) => html`
            <a
              class="button quiet"
              href="/api/v1/sign-in/oidc/${encodeURIComponent(id)}?return=${encodeURIComponent(this.return)}"
              >${signIn.provider(label)}</a
            >
          `,
        )}
      </div>
    `
  }

  #passwordForm() {
    return html`
      <form novalidate @submit=${this.#onPassword}>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'login',
          label: signIn.login,
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

  #secondStep(factor: Factor) {
    const told = signIn.factor
    const isApp = factor === 'totp'
    return html`
      <form novalidate @submit=${this.#onCode}>
        <h2>${told.title}</h2>
        ${errorSummary(this.errors)}
        ${textField({
          id: 'code',
          label: isApp ? told.code : told.recovery,
          help: isApp ? told.codeHelp : told.recoveryHelp,
          autocomplete: isApp ? 'one-time-code' : 'off',
          inputmode: isApp ? 'numeric' : 'text',
          value: this.code,
          error: this.errors['code'],
          onInput: (value) => (this.code = value),
        })}
        <button class="button" aria-disabled=${this.isBusy}>${told.submit}</button>
        <button
          type="button"
          class="button plain"
          @click=${() => this.#turnTo(isApp ? 'recovery-code' : 'totp')}
        >
          ${isApp ? told.useRecovery : told.useCode}
        </button>
        ${isApp ? nothing : html`<p class="muted">${told.lost}</p>`}
        <button type="button" class="button plain" @click=${() => this.#turnTo(undefined)}>
          ${told.back}
        </button>
      </form>
    `
  }
}

const isRefused = (error: unknown) =>
  error instanceof ApiError && (error.status === 401 || error.status === 403)

define('desk-sign-in-form', SignInForm)

declare global {
  interface HTMLElementTagNameMap {
    'desk-sign-in-form': SignInForm
  }
  interface HTMLElementEventMap {
    'desk-signed-in': SignedInEvent
  }
}
