import { Task } from '@lit/task'
import { type CSSResult, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { Suggestion } from '@amtsweg/contract'
import {
  AmtElement,
  controls,
  define,
  errorState,
  Messages,
  pendingState,
  tokens,
  VisitPlace,
} from '@amtsweg/kit'
import type { Combobox } from '@amtsweg/kit/combobox.ts'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { SearchDoneEvent, ServiceOpenedEvent, ViewChangedEvent, WayfindingFailedEvent } from './events.ts'
import { indexView } from './index-view.ts'
import { lifeSituationsView, lifeSituationView } from './life-situations-view.ts'
import { Navigation, stepOf } from './navigation.ts'
import { resultsView } from './results-view.ts'
import { lineOf, searchField } from './search-field.ts'
import { searchView } from './search-view.ts'
import { type ServiceData, serviceView } from './service-view.ts'
import type { Frame, Step, View, ViewName } from './view.ts'
import { styles } from './wayfinder.styles.ts'
import { waysAround } from './ways.ts'

const views = {
  search: searchView,
  results: resultsView,
  'life-situations': lifeSituationsView,
  'life-situation': lifeSituationView,
  'a-z': indexView,
  service: serviceView,
} as Readonly<Record<ViewName, View<unknown>>>

/** What is shown: data and the step they belong to. */
interface Content {
  readonly step: Step
  readonly data: unknown
}

/**
 * Behördenwegweiser: finds a public service by search, life situation or keyword and shows all there is to know about it.
 *
 * @tag amt-wayfinder
 * @summary Finds public services and describes them, with cost, documents and the office in charge.
 * @status experimental
 *
 * @slot - Fallback such as a link or phone number. Shown without JavaScript, where nothing is found, and on errors.
 * @attr {boolean} uncounted - Present: it is not counted how searches end here.
 * @event {SearchDoneEvent} amt-search-done - A search has ended; `event.text`, `event.count`, `event.more`.
 * @event {ServiceOpenedEvent} amt-service-opened - The reader opened a service; `event.service`.
 * @event {ViewChangedEvent} amt-view-changed - The reader went to another view; `event.view`.
 * @event {WayfindingFailedEvent} amt-wayfinding-failed - Data could not be loaded; `event.error`.
 * @csspart label - The label above the search field.
 * @csspart input - The search field.
 * @csspart list - The list of suggestions.
 * @csspart heading - The heading of the present view.
 * @csspart ways - The choice between search, life situations and A to Z.
 * @csspart back - The button that leads one step back.
 * @csspart search - The search field with its button.
 * @csspart topics - The tiles of life situations.
 * @csspart topic - One tile.
 * @csspart checklist - What to do in the life situation that was asked for.
 * @csspart steps - Steps of a checklist that fall due at the same time.
 * @csspart results - A list of services.
 * @csspart result - One service in a list.
 * @csspart letters - The bar of first letters.
 * @csspart keywords - The list of keywords.
 * @csspart see - Words that a keyword refers to.
 * @csspart more - The button for more of a list.
 * @csspart service - The page of a service.
 * @csspart withdrawn - Why an area does not offer the service.
 * @csspart online - The button that leads to an online service.
 * @csspart unreachable-online - Online services that cannot be reached at present.
 * @csspart unreachable - The words behind a link that leads nowhere.
 * @csspart facts - Cost, time and deadline at a glance.
 * @csspart office - The responsible office on the page of a service.
 * @csspart unit - The card of an office.
 * @csspart section - One section of the page of a service.
 * @csspart documents - The list of documents to bring.
 * @csspart ticked - How many of them are ticked.
 * @csspart fees - The list of fees.
 * @csspart exceptions - What lowers or lifts the fees.
 * @csspart count-deadline - The fold that works out a deadline.
 * @csspart date - The field for the day.
 * @csspart count - The button that works out the deadline.
 * @csspart counted - The last day, and how it was found.
 * @csspart supplement - What a town adds to a text.
 * @csspart author - Whose text it is, and its date.
 * @csspart authors - The list of all who wrote.
 * @csspart source - Where the texts come from, with their licence.
 * @csspart print - The buttons that print the service or its checklist.
 * @csspart state - The sentence when nothing is found, on errors, and about stale data.
 * @csspart retry - The button shown on errors.
 */
export class Wayfinder extends AmtElement {
  static override styles = [tokens, controls, styles]

  /** Region key (or AGS) to stay within. Without it, all areas are searched and the reader is asked where it matters. */
  @property() area = ''

  /** Id or Leistungsschlüssel of a service to begin with. */
  @property() service = ''

  /** Id of a life situation to begin with. */
  @property({ attribute: 'life-situation' }) lifeSituation = ''

  /** Where to begin: `search`, `life-situations` or `a-z`. */
  @property() view: 'search' | 'life-situations' | 'a-z' = 'search'

  /** Gives each step an address (`?amt-service=…`), so that it can be linked and the browser's Back works. */
  @property({ type: Boolean, attribute: 'deep-links' }) deepLinks = false

  readonly #messages = new Messages(this, (lang) => loadWords('wayfinding', lang))
  readonly #visit = new VisitPlace(this)
  readonly #way = new Navigation(
    this,
    () => stepOf(this),
    () => this.#moved(),
  )
  /** Pages of a list the reader has asked for; going back finds them again. */
  readonly #pages = new WeakMap<Step, number>()
  #typed = ''
  #shown: Content | undefined
  /** What takes the focus as soon as it is there. */
  #focus: string | undefined
  /** Only what the reader did is told to the page. */
  #told = true
  #jsonLd: { show(service: ServiceData['service'] | undefined): void } | undefined

  readonly #content = new Task(this, {
    args: () => {
      const step = this.#way.now
      return [this.client, step, this.#where, this.language, this.#pages.get(step) ?? 1] as const
    },
    task: async ([client, step, area, lang, pages], { signal }): Promise<Content> => {
      const data = await views[step.view].load({ client, step, area, lang, pages, signal })
      return { step, data }
    },
    onComplete: (content) => this.#complete(content),
    onError: (error) => this.dispatchEvent(new WayfindingFailedEvent(error)),
  })

  /** Texts of a service differ from town to town, so there the place of the visit counts as well. */
  get #where(): string {
    const visited = this.#way.now.view === 'service' && this.#visit.now?.regionKey
    return this.area || visited || ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#jsonLd?.show(undefined)
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['service', 'lifeSituation', 'view', 'deepLinks'].some((name) => changed.has(name)))
      this.#way.restart()
    const { view, q } = this.#way.now
    if (view === 'results') this.#typed = q!
  }

  protected override updated(): void {
    const shown = this.#shown
    // Of all views only that of a service has one.
    const data = shown?.step === this.#way.now ? (shown.data as Partial<ServiceData>) : undefined
    if (this.isConnected) this.#jsonLd?.show(data?.service)
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus)
    if (!target) return
    this.#focus = undefined
    target.focus({ preventScroll: true })
    const { top, bottom } = target.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) target.scrollIntoView()
  }

  #moved(): void {
    this.#focus = '#heading'
    this.#told = false
    this.dispatchEvent(new ViewChangedEvent(this.#way.now.view))
  }

  #complete(content: Content): void {
    const { step, data } = content
    this.#shown = content
    if (step.view === 'service') this.#dress((data as ServiceData).page)
    if (this.#told) return
    this.#told = true
    if (step.view === 'service') this.dispatchEvent(new ServiceOpenedEvent((data as ServiceData).service))
    if (step.view !== 'results') return
    const { items, next } = data as { items: readonly unknown[]; next: string | null }
    this.dispatchEvent(new SearchDoneEvent(step.q!, items.length, !!next))
  }

  /** The page of a service brings its own styles. */
  #dress({ styles, JsonLd }: { styles: CSSResult; JsonLd: ServiceData['page']['JsonLd'] }): void {
    if (this.#jsonLd) return
    this.#jsonLd = new JsonLd()
    ;(this.renderRoot as ShadowRoot).adoptedStyleSheets.push(styles.styleSheet!)
  }

  readonly #field = {
    suggest: async (q: string, signal: AbortSignal) => {
      const { items } = await this.client.suggest({ q, area: this.area, lang: this.language, signal })
      return items.map(lineOf)
    },
    type: (text: string) => {
      this.#typed = text
      void import('./ends.ts')
    },
    choose: ({ id, title }: Suggestion['service']) => this.#way.go({ view: 'service', service: id, title }),
    search: (text: string) => this.#search(text),
  }

  #search(text: string): void {
    this.#typed = text
    if (text) this.#way.go({ view: 'results', q: text })
    else this.renderRoot.querySelector<Combobox>('amt-combobox')?.focus()
  }

  readonly #more = () => {
    const step = this.#way.now
    const { items } = this.#shown!.data as { items: readonly unknown[] }
    this.#focus = `#item-${items.length}`
    this.#pages.set(step, (this.#pages.get(step) ?? 1) + 1)
    this.requestUpdate()
  }

  readonly #link: Frame['link'] = (step, content, id) => {
    const go = (event: MouseEvent) => {
      // A new tab or window is the browser's affair.
      if (this.deepLinks && (event.ctrlKey || event.metaKey || event.shiftKey)) return
      event.preventDefault()
      this.#way.go(step)
    }
    return this.deepLinks
      ? html`<a id=${id ?? nothing} class="link" href=${this.#way.href(step)} @click=${go}>${content}</a>`
      : html`<button id=${id ?? nothing} type="button" class="link" @click=${go}>${content}</button>`
  }

  override render(): TemplateResult {
    const m = this.#messages.now
    if (!m) return html`<slot></slot>`
    const step = this.#way.now
    const view = views[step.view]
    const shown = this.#shown?.step === step ? this.#shown : undefined
    const frame: Frame = {
      m,
      step,
      host: this,
      lang: this.#messages.lang,
      client: this.client,
      api: this.api,
      area: this.area,
      placed: !!(this.area || this.#visit.now),
      link: this.#link,
      refine: (next) => {
        this.#told = false
        this.#way.replace(next)
      },
      more: this.#more,
    }
    return html`
      <section class="view" lang=${frame.lang} dir=${this.#messages.dir} aria-labelledby="heading">
        ${waysAround(m, this.#way, this.#link)}
        <h2 id="heading" part="heading" tabindex="-1">${view.heading(step, m, shown?.data)}</h2>
        ${step.view === 'search' || step.view === 'results' ? searchField({ m, value: this.#typed, ...this.#field }) : nothing}
        <p class="visually-hidden" role="status">${shown ? view.status?.(shown.data, m) : ''}</p>
        ${this.#content.render({
          // A list that grows, or a text for another place, stays until the new one has come.
          pending: () => (shown ? view.render(shown.data, frame) : pendingState(m.loading, view.shape)),
          complete: (content) => (content.step === step ? view.render(content.data, frame) : nothing),
          error: (error) => errorState(m, error, () => void this.#content.run()),
        })}
      </section>
    `
  }
}

define('amt-wayfinder', Wayfinder)

declare global {
  interface HTMLElementTagNameMap {
    'amt-wayfinder': Wayfinder
  }
}
