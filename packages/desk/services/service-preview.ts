import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { type ApiClient, createClient } from '@amtsweg/client'
import type { Responsibility, Service } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { languages } from '@amtsweg/messages/languages.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { selectField } from '../shell/fields.ts'
import { languageName } from '../shell/language-names.ts'
import { words } from './words.ts'

/** The part of our script that a page of ours may talk to. */
interface Loader {
  readonly watch: (root: Node) => void
}

const unrecorded = (title: string): Responsibility => ({
  status: 'unrecorded',
  service: { id: 'preview', title },
  fallback: {},
})

/** Built beside the desk, not into it: the very file that towns embed. */
const script = '/embed.js'

/**
 * A description as citizens will see it, by the very widget that shows it to them; its client answers with what is being written.
 *
 * @tag desk-service-preview
 */
class ServicePreview extends LitElement {
  static override styles = [deskStyles]

  /** Id of the service; nothing where it is new. */
  @property() service = ''

  /** Where somebody looks. */
  @property() area = ''

  /** What is published, in a language, changed to what is being written. */
  @property({ attribute: false }) draft: (published: Service | undefined, lang: string) => Service = (
    service,
  ) => service!

  @state() private shownIn = 'de'

  readonly #published = createClient({ base: new URL('/api/v1/', location.href) })

  protected override firstUpdated(): void {
    void import(/* @vite-ignore */ script).then(() => {
      const loader = (globalThis as unknown as Record<symbol, Loader | undefined>)[
        Symbol.for('amtsweg.loader')
      ]
      loader?.watch(this.renderRoot)
    })
  }

  /** A client of its own for each state of the draft: the widget asks anew. */
  get #client(): ApiClient {
    const { draft, service: id } = this
    return {
      ...this.#published,
      service: async (asked, options = {}) =>
        draft(
          id ? await this.#published.service(asked, options) : undefined,
          options.lang?.toLowerCase() ?? 'de',
        ),
      // Nobody answers yet for what is not there yet.
      ...(id ? {} : { responsibility: async () => unrecorded(draft(undefined, 'de').title) }),
    }
  }

  override render() {
    return html`
      <div class="stack">
        <p class="help">${words.previewNote}</p>
        ${selectField({
          id: 'lang',
          label: words.previewIn,
          value: this.shownIn,
          options: languages.map((lang) => ({ value: lang, label: languageName(lang) })),
          onChange: (lang) => (this.shownIn = lang),
        })}
        <div class="card" lang=${this.shownIn}>
          <amt-wayfinder
            loading="eager"
            uncounted
            service=${this.service || 'preview'}
            area=${this.area}
            .client=${this.#client}
          ></amt-wayfinder>
        </div>
      </div>
    `
  }
}

define('desk-service-preview', ServicePreview)

declare global {
  interface HTMLElementTagNameMap {
    'desk-service-preview': ServicePreview
  }
}
