import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Audience } from '@amtsweg/contract'
import type { Step, ViewName } from './view.ts'

/** What the address of a page says about a step; other parameters are the page's own. */
const parameters = {
  view: 'amt-view',
  q: 'amt-q',
  audience: 'amt-audience',
  lifeSituation: 'amt-life-situation',
  letter: 'amt-letter',
  service: 'amt-service',
} as const
const keys = Object.keys(parameters) as (keyof typeof parameters)[]

const same = (one: Step, other: Step) => keys.every((key) => one[key] === other[key])

/** The view that belongs to what is given, unless one of the views without a subject is asked for by name. */
export function stepOf(given: Omit<Step, 'view'> & { readonly view?: string | undefined }): Step {
  const { view, q, audience, lifeSituation, letter, service } = given
  if (service) return { view: 'service', service }
  if (lifeSituation) return { view: 'life-situation', lifeSituation }
  if (letter || view === 'a-z') return { view: 'a-z', letter: letter || 'A', ...(q && { q }) }
  if (q) return { view: 'results', q, ...(audience && { audience }) }
  return { view: view === 'life-situations' ? view : 'search' }
}

interface Host extends ReactiveControllerHost {
  readonly deepLinks: boolean
}

/**
 * The way a reader has gone through the widget. With deep links each step has an address in the page's history and the
 * browser's Back works; without, the page's history is left alone and the widget has a Back of its own.
 */
export class Navigation implements ReactiveController {
  now: Step = { view: 'search' }
  readonly #host: Host
  readonly #start: () => Step
  readonly #moved: () => void
  #behind: Step[] = []

  constructor(host: Host, start: () => Step, moved: () => void) {
    this.#host = host
    this.#start = start
    this.#moved = moved
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('popstate', this.#readAddress)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#readAddress)
  }

  /** Whether there is a step to go back to. */
  get canGoBack(): boolean {
    return this.#behind.length > 0
  }

  get atStart(): boolean {
    return same(this.now, this.#start())
  }

  /** Begins anew, where the page's address or attributes say. */
  restart(): void {
    this.#behind = []
    this.now = this.#addressed() ?? this.#start()
  }

  go(step: Step): void {
    if (this.#host.deepLinks) history.pushState(history.state, '', this.href(step))
    this.#behind.push(this.now)
    this.#show(step)
  }

  /** Exchanges the present step, as a filter does. */
  replace(step: Step): void {
    if (this.#host.deepLinks) history.replaceState(history.state, '', this.href(step))
    this.now = step
    this.#host.requestUpdate()
  }

  back(): void {
    if (this.#host.deepLinks) return history.back()
    const step = this.#behind.pop()
    if (step) this.#show(step)
  }

  home(): void {
    this.go(this.#start())
  }

  /** The page's address for a step, with the page's own parameters untouched. */
  href(step: Step): string {
    const url = new URL(location.href)
    for (const key of keys) url.searchParams.delete(parameters[key])
    if (!same(step, this.#start())) {
      const { view, ...rest } = step
      const named = ['search', 'life-situations', 'a-z'].includes(view) ? { view, ...rest } : rest
      for (const key of keys) {
        const value = (named as Partial<Step>)[key]
        if (value) url.searchParams.set(parameters[key], value)
      }
    }
    return url.pathname + url.search + url.hash
  }

  #addressed(): Step | undefined {
    if (!this.#host.deepLinks) return undefined
    const given = new URLSearchParams(location.search)
    const value = (key: keyof typeof parameters) => given.get(parameters[key])?.slice(0, 200) || undefined
    if (!keys.some(value)) return undefined
    const audience = value('audience')
    return stepOf({
      view: value('view') as ViewName | undefined,
      q: value('q'),
      audience: audience === 'citizen' || audience === 'business' ? (audience as Audience) : undefined,
      lifeSituation: value('lifeSituation'),
      letter: value('letter'),
      service: value('service'),
    })
  }

  readonly #readAddress = () => {
    if (!this.#host.deepLinks) return
    const step = this.#addressed() ?? this.#start()
    if (same(step, this.now)) return
    const last = this.#behind.at(-1)
    if (last && same(step, last)) this.#behind.pop()
    else this.#behind.push(this.now)
    this.#show(last && same(step, last) ? last : step)
  }

  #show(step: Step): void {
    this.now = step
    this.#moved()
    this.#host.requestUpdate()
  }
}
