import type { ReactiveController } from 'lit'
import type { AmtElement } from './amt-element.ts'

type Catalogue<Words> = () => Promise<{ readonly messages: Words }>

/** How to load the words in each language; German is the original and always there. */
export type Catalogues<Words> = Readonly<Record<string, Catalogue<Words>>> & { readonly de: Catalogue<Words> }

/**
 * Keeps a widget's words in the language of the page. Until they have come, `now` is undefined and the widget shows
 * its slot; an unknown language gets German, and `lang` and `dir` say so on the widget's root.
 *
 * @example
 * const catalogues = {
 *   de: () => import('@amtsweg/messages/payment/de.ts'),
 *   en: () => import('@amtsweg/messages/payment/en.ts'),
 * }
 * readonly #messages = new Messages(this, catalogues)
 */
export class Messages<Words> implements ReactiveController {
  /** The words, once they have come. */
  now: Words | undefined
  /** Language of `now`; put it on what you render. */
  lang = 'de'
  /** Direction of `now`, which the page around may not share. */
  get dir(): 'ltr' | 'rtl' {
    return /^(?:ar|fa|he|ur)$/.test(this.lang) ? 'rtl' : 'ltr'
  }
  readonly #host: AmtElement
  readonly #catalogues: Catalogues<Words>
  #wanted: Catalogue<Words> | undefined

  constructor(host: AmtElement, catalogues: Catalogues<Words>) {
    this.#host = host
    this.#catalogues = catalogues
    host.addController(this)
  }

  hostUpdate(): void {
    const primary = this.#host.language.split('-')[0]!.toLowerCase()
    const lang = this.#catalogues[primary] ? primary : 'de'
    const catalogue = this.#catalogues[lang]!
    if (catalogue === this.#wanted) return
    this.#wanted = catalogue
    void this.#load(lang, catalogue)
  }

  async #load(lang: string, catalogue: Catalogue<Words>): Promise<void> {
    try {
      const { messages } = await catalogue()
      if (catalogue !== this.#wanted) return
      this.lang = lang
      this.now = messages
      this.#host.requestUpdate()
    } catch {
      // The slot stays; the next update asks again.
      this.#wanted = undefined
    }
  }
}
