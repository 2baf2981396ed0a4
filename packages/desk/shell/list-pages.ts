import { html, type LitElement, type nothing, type ReactiveController, type TemplateResult } from 'lit'
import { failed } from './states.ts'
import { words } from './words.ts'

/** One page of a list, as every list of the API is answered; `next` asks for the following one. */
interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

type ItemOf<Answer extends PageOf<unknown>> = Answer['items'][number]

type Ask<Answer> = (query: {
  readonly cursor: string | undefined
  readonly signal: AbortSignal
}) => Promise<Answer>

/**
 * A list that is read page by page when somebody asks for more. A page that does not come leaves those before it, and is asked for again
 * where it should stand. For lists of thousands there is `<desk-list>`.
 */
export class ListPages<Answer extends PageOf<unknown>> implements ReactiveController {
  /** All that came so far; undefined before the first page. */
  items: readonly ItemOf<Answer>[] | undefined
  /** The newest page, with what it tells beside its items. */
  answer: Answer | undefined
  error: unknown

  readonly #host: LitElement
  readonly #ask: Ask<Answer>
  #asking: AbortController | undefined
  /** Where the page begins that is being asked for, or that did not come. */
  #wanted: string | undefined

  constructor(host: LitElement, ask: Ask<Answer>) {
    this.#host = host
    this.#ask = ask
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#asking?.abort()
  }

  /** From the beginning; what is shown stays until the answer is there. */
  readonly load = (): Promise<void> => this.#read(undefined)

  /** Takes items away that are done with. */
  keep(test: (item: ItemOf<Answer>) => boolean): void {
    this.items = this.items?.filter(test)
    this.#host.requestUpdate()
  }

  /** What stands below the items: the way to more of them, or why they did not come. */
  end(more: string): TemplateResult | typeof nothing {
    if (this.error) return failed(this.error, () => void this.#read(this.#wanted))
    const next = this.answer?.next
    if (next)
      return html`<p>
        <button type="button" class="button quiet" @click=${() => void this.#onMore(next)}>${more}</button>
      </p>`
    return html`<p class="visually-hidden" tabindex="-1" id="list-end">${words.listEnd}</p>`
  }

  /** With the last page the button goes: the reader is told so, and stays at the end. */
  async #onMore(next: string): Promise<void> {
    await this.#read(next)
    await this.#host.updateComplete
    this.#host.renderRoot.querySelector<HTMLElement>('#list-end')?.focus()
  }

  async #read(cursor: string | undefined): Promise<void> {
    this.#asking?.abort()
    const { signal } = (this.#asking = new AbortController())
    this.#wanted = cursor
    try {
      const answer = await this.#ask({ cursor, signal })
      if (signal.aborted) return
      this.answer = answer
      this.items = cursor === undefined ? answer.items : [...(this.items ?? []), ...answer.items]
      this.error = undefined
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
    this.#host.requestUpdate()
  }
}
