import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Account, RecoveryCodes } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { errorSummary, type FieldErrors, focusErrors } from '../shell/fields.ts'
import { problemText } from '../shell/problem-words.ts'
import { AccountChangedEvent } from './account-events.ts'
import { styles } from './recovery-section.styles.ts'
import { words } from './words.ts'

const told = words.account.recovery

/**
 * @tag desk-recovery-section
 * @summary Recovery codes, shown once.
 */
class RecoverySection extends LitElement {
  static override styles = [deskStyles, styles]

  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) account!: Account
  @state() private codes: readonly string[] = []
  @state() private errors: FieldErrors = {}

  /** Whether codes stand here that can never be seen again. */
  get isShowing(): boolean {
    return this.codes.length > 0
  }

  /** Shows codes that were just made. */
  async show(codes: readonly string[]): Promise<void> {
    this.codes = codes
    await this.updateComplete
    const heading = this.renderRoot.querySelector('h2')!
    heading.focus()
    heading.scrollIntoView({ block: 'nearest' })
  }

  readonly #make = async (): Promise<void> => {
    this.errors = {}
    try {
      const { data } = await this.desk.api.post<RecoveryCodes>(
        '/account/recovery-codes',
        {},
        { authority: null },
      )
      await this.show(data.codes)
      this.dispatchEvent(new AccountChangedEvent())
    } catch (error) {
      this.errors = { '': problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    const { hasTotp, passkeys, recoveryCodesLeft } = this.account
    const hasFactor = hasTotp || passkeys.length > 0
    return html`
      <section aria-labelledby="title">
        <h2 id="title" tabindex="-1">${told.title}</h2>
        ${errorSummary(this.errors)}
        <p>${told.why} ${hasFactor ? told.left(recoveryCodesLeft) : told.needsFactor}</p>
        ${this.isShowing ? this.#shown() : ''}
        ${
          hasFactor && !this.isShowing
            ? html`<p>
                <button type="button" class="button quiet" @click=${this.#make}>${told.make}</button>
              </p>`
            : ''
        }
      </section>
    `
  }

  #shown() {
    return html`
      <div class="aside">
        <p>${told.shown}</p>
        <ol class="codes">
          ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
        </ol>
        <div class="row">
          <button type="button" class="button" @click=${() => print()}>${told.print}</button>
          <button type="button" class="button quiet" @click=${() => (this.codes = [])}>${told.done}</button>
        </div>
      </div>
    `
  }
}

define('desk-recovery-section', RecoverySection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-recovery-section': RecoverySection
  }
}
