import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { PasskeyOptions, SecondFactor, SignInState } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { DeskApi } from '../shell/api.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { errorSummary, type FieldErrors, focusErrors, textField } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { canUsePasskeys, usePasskey } from './passkey.ts'
import { quietly, SignedInEvent } from './signed-in.ts'
import { words } from './words.ts'

const told = words.signIn.factor

/** The step took too long or does not lead on: back to the password. */
class BeginAgainEvent extends Event {
  constructor() {
    super('desk-begin-again')
  }
}

/**
 * The second proof of who somebody is: a code, a passkey, or a recovery code.
 *
 * @tag desk-second-step
 * @summary Second step of a sign-in.
 * @event {SignedInEvent} desk-signed-in - Somebody has signed in.
 * @event {BeginAgainEvent} desk-begin-again - Somebody wants to begin again.
 */
class SecondStep extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) api!: DeskApi
  @property({ attribute: false }) factors: readonly SecondFactor[] = []

  @state() private chosen: SecondFactor | undefined
  @state() private errors: FieldErrors = {}
  @state() private code = ''
  @state() private isBusy = false

  get #usable(): readonly SecondFactor[] {
    return this.factors.filter((factor) => factor !== 'passkey' || canUsePasskeys())
  }

  get #factor(): SecondFactor {
    return this.chosen ?? this.#usable[0] ?? 'recovery-code'
  }

  protected override firstUpdated(): void {
    this.#focus()
  }

  #focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, .button')?.focus()
  }

  async #choose(factor: SecondFactor): Promise<void> {
    this.chosen = factor
    this.errors = {}
    this.code = ''
    await this.updateComplete
    this.#focus()
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const factor = this.#factor
    const code = this.code.trim()
    if (factor !== 'passkey' && !code) {
      this.errors = { code: factor === 'totp' ? told.codeMissing : told.recoveryMissing }
      return focusErrors(this)
    }
    if (this.isBusy) return
    this.isBusy = true
    try {
      const { data } = await (factor === 'passkey' ? this.#byPasskey() : this.#byCode(factor, code))
      if (data.state === 'signed-in') this.dispatchEvent(new SignedInEvent())
    } catch (error) {
      this.errors = { [factor === 'passkey' ? '' : 'code']: textOf(error, factor) }
      await focusErrors(this)
    } finally {
      this.isBusy = false
    }
  }

  #byCode(factor: SecondFactor, code: string) {
    return this.api.post<SignInState>(`/sign-in/${factor}`, { code }, quietly)
  }

  async #byPasskey() {
    const { data } = await this.api.post<PasskeyOptions>('/sign-in/passkey/options', {}, quietly)
    return this.api.post<SignInState>('/sign-in/passkey', { credential: await usePasskey(data) }, quietly)
  }

  override render() {
    const factor = this.#factor
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        <h2>${told.title}</h2>
        ${errorSummary(this.errors)} ${factor === 'passkey' ? nothing : this.#field(factor === 'totp')}
        <button class="button" aria-disabled=${this.isBusy}>
          ${factor === 'passkey' ? words.signIn.passkey : told.submit}
        </button>
        ${this.#usable
          .filter((other) => other !== factor)
          .map(
            (other) => html`
              <button type="button" class="button plain" @click=${() => this.#choose(other)}>
                ${told.use[other]}
              </button>
            `,
          )}
        ${factor === 'recovery-code' ? html`<p class="muted">${told.lost}</p>` : nothing}
        <button type="button" class="button plain" @click=${() => this.dispatchEvent(new BeginAgainEvent())}>
          ${told.back}
        </button>
      </form>
    `
  }

  #field(isApp: boolean) {
    return textField({
      id: 'code',
      label: isApp ? told.code : told.recovery,
      help: isApp ? told.codeHelp : told.recoveryHelp,
      autocomplete: isApp ? 'one-time-code' : 'off',
      inputmode: isApp ? 'numeric' : 'text',
      value: this.code,
      error: this.errors['code'],
      onInput: (value) => (this.code = value),
    })
  }
}

function textOf(error: unknown, factor: SecondFactor): string {
  const isRefused = error instanceof ApiError && error.code === 'second-factor-refused'
  if (factor === 'passkey' && (isRefused || error instanceof DOMException)) return told.passkeyWrong
  if (!isRefused) return problemText(error)
  return factor === 'totp' ? told.codeWrong : told.recoveryWrong
}

define('desk-second-step', SecondStep)

declare global {
  interface HTMLElementTagNameMap {
    'desk-second-step': SecondStep
  }
}
