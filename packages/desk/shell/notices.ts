import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from './desk.styles.ts'
import type { Notice } from './desk.ts'
import { styles } from './notices.styles.ts'
import { words } from './words.ts'

/**
 * What was done, said once in a live region, with a way to take it back. It stays until it is closed or the next one comes: nobody
 * has to be quick.
 *
 * @tag desk-notices
 * @summary Live region of the desk.
 */
class Notices extends LitElement {
  static override styles = [deskStyles, styles]

  /** What is told now. */
  @property({ attribute: false }) notice: Notice | undefined

  /** The button goes with what is told: whoever pressed it by keyboard is led to the page, and not left nowhere. */
  #close(): void {
    this.notice = undefined
    const { activeElement } = this.renderRoot as ShadowRoot
    if (activeElement) (this.getRootNode() as ParentNode).querySelector?.<HTMLElement>('h1')?.focus()
  }

  #undo(notice: Notice): void {
    this.#close()
    void notice.undo!()
  }

  override render() {
    const { notice } = this
    return html`
      <div class=${notice ? 'notice' : ''}>
        <p role="status">${notice?.text}</p>
        ${
          notice?.undo
            ? html`<button type="button" class="button quiet" @click=${() => this.#undo(notice)}>
                ${words.undo}
              </button>`
            : nothing
        }
        ${
          notice
            ? html`<button type="button" class="button plain" @click=${this.#close}>
                ${words.close}<span class="visually-hidden">: ${notice.text}</span>
              </button>`
            : nothing
        }
      </div>
    `
  }
}

define('desk-notices', Notices)

declare global {
  interface HTMLElementTagNameMap {
    'desk-notices': Notices
  }
}
