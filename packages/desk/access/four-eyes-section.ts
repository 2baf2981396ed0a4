import { Task } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { FourEyesEnd } from '@amtsweg/contract/clerks.ts'
import { define } from '@amtsweg/kit/define.ts'
import { shownDay } from '../shell/dates.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { problemText } from '../shell/problem-words.ts'
import { failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'
import '../shell/copy.ts'

const told = words.authorities.fourEyesEnd

/** Two persons have ended it. */
class FourEyesEndedEvent extends Event {
  constructor() {
    super('desk-four-eyes-ended')
  }
}

/**
 * How an authority stops asking for a second person: one asks, another agrees.
 *
 * @tag desk-four-eyes-section
 * @summary Ending four eyes.
 * @event {FourEyesEndedEvent} desk-four-eyes-ended - Two persons have ended it.
 */
class FourEyesSection extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk
  @property() authority = ''

  readonly #end = new Task(this, {
    args: () => [this.desk, this.authority] as const,
    task: async ([{ api }, authority], { signal }) =>
      (await api.get<FourEyesEnd>(this.#path, { authority, signal })).data,
  })

  get #path(): string {
    return `/authorities/${encodeURIComponent(this.authority)}/four-eyes-end`
  }

  async #say(): Promise<void> {
    const { authority, desk } = this
    await this.#try(async () => {
      const { data } = await desk.api.post<FourEyesEnd>(this.#path, {}, { authority })
      desk.notify(data.fourEyes ? told.told.asked : told.told.ended)
      if (!data.fourEyes) this.dispatchEvent(new FourEyesEndedEvent())
    })
  }

  async #drop(): Promise<void> {
    const { authority, desk } = this
    await this.#try(async () => {
      await desk.api.remove(this.#path, { authority })
      desk.notify(told.told.kept)
    })
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.desk.notify(problemText(error))
    }
    await this.#end.run()
  }

  override render() {
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${words.authorities.fourEyes}</h2>
        <p>${told.on}</p>
        ${this.#end.render({
          pending: () => (this.#end.value ? this.#state(this.#end.value) : waiting()),
          error: (error) => failed(error, () => void this.#end.run()),
          complete: (end) => this.#state(end),
        })}
      </section>
    `
  }

  #state({ asked, others }: FourEyesEnd) {
    const button = (text: string, onClick: () => unknown, look = 'quiet') =>
      html`<button type="button" class="button ${look}" @click=${onClick}>${text}</button>`
    const say = () => this.#say()
    const drop = () => this.#drop()
    if (!asked) return html`${others ? html`<div class="row">${button(told.ask, say)}</div>` : this.#alone()}`
    const isOwn = asked.by.id === this.desk.session.clerk.id
    const until = shownDay(asked.until)
    return html`
      <p class="aside">${isOwn ? told.own(until) : told.asked(asked.by.name, until)}</p>
      ${isOwn && !others ? this.#alone() : nothing}
      <div class="row">
        ${isOwn ? nothing : button(told.agree, say, 'danger')}
        ${button(isOwn ? told.takeBack : told.refuse, drop)}
      </div>
    `
  }

  #alone() {
    const command = `amtsweg authority set ${this.authority} --four-eyes no`
    return html`
      <p>${told.alone}</p>
      <desk-copy label=${words.authorities.fourEyes} .text=${command}></desk-copy>
    `
  }
}

define('desk-four-eyes-section', FourEyesSection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-four-eyes-section': FourEyesSection
  }
  interface HTMLElementEventMap {
    'desk-four-eyes-ended': FourEyesEndedEvent
  }
}
