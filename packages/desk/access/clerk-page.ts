import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { ClerkRole } from '@amtsweg/contract'
import type { Clerk, ClerkBody, Grant, InvitedClerk } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import {
  checkField,
  errorSummary,
  type FieldErrors,
  focusErrors,
  refusedFields,
  textField,
} from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { problemText } from '../shell/problem-words.ts'
import { failed, waiting } from '../shell/states.ts'
import { rolesField } from './clerk-roles.ts'
import { invitationLink } from './invitation-link.ts'
import { words } from './words.ts'
import '../shell/dialog.ts'

const told = words.clerks

/**
 * One of the clerks: name, roles, suspension, and new ways in.
 *
 * @tag desk-clerk-page
 * @summary One clerk.
 */
class ClerkPage extends DeskPage {
  @state() private body: ClerkBody | undefined
  @state() private errors: FieldErrors = {}
  @state() private invited: InvitedClerk | undefined
  @state() private asked: 'reset' | 'factors' | undefined
  #etag: string | undefined
  #saved = ''

  get #path(): string {
    return `/clerks/${encodeURIComponent(this.params['id']!)}`
  }

  readonly #clerk = new Task(this, {
    args: () => [this.desk, this.#path] as const,
    task: async ([{ api }, path], { signal }) => {
      const { data, etag } = await api.get<Clerk>(path, { signal })
      this.#take(data, etag)
      return data
    },
  })

  #take(clerk: Clerk, etag: string | undefined): void {
    const { name, email, grants } = clerk
    this.body = { name, email, grants, isSuspended: clerk.state === 'suspended' }
    this.#saved = JSON.stringify(this.body)
    this.#etag = etag
    this.titled(name)
  }

  override get isUnsaved(): boolean {
    return this.body !== undefined && JSON.stringify(this.body) !== this.#saved
  }

  #change(changed: Partial<ClerkBody>): void {
    this.body = { ...this.body!, ...changed }
  }

  #setRoles(authority: string | null, roles: readonly ClerkRole[]): void {
    const others = this.body!.grants.filter((grant) => grant.authority !== authority)
    const own: Grant[] = roles.length ? [{ authority, roles: [...roles] }] : []
    this.#change({ grants: [...others, ...own] })
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    this.errors = {}
    try {
      const { data, etag } = await this.desk.api.put<Clerk>(this.#path, this.body, { etag: this.#etag })
      this.#take(data, etag)
      this.desk.notify(told.saved(data.name))
    } catch (error) {
      const isTaken = error instanceof ApiError && error.code === 'already-taken'
      this.errors = isTaken
        ? { email: told.emailTaken }
        : refusedFields(error, { name: told.nameMissing, email: told.emailMissing })
      await focusErrors(this)
    }
  }

  async #newWay(path: 'invitation' | 'reset'): Promise<void> {
    this.asked = undefined
    try {
      this.invited = (await this.desk.api.post<InvitedClerk>(`${this.#path}/${path}`, {})).data
      await this.#clerk.run()
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#link-title')?.focus()
    } catch (error) {
      this.desk.notify(problemText(error))
    }
  }

  async #dropFactors({ name }: Clerk): Promise<void> {
    this.asked = undefined
    try {
      await this.desk.api.remove(`${this.#path}/second-factors`)
      this.desk.notify(told.lostDone(name))
      await this.#clerk.run()
    } catch (error) {
      this.desk.notify(problemText(error))
    }
  }

  override render() {
    if (this.body && this.#clerk.value) return this.#form(this.#clerk.value, this.body)
    return this.#clerk.render({
      pending: () => waiting(),
      error: (error) => failed(error, () => void this.#clerk.run()),
    })
  }

  #form(clerk: Clerk, body: ClerkBody) {
    return html`
      <div class="parts">
        ${clerk.isShared ? html`<p class="aside">${told.shared}</p>` : nothing}
        <form novalidate @submit=${this.#onSubmit}>
          ${errorSummary(this.errors)}
          ${textField({
            id: 'name',
            label: told.name,
            value: body.name,
            error: this.errors['name'],
            onInput: (name) => this.#change({ name }),
          })}
          ${textField({
            id: 'email',
            label: told.email,
            type: 'email',
            value: body.email,
            error: this.errors['email'],
            onInput: (email) => this.#change({ email }),
          })}
          ${this.#authorities(body).map(([authority, name]) =>
            rolesField({
              authority,
              name,
              held: body.grants.find((grant) => grant.authority === authority)?.roles ?? [],
              onChange: (roles) => this.#setRoles(authority, roles),
            }),
          )}
          ${checkField({
            id: 'suspended',
            label: told.suspend,
            isChecked: body.isSuspended,
            onChange: (isSuspended) => this.#change({ isSuspended }),
          })}
          <button class="button">${told.save}</button>
        </form>
        ${this.invited ? invitationLink(this.invited) : nothing} ${this.#access(clerk)}
      </div>
      ${this.asked === 'reset' ? this.#resetDialog(clerk) : nothing}
      ${this.asked === 'factors' ? this.#factorsDialog(clerk) : nothing}
    `
  }

  /** Those that the clerk has roles in, and the one that is worked for. */
  #authorities({ grants }: ClerkBody): readonly (readonly [authority: string | null, name: string])[] {
    const { grant, session } = this.desk
    const all = [...new Set([grant.authority, ...grants.map(({ authority }) => authority)])]
    const nameOf = (id: string | null) =>
      session.grants.find(({ authority }) => authority === id)?.name || (id ?? '')
    return all.map((id) => [id, nameOf(id)])
  }

  #access({ state, hasSecondFactor }: Clerk) {
    const button = (text: string, onClick: () => unknown, look = 'quiet') =>
      html`<button type="button" class="button ${look}" @click=${onClick}>${text}</button>`
    const newLink = () => this.#newWay('invitation')
    return html`
      <section aria-labelledby="access">
        <h2 id="access">${told.access}</h2>
        ${state === 'invited' ? nothing : html`<p class="muted">${told.accessHelp}</p>`}
        <div class="row">
          ${state === 'invited' ? button(told.newLink, newLink) : nothing}
          ${state === 'active' ? button(told.forgotten, newLink) : nothing}
          ${state !== 'invited' && hasSecondFactor ? button(told.lost, () => (this.asked = 'factors')) : nothing}
          ${state === 'invited' ? nothing : button(told.reset, () => (this.asked = 'reset'), 'danger')}
        </div>
      </section>
    `
  }

  #resetDialog({ name }: Clerk) {
    return this.#dialog(told.reset, told.resetText(name), told.resetConfirm, () => this.#newWay('reset'))
  }

  #factorsDialog(clerk: Clerk) {
    return this.#dialog(told.lost, told.lostText(clerk.name), told.lostConfirm, () =>
      this.#dropFactors(clerk),
    )
  }

  #dialog(heading: string, text: string, confirm: string, onConfirm: () => unknown) {
    return html`
      <desk-dialog heading=${heading} @desk-dialog-dismissed=${() => (this.asked = undefined)}>
        <p>${text}</p>
        <button slot="actions" type="button" class="button danger" @click=${onConfirm}>${confirm}</button>
      </desk-dialog>
    `
  }
}

define('desk-clerk-page', ClerkPage)
