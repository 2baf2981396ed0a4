import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { ClerkRole } from '@amtsweg/contract'
import type { Clerk, InvitedClerk } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import { shownDay } from '../shell/dates.ts'
import {
  errorSummary,
  type FieldErrors,
  focusErrors,
  hasErrors,
  refusedFields,
  textField,
} from '../shell/fields.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { rolesField } from './clerk-roles.ts'
import { invitationLink } from './invitation-link.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'

const told = words.clerks
const columns: readonly Column<Clerk>[] = [
  {
    label: told.name,
    draw: ({ name, email }) => html`${name}<br /><span class="small muted">${email}</span>`,
  },
  {
    label: 'Rollen',
    draw: ({ grants }) =>
      [...new Set(grants.flatMap(({ roles }) => roles))].map((role) => words.roles[role][0]).join(', '),
  },
  { label: 'Stand', draw: (clerk) => stateOf(clerk) },
]

function stateOf({ state, hasSecondFactor, lastSeenOn }: Clerk): string {
  const parts = [
    told.states[state],
    state === 'active' && !hasSecondFactor ? told.noFactor : '',
    lastSeenOn ? told.seen(shownDay(lastSeenOn)) : '',
  ]
  return parts.filter(Boolean).join(', ')
}

/**
 * Who may do what in this authority, and invitations.
 *
 * @tag desk-clerks-page
 * @summary Clerks.
 */
class ClerksPage extends DeskPage {
  @state() private name = ''
  @state() private email = ''
  @state() private roles: readonly ClerkRole[] = ['editor']
  @state() private errors: FieldErrors = {}
  @state() private invited: InvitedClerk | undefined

  readonly #source: Source<Clerk> = async ({ cursor, limit, signal }) =>
    (
      await this.desk.api.get<{ readonly items: readonly Clerk[]; readonly next: string | null }>('/clerks', {
        query: { cursor, limit },
        signal,
      })
    ).data

  override get isUnsaved(): boolean {
    return this.name !== '' || this.email !== ''
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { authority } = this.desk.grant
    const roles = authority === null ? (['administrator'] as const) : this.roles
    const email = this.email.trim()
    this.errors = {
      name: this.name.trim() ? undefined : told.nameMissing,
      email: /^\S+@\S+$/.test(email) ? undefined : told.emailMissing,
      [`roles-${authority ?? ''}`]: roles.length ? undefined : told.rolesMissing,
    }
    if (hasErrors(this.errors)) return focusErrors(this)
    try {
      const body = { name: this.name.trim(), email, grants: [{ authority, roles }] }
      this.invited = (await this.desk.api.post<InvitedClerk>('/clerks', body)).data
      this.name = ''
      this.email = ''
      this.renderRoot.querySelector('desk-list')!.reload()
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('#link-title')!.focus()
    } catch (error) {
      const isTaken = error instanceof ApiError && error.code === 'already-taken'
      this.errors = isTaken
        ? { email: told.emailTaken }
        : refusedFields(error, { name: told.nameMissing, email: told.emailMissing })
      await focusErrors(this)
    }
  }

  override render() {
    return html`
      <div class="parts">
        <desk-list
          label=${told.title}
          empty-text=${told.none}
          .source=${this.#source}
          .columns=${columns}
          .href=${(clerk: Clerk) => `/desk/clerks/${encodeURIComponent(clerk.id)}`}
        ></desk-list>
        ${this.invited ? invitationLink(this.invited) : nothing} ${this.#form()}
      </div>
    `
  }

  #form() {
    const { authority, name } = this.desk.grant
    return html`
      <section aria-labelledby="invite">
        <h2 id="invite">${told.invite}</h2>
        <form novalidate @submit=${this.#onSubmit}>
          ${errorSummary(this.errors)}
          ${textField({
            id: 'name',
            label: told.name,
            value: this.name,
            error: this.errors['name'],
            onInput: (value) => (this.name = value),
          })}
          ${textField({
            id: 'email',
            label: told.email,
            type: 'email',
            value: this.email,
            error: this.errors['email'],
            onInput: (value) => (this.email = value),
          })}
          ${rolesField({
            authority,
            name,
            held: authority === null ? ['administrator'] : this.roles,
            error: this.errors[`roles-${authority ?? ''}`],
            onChange: (roles) => (this.roles = roles),
          })}
          <button class="button">${told.send}</button>
        </form>
      </section>
    `
  }
}

define('desk-clerks-page', ClerksPage)
