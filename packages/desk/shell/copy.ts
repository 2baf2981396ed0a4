import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { define } from '@amtsweg/kit/define.ts'
import { styles } from './copy.styles.ts'
import { deskStyles } from './desk.styles.ts'
import { words } from './words.ts'

/**
 * Something that is shown once and taken along: a link, a key.
 *
 * @tag desk-copy
 * @summary Text with a button that copies it.
 */
class Copy extends LitElement {
  static override styles = [deskStyles, styles]

  /** What it is: "Einladungslink". */
  @property() label = ''
  @property() text = ''
  @state() private isCopied = false

  async #copy(): Promise<void> {
    const input = this.renderRoot.querySelector('input')!
    input.select()
    try {
      await navigator.clipboard.writeText(this.text)
    } catch {
      // Without leave for the clipboard it is selected, for Ctrl+C.
      return
    }
    this.isCopied = true
  }

  override render() {
    return html`
      <div class="field wide">
        <label for="text">${this.label}</label>
        <div class="row">
          <input
            id="text"
            readonly
            .value=${this.text}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          />
          <button type="button" class="button quiet" @click=${this.#copy}>${words.copy}</button>
          <span role="status" class="good">${this.isCopied ? words.copied : ''}</span>
        </div>
      </div>
    `
  }
}

define('desk-copy', Copy)

declare global {
  interface HTMLElementTagNameMap {
    'desk-copy': Copy
  }
}
