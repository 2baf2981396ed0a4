import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Language, spoken } from '@amtsweg/messages/languages.ts'

/** How to come by the words in one language. */
export type Catalogue<Words> = (
  lang: Language,
) => { readonly messages: Words } | Promise<{ readonly messages: Words }>

type Host = ReactiveControllerHost & { readonly language: string }

/**
 * Keeps a widget's words in the language of the page. Until they have come, `now` is undefined and the widget shows
 * its slot; an unknown language gets German, and `lang` and `dir` say so on the widget's root.
 *
 * @example
 * readonly #messages = new Messages(this, (lang) => loadWords('wayfinding', lang))
 */
export class Messages<Words> implements ReactiveController {
  /** The words, once they have come. */
  now: Words | undefined
  /** Language of `now`; put it on what you render. */
  lang: Language = 'de'
  /** Direction of `now`, which the page around may not share. */
  get dir(): 'ltr' | 'rtl' {
    return /^(ar|fa)/.test(this.lang) ? 'rtl' : 'ltr'
  }
  readonly #host: Host
  readonly #catalogue: Catalogue<Words>
  #wanted: Language | undefined

  constructor(host: Host, catalogue: Catalogue<Words>) {
    this.#host = host
    this.#catalogue = catalogue
    host.addController(this)
  }

  hostUpdate(): void {
    const lang = spoken(this.#host.language)
    if (lang === this.#wanted) return
    this.#wanted = lang
    void this.#load(lang)
  }

  async #load(lang: Language): Promise<void> {
    try {
      const { messages } = await this.#catalogue(lang)
      if (lang !== this.#wanted) return
      this.lang = lang
      this.now = messages
      this.#host.requestUpdate()
    } catch {
      // What is there stays. The next update asks again, at the latest when the connection is back.
      if (lang === this.#wanted) this.#wanted = undefined
      addEventListener('online', () => this.#host.requestUpdate(), { once: true })
    }
  }
}
