import { Task } from '@lit/task'
import { html } from 'lit'
import type { Account } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { DeskPage } from '../shell/page.ts'
import { failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'
import './passkeys-section.ts'
import './password-section.ts'
import './recovery-section.ts'
import './sessions-section.ts'
import './totp-section.ts'

/**
 * By what somebody signs in, and where they are signed in.
 *
 * @tag desk-account-page
 * @summary Own account.
 */
class AccountPage extends DeskPage {
  readonly #account = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([{ api }], { signal }) =>
      (await api.get<Account>('/account', { signal, authority: null })).data,
  })

  override get isUnsaved(): boolean {
    return this.renderRoot.querySelector('desk-recovery-section')?.isShowing === true
  }

  override render() {
    return this.#account.render({
      // Sections stay while they are asked for anew: they may show something that comes only once.
      pending: () => (this.#account.value ? this.#sections(this.#account.value) : waiting()),
      error: (error) => failed(error, () => void this.#account.run()),
      complete: (account) => this.#sections(account),
    })
  }

  #sections(account: Account) {
    const { desk } = this
    return html`
      <p class="muted">${words.account.signedInAs(account.clerk.name, account.clerk.email)}</p>
      <div class="parts" @desk-account-changed=${() => void this.#account.run()}>
        <desk-password-section .desk=${desk} .account=${account}></desk-password-section>
        <desk-totp-section
          .desk=${desk}
          .account=${account}
          @desk-codes-made=${this.#onCodes}
        ></desk-totp-section>
        <desk-passkeys-section
          .desk=${desk}
          .account=${account}
          @desk-codes-made=${this.#onCodes}
        ></desk-passkeys-section>
        <desk-recovery-section .desk=${desk} .account=${account}></desk-recovery-section>
        <desk-sessions-section .desk=${desk}></desk-sessions-section>
      </div>
    `
  }

  readonly #onCodes = ({ codes }: { readonly codes: readonly string[] }): void =>
    void this.renderRoot.querySelector('desk-recovery-section')!.show(codes)
}

define('desk-account-page', AccountPage)
