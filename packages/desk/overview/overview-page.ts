import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { ApiError, isAbort } from '@amtsweg/client'
import { define } from '@amtsweg/kit/define.ts'
import { editingScopes } from '../shell/editing.ts'
import { DeskPage } from '../shell/page.ts'
import { failed } from '../shell/states.ts'
import { styles } from './overview-page.styles.ts'
import { type Task, tasks } from './tasks.ts'
import { words } from './words.ts'
import './changes-card.ts'

interface Found {
  readonly task: Task
  readonly count?: number
  readonly hasMore?: boolean
  readonly error?: unknown
}

/**
 * What needs somebody today. Each part is asked for itself: one that is slow or fails holds up no other, and what this server has not
 * is not shown.
 *
 * @tag desk-overview-page
 * @summary Overview.
 */
class OverviewPage extends DeskPage {
  static override styles = [DeskPage.styles, styles]

  @state() private found: readonly Found[] = []
  @state() private isLooking = true

  readonly #stop = new AbortController()

  protected override firstUpdated(): void {
    void this.#look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stop.abort()
  }

  async #look(): Promise<void> {
    this.isLooking = true
    this.found = []
    const { grant, may, hasPage } = this.desk
    const wanted =
      grant.authority === null ? [] : tasks.filter(({ scope, href }) => may(scope) && hasPage(href))
    await Promise.all(wanted.map((task) => this.#ask(task)))
    this.isLooking = false
  }

  async #ask(task: Task): Promise<void> {
    try {
      const waiting = await task.count(this.desk, this.#stop.signal)
      if (waiting.count > 0) this.#add({ task, ...waiting })
    } catch (error) {
      const isNotThere = error instanceof ApiError && error.code === 'not-found'
      if (!isAbort(error) && !isNotThere) this.#add({ task, error })
    }
  }

  /** In the order of the tasks, whichever answer comes first. */
  #add(one: Found): void {
    const place = ({ task }: Found) => tasks.indexOf(task)
    this.found = [...this.found, one].sort((left, right) => place(left) - place(right))
  }

  override render() {
    const { session, grant } = this.desk
    const isAll = grant.authority === null
    return html`
      <p>${words.greeting(session.clerk.name)}</p>
      <p role="status" class="muted">${this.#state()}</p>
      <div class="cards">
        ${session.hasSecondFactor ? nothing : card(words.secure.title, words.secure.text, '/desk/account', words.secure.way)}
        ${isAll ? card(words.choose.title, words.choose.text, '/desk/authorities', words.choose.way) : nothing}
        ${this.found.map((one) => this.#task(one))}
        ${
          editingScopes.some((scope) => this.desk.may(scope)) && !isAll
            ? html`<desk-changes-card .desk=${this.desk}></desk-changes-card>`
            : nothing
        }
      </div>
    `
  }

  #state() {
    if (this.desk.grant.authority === null) return nothing
    if (this.isLooking) return words.looking
    return this.found.length ? nothing : words.nothing
  }

  #task({ task, count = 0, hasMore, error }: Found) {
    const { title, text, way } = task.words
    const number = `${hasMore ? 'mehr als ' : ''}${count.toLocaleString('de-DE')}`
    return error
      ? card(
          title,
          failed(error, () => void this.#look()),
        )
      : card(title, text(number), task.href, way)
  }
}

const card = (title: string, content: unknown, href?: string, way?: string) => html`
  <section class="card">
    <h2>${title}</h2>
    <div>${content}</div>
    ${href ? html`<a href=${href}>${way}</a>` : nothing}
  </section>
`

define('desk-overview-page', OverviewPage)
