import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { Invitation, SecondFactor, SignInState, SignInWays, WayOn } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import {
  errorSummary,
  type FieldErrors,
  focusErrors,
  hasErrors,
  refusedFields,
  textField,
} from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { problemText } from '../shell/problem-words.ts'
import { failed, waiting } from '../shell/states.ts'
import { newPasswordField, passwordError } from './password-field.ts'
import { quietly, SignedInEvent } from './signed-in.ts'
import { words } from './words.ts'
import './second-step.ts'

const { welcome } = words

/**
 * Takes an invitation. Its secret stands behind the `#`, so that it is in no log.
 *
 * @tag desk-welcome-page
 * @summary Invitation to the desk.
 */
class WelcomePage extends DeskPage {
  @state() private name = ''
  @state() private email = ''
  @state() private password = ''
  @state() private errors: FieldErrors = {}
  @state() private factors: readonly SecondFactor[] = []
  @state() private isBusy = false

  readonly #token = location.hash.slice(1)

  readonly #invitation = new Task(this, {
    args: () => [this.#token] as const,
    task: async ([token], { signal }) => {
      const options = { ...quietly, signal }
      const [invitation, ways] = await Promise.all([
        this.desk.api.post<Invitation>('/sign-in/invitation/look', { token }, options),
        this.desk.api.get<SignInWays>('/sign-in', options),
      ])
      return { invitation: invitation.data, ways: ways.data }
    },
  })

  override get isUnsaved(): boolean {
    return this.password !== ''
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { name, email, password } = this
    const isFirst = this.#invitation.value?.invitation.purpose === 'first-administrator'
    this.errors = {
      name: isFirst && !name.trim() ? welcome.nameMissing : undefined,
      email: isFirst && !/^\S+@\S+\.\S+$/.test(email.trim()) ? welcome.emailMissing : undefined,
      password: passwordError(password),
    }
    if (hasErrors(this.errors)) return focusErrors(this)
    if (this.isBusy) return
    this.isBusy = true
    try {
      const own = isFirst ? { name: name.trim(), email: email.trim() } : {}
      const body = { token: this.#token, password, ...own }
      const { data } = await this.desk.api.post<SignInState>('/sign-in/invitation', body, quietly)
      this.password = ''
      if (data.state === 'signed-in') this.dispatchEvent(new SignedInEvent())
      else this.factors = data.factors
    } catch (error) {
      const isCommon = error instanceof ApiError && error.code === 'password-too-common'
      this.errors = isCommon
        ? { password: problemText(error) }
        : refusedFields(error, {
            name: welcome.nameMissing,
            email: welcome.emailMissing,
            password: words.password.short,
          })
      await focusErrors(this)
    } finally {
      this.isBusy = false
    }
  }

  async #byProvider(provider: string): Promise<void> {
    try {
      const body = { token: this.#token, provider }
      const { data } = await this.desk.api.post<WayOn>('/sign-in/invitation/provider', body, quietly)
      location.assign(data.location)
    } catch (error) {
      this.errors = { '': problemText(error) }
      await focusErrors(this)
    }
  }

  override render() {
    if (!this.#token) return html`<p>${welcome.noLink}</p>`
    if (this.factors.length)
      return html`<desk-second-step .api=${this.desk.api} .factors=${this.factors}></desk-second-step>`
    return this.#invitation.render({
      pending: () => waiting(7, 5, 5),
      error: (error) => failed(error),
      complete: ({ invitation, ways }) => this.#form(invitation, ways),
    })
  }

  #form({ purpose, name = '', email = '' }: Invitation, { providers, local }: SignInWays) {
    const isFirst = purpose === 'first-administrator'
    return html`
      <div class="stack">
        <p>${this.#greeting(purpose, name)}</p>
        ${
          local
            ? html`
                <form novalidate @submit=${this.#onSubmit}>
                  ${errorSummary(this.errors)} ${isFirst ? this.#ownFields() : this.#login(email)}
                  ${newPasswordField(this.password, this.errors['password'], (value) => (this.password = value))}
                  <button class="button" aria-disabled=${this.isBusy}>${welcome.submit}</button>
                </form>
              `
            : errorSummary(this.errors)
        }
        ${
          // The first administrator types name and address, unless only providers open anything.
          isFirst && local
            ? nothing
            : providers.map(
                ({ id, label }) => html`
                  <button type="button" class="button quiet" @click=${() => this.#byProvider(id)}>
                    ${welcome.provider(label)}
                  </button>
                `,
              )
        }
      </div>
    `
  }

  #greeting(purpose: Invitation['purpose'], name: string): string {
    if (purpose === 'first-administrator') return welcome.first
    return purpose === 'recovery' ? welcome.recovery(name) : welcome.invited(name)
  }

  /** For the browser's keeper of passwords. */
  #login(email: string) {
    return html`<input
      class="visually-hidden"
      tabindex="-1"
      aria-hidden="true"
      autocomplete="username"
      readonly
      .value=${email}
    />`
  }

  #ownFields() {
    return html`
      ${textField({
        id: 'name',
        label: welcome.name,
        help: welcome.nameHelp,
        autocomplete: 'name',
        value: this.name,
        error: this.errors['name'],
        onInput: (value) => (this.name = value),
      })}
      ${textField({
        id: 'email',
        label: welcome.email,
        help: welcome.emailHelp,
        type: 'email',
        autocomplete: 'username',
        value: this.email,
        error: this.errors['email'],
        onInput: (value) => (this.email = value),
      })}
    `
  }
}

define('desk-welcome-page', WelcomePage)
