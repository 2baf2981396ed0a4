import { LitElement, type PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import { type ApiClient, createClient } from '@amtsweg/client'
import { nearestLang, onLangChange } from './language.ts'
import { takePageColours } from './page-colours.ts'

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
 *
 * @attr {string} lang - Language of the widget, as BCP 47 tag. Without it, the language of the page around.
 * @attr {'eager' | 'lazy'} loading - `eager` loads at once. Without it, when a reader comes near.
 */
export abstract class AmtElement extends LitElement {
  /** Address of the Amtsweg server. Without it, the server that the script came from. */
  @property() api = ''

  /** Its look: `host` like the page (the default), `kern` like the KERN design system, `contrast` for poor sight. */
  @property({ reflect: true }) theme: 'host' | 'kern' | 'contrast' | undefined

  /** Light or dark: `light`, `dark`, or `system` as the reader's device says. Without it, as the page around. */
  @property({ reflect: true }) scheme: 'light' | 'dark' | 'system' | undefined

  /** Who answers the widget's questions; set it to show data of your own. */
  @property({ attribute: false })
  get client(): ApiClient {
    return this.#client ?? clientAt(this.api)
  }
  set client(client: ApiClient | undefined) {
    this.#client = client
  }
  #client: ApiClient | undefined

  /** Language of the page at this place, as BCP 47 tag in lower case: the nearest `lang`, else German. */
  get language(): string {
    // Some pages write `de_DE`. What is no tag, the API would refuse.
    return (
      /^[a-z]{2,3}(-[a-z\d]{1,8})*$/.exec(nearestLang(this).toLowerCase().replace(/_/g, '-'))?.[0] ?? 'de'
    )
  }
  #stopListening: (() => void) | undefined

  #isDressed = false

  override connectedCallback(): void {
    this.#stopListening = onLangChange(this, () => this.requestUpdate())
    super.connectedCallback()
    // Where it stands now, another language may be spoken.
    this.requestUpdate()
    this.#takeColours()
    this.addEventListener('transitionend', this.#takeColours)
  }

  /** A widget may place another one by its tag name; the loader brings it. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot()
    page[Symbol.for('amtsweg.loader')]?.watch(root)
    return root
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed)
    if (this.theme || this.scheme) void this.#dress()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopListening?.()
  }

  /** The style sheet that `theme` and `scheme` need; few pages ask for it. */
  async #dress(): Promise<void> {
    if (this.#isDressed) return
    this.#isDressed = true
    try {
      const { themes } = await import('./themes.styles.ts')
      this.shadowRoot!.adoptedStyleSheets.push(themes.styleSheet!)
      this.#takeColours()
    } catch {
      // It keeps looking like the page; the next update asks again.
      this.#isDressed = false
    }
  }

  /** Also when the page's own have changed, of which the end of a transition tells. Widgets inside others inherit. */
  readonly #takeColours = (): void => {
    const root = this.getRootNode()
    if (!(root instanceof ShadowRoot && root.host instanceof AmtElement))
      takePageColours(this, this.renderRoot)
  }
}
