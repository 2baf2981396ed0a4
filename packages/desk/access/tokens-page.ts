import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Scope } from '@amtsweg/contract'
import type { AccessToken, MadeToken } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import { shownDay } from '../shell/dates.ts'
import {
  errorSummary,
  type FieldErrors,
  focusErrors,
  hasErrors,
  refusedFields,
  selectField,
  textField,
} from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { problemText } from '../shell/problem-words.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'
import '../shell/copy.ts'
import '../shell/dialog.ts'

const told = words.tokens
/** What only a person may do stands in no key (`personalScopes` of the contract). */
const personal: readonly Scope[] = ['settings:write', 'tokens:write', 'clerks:write', 'changes:approve']
const offered = (Object.keys(words.scopes) as Scope[]).filter((scope) => !personal.includes(scope))

/**
 * Keys for programs: made, shown once, revoked.
 *
 * @tag desk-tokens-page
 * @summary Tokens.
 */
class TokensPage extends DeskPage {
  @state() private name = ''
  @state() private scopes: readonly Scope[] = []
  @state() private days = '365'
  @state() private errors: FieldErrors = {}
  @state() private made: MadeToken | undefined
  @state() private revoking: AccessToken | undefined

  readonly #tokens = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([{ api }], { signal }) =>
      (
        await api.get<{ readonly items: readonly AccessToken[] }>('/tokens', {
          query: { limit: 100 },
          signal,
        })
      ).data.items,
  })

  override get isUnsaved(): boolean {
    return this.name !== ''
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.errors = {
      name: this.name.trim() ? undefined : told.nameMissing,
      scopes: this.scopes.length ? undefined : told.scopesMissing,
    }
    if (hasErrors(this.errors)) return focusErrors(this)
    try {
      const body = { name: this.name.trim(), scopes: this.scopes, days: Number(this.days) }
      this.made = (await this.desk.api.post<MadeToken>('/tokens', body)).data
      this.name = ''
      this.scopes = []
      void this.#tokens.run()
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#made')!.focus()
    } catch (error) {
      this.errors = refusedFields(error, { name: told.nameMissing, scopes: told.scopesMissing })
      await focusErrors(this)
    }
  }

  async #revoke({ id, name }: AccessToken): Promise<void> {
    this.revoking = undefined
    try {
      await this.desk.api.remove(`/tokens/${encodeURIComponent(id)}`)
      this.desk.notify(told.revokedNow(name))
    } catch (error) {
      this.desk.notify(problemText(error))
    }
    await this.#tokens.run()
  }

  override render() {
    return html`
      <div class="parts">
        <section>
          <p>${told.help}</p>
          ${this.#tokens.render({
            pending: () => (this.#tokens.value ? this.#list(this.#tokens.value) : waiting()),
            error: (error) => failed(error, () => void this.#tokens.run()),
            complete: (tokens) => (tokens.length ? this.#list(tokens) : empty(told.none)),
          })}
        </section>
        ${this.made ? this.#made(this.made) : nothing} ${this.#form()}
      </div>
      ${this.revoking ? this.#dialog(this.revoking) : nothing}
    `
  }

  #list(tokens: readonly AccessToken[]) {
    return html`<ul class="bare">
      ${tokens.map(
        (token) => html`
          <li class="card">
            <strong>${token.name}</strong>
            <span class="muted">${token.scopes.map((scope) => words.scopes[scope]).join(', ')}</span>
            <span
              >${stateOf(token)},
              ${token.lastUsedOn ? told.used(shownDay(token.lastUsedOn)) : told.unused}${
                token.madeBy?.name ? `, ${told.madeBy(token.madeBy.name)}` : ''
              }</span
            >
            ${
              token.revokedAt
                ? nothing
                : html`<div>
                    <button
                      type="button"
                      class="button plain"
                      aria-label=${told.revoke(token.name)}
                      @click=${() => (this.revoking = token)}
                    >
                      ${told.revokeShort}
                    </button>
                  </div>`
            }
          </li>
        `,
      )}
    </ul>`
  }

  #made({ token, secret }: MadeToken) {
    const title = told.secretTitle(token.name)
    return html`
      <section class="aside" aria-labelledby="made">
        <h2 id="made" tabindex="-1">${title}</h2>
        <p>${told.secretHelp}</p>
        <desk-copy label=${title} .text=${secret}></desk-copy>
      </section>
    `
  }

  #form() {
    const error = this.errors['scopes']
    return html`
      <section aria-labelledby="make">
        <h2 id="make">${told.make}</h2>
        <form novalidate @submit=${this.#onSubmit}>
          ${errorSummary(this.errors)}
          ${textField({
            id: 'name',
            label: told.name,
            help: told.nameHelp,
            maxLength: 100,
            value: this.name,
            error: this.errors['name'],
            onInput: (value) => (this.name = value),
          })}
          <fieldset id="scopes" tabindex="-1" class="field wide ${error ? 'invalid' : ''}">
            <legend>${told.scopes}</legend>
            ${error ? html`<p class="error">${error}</p>` : nothing}
            ${offered.map(
              (scope) => html`
                <label class="check">
                  <input
                    type="checkbox"
                    name=${scope}
                    .checked=${this.scopes.includes(scope)}
                    @change=${() => this.#toggle(scope)}
                  />
                  ${words.scopes[scope]}
                </label>
              `,
            )}
          </fieldset>
          ${selectField({
            id: 'days',
            label: told.days,
            value: this.days,
            options: Object.entries(told.dayOptions).map(([value, label]) => ({ value, label })),
            onChange: (value) => (this.days = value),
          })}
          <button class="button">${told.send}</button>
        </form>
      </section>
    `
  }

  #toggle(scope: Scope): void {
    const held = this.scopes
    this.scopes = held.includes(scope) ? held.filter((other) => other !== scope) : [...held, scope]
  }

  #dialog(token: AccessToken) {
    return html`
      <desk-dialog
        heading=${told.revoke(token.name)}
        @desk-dialog-dismissed=${() => (this.revoking = undefined)}
      >
        <p>${told.revokeText(token.name)}</p>
        <button slot="actions" type="button" class="button danger" @click=${() => this.#revoke(token)}>
          ${told.revokeShort}
        </button>
      </desk-dialog>
    `
  }
}

function stateOf({ revokedAt, expiresAt }: AccessToken): string {
  if (revokedAt) return told.revoked(shownDay(revokedAt))
  return new Date(expiresAt) < new Date() ? told.ended(shownDay(expiresAt)) : told.until(shownDay(expiresAt))
}

define('desk-tokens-page', TokensPage)
