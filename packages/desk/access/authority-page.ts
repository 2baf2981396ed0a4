import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError } from '@amtsweg/client'
import type { AuthorityBody, KeptAuthority } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import type { Answer } from '../shell/api.ts'
import { mergeChanges } from '../shell/conflict.ts'
import type { ContestedField, Side } from '../shell/conflict-view.ts'
import { errorSummary, type FieldErrors, focusErrors, hasErrors, refusedFields } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { failed, waiting } from '../shell/states.ts'
import { authorityErrors, authorityFields, sentAuthority } from './authority-fields.ts'
import { laender } from './land.ts'
import { words } from './words.ts'
import '../shell/conflict-view.ts'
import './four-eyes-section.ts'

const told = words.authorities

/**
 * What an authority decides for itself.
 *
 * @tag desk-authority-page
 * @summary Settings of an authority.
 */
class AuthorityPage extends DeskPage {
  @state() private body: AuthorityBody | undefined
  @state() private errors: FieldErrors = {}
  @state() private contested: readonly ContestedField[] = []
  #etag: string | undefined
  #base: AuthorityBody | undefined
  #theirs: AuthorityBody | undefined

  readonly #settings = new Task(this, {
    args: () => [this.desk, this.params['id']!] as const,
    task: async () => this.#take(await this.#ask()),
  })

  get #path(): string {
    return `/authorities/${encodeURIComponent(this.params['id']!)}/settings`
  }

  #ask(): Promise<Answer<KeptAuthority>> {
    return this.desk.api.get(this.#path, { authority: this.params['id']! })
  }

  #take({ data, etag }: Answer<KeptAuthority>): void {
    this.body = settingsOf(data)
    this.#base = this.body
    this.#etag = etag
    this.contested = []
    this.titled(data.names['de'] ?? data.id)
  }

  override get isUnsaved(): boolean {
    return this.body !== undefined && JSON.stringify(this.body) !== JSON.stringify(this.#base)
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    void this.#save()
  }

  async #save(): Promise<void> {
    const body = this.body!
    this.errors = authorityErrors(body)
    if (hasErrors(this.errors)) return focusErrors(this)
    try {
      const options = { etag: this.#etag, authority: this.params['id']! }
      this.#take(await this.desk.api.put<KeptAuthority>(this.#path, sentAuthority(body), options))
      this.desk.notify(told.saved)
      await this.desk.renew()
    } catch (error) {
      if (error instanceof ApiError && error.code === 'precondition-failed') return this.#meet()
      this.errors = refusedFields(error, { logoUrl: told.logoWrong })
      return focusErrors(this)
    }
  }

  /** Somebody else was faster: what does not contradict is put together, the rest is asked. */
  async #meet(): Promise<void> {
    const { data, etag } = await this.#ask()
    const theirs = settingsOf(data)
    const { merged, contested } = mergeChanges({ ...this.#base! }, { ...this.body! }, { ...theirs })
    this.body = merged as unknown as AuthorityBody
    this.#base = theirs
    this.#theirs = theirs
    this.#etag = etag
    this.contested = contested.map((id) => shown(id as keyof AuthorityBody, this.body!, theirs))
    if (!this.contested.length) await this.#save()
  }

  /** Only this has changed; what is typed elsewhere stays. */
  readonly #onEnded = async (): Promise<void> => {
    const typed = { ...this.body!, fourEyes: false }
    this.#take(await this.#ask())
    this.body = typed
    await this.desk.renew()
  }

  readonly #onSolved = (event: HTMLElementEventMap['desk-conflict-solved']): void => {
    const taken = Object.entries(event.choices)
      .filter(([, side]: [string, Side]) => side === 'theirs')
      .map(([id]) => [id, this.#theirs![id as keyof AuthorityBody]])
    this.body = { ...this.body!, ...(Object.fromEntries(taken) as Partial<AuthorityBody>) }
    this.contested = []
    void this.#save()
  }

  override render() {
    const { body } = this
    if (!body)
      return this.#settings.render({
        pending: () => waiting(),
        error: (error) => failed(error, () => void this.#settings.run()),
      })
    if (this.contested.length)
      return html`
        <desk-conflict-view
          .fields=${this.contested}
          @desk-conflict-solved=${this.#onSolved}
        ></desk-conflict-view>
      `
    return html`
      <div class="parts">
        <form novalidate @submit=${this.#onSubmit}>
          ${errorSummary(this.errors)}
          ${authorityFields(
            body,
            this.errors,
            (changed) => (this.body = { ...this.body!, ...changed }),
            this.#base?.fourEyes,
          )}
          <button class="button">${told.save}</button>
        </form>
        ${
          this.#base?.fourEyes
            ? html`<desk-four-eyes-section
                .desk=${this.desk}
                authority=${this.params['id']!}
                @desk-four-eyes-ended=${this.#onEnded}
              ></desk-four-eyes-section>`
            : nothing
        }
      </div>
    `
  }
}

const settingsOf = ({ id: _, regionKey: _key, ...settings }: KeptAuthority): AuthorityBody => settings

const labels: Readonly<Record<keyof AuthorityBody, string>> = {
  names: told.name('Deutsch'),
  logoUrl: told.logo,
  languages: told.languages,
  holidaysLand: told.holidays,
  origins: words.origins.title,
  fourEyes: told.fourEyes,
}

/** A setting as somebody reads it. */
function shown(id: keyof AuthorityBody, mine: AuthorityBody, theirs: AuthorityBody): ContestedField {
  const tell = (body: AuthorityBody): string => {
    if (id === 'holidaysLand') return laender[body.holidaysLand] ?? ''
    if (id === 'fourEyes') return body.fourEyes ? words.yes : words.no
    if (id === 'names') return Object.values(body.names).join('\n')
    if (id === 'origins') return body.origins.map(({ origin }) => origin).join('\n')
    return String(body[id] ?? words.nothing)
  }
  return { id, label: labels[id], mine: tell(mine), theirs: tell(theirs) }
}

define('desk-authority-page', AuthorityPage)
