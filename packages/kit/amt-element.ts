import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { type ApiClient, createClient } from '@amtsweg/client'
import { nearestLang, onLangChange } from './language.ts'

const page = globalThis as unknown as Record<symbol, { watch(root: Node): void } | undefined>
const clients = new Map<string, ApiClient>()

/** One client per API address, so that all widgets of a page share answers. */
function clientAt(api: string): ApiClient {
  const server = api ? new URL(api.replace(/\/?$/, '/'), document.baseURI) : new URL('/', import.meta.url)
  const base = new URL('api/v1/', server).href
  const client = clients.get(base) ?? createClient({ base })
  clients.set(base, client)
  return client
}

/**
 * What every element of ours has: a client for the API the script came from, and the language of the page around it.
 */
export abstract class AmtElement extends LitElement {
  /** Address of the Amtsweg server. Without it, the server that the script came from. */
  @property() api = ''

  /** Who answers the widget's questions; set it to show data of your own. */
  @property({ attribute: false })
  get client(): ApiClient {
    return this.#client ?? clientAt(this.api)
  }
  set client(client: ApiClient | undefined) {
    this.#client = client
  }
  #client: ApiClient | undefined

  /** Language of the page at this place, as BCP 47 tag: the nearest `lang`, else German. */
  get language(): string {
    return nearestLang(this) || 'de'
  }
  #stopListening: (() => void) | undefined

  override connectedCallback(): void {
    this.#stopListening = onLangChange(this, () => this.requestUpdate())
    this.#takeLinkColour()
    super.connectedCallback()
  }

  /** A widget may place another one by its tag name; the loader brings it. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    page[Symbol.for('amtsweg.loader')]?.watch(root)
    return root
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopListening?.()
  }

  /** The page's own link in our slot shows which colour its links have here. */
  #takeLinkColour(): void {
    const link = this.querySelector('a[href]')
    if (link) this.style.setProperty('--_link', getComputedStyle(link).color)
  }
}
