import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from './desk.styles.ts'
import { styles } from './dialog.styles.ts'
import { words } from './words.ts'

/** The dialog was closed by Escape or its button, and nothing was chosen. */
class DialogDismissedEvent extends Event {
  constructor() {
    super('desk-dialog-dismissed')
  }
}

/**
 * A native dialog with heading; what it asks stands in its slot, its buttons in `actions`. It is open as long as it is in the page,
 * and the browser gives the focus back to where it was.
 *
 * @tag desk-dialog
 * @summary Native dialog with heading, content and actions.
 * @slot - What it says and asks.
 * @slot actions - Buttons, the main one first.
 * @event {DialogDismissedEvent} desk-dialog-dismissed - Closed without a choice.
 */
class Dialog extends LitElement {
  static override styles = [deskStyles, styles]

  /** Heading, and name for screen readers. */
  @property() heading = ''

  /** Whether it can only be answered, not closed. */
  @property({ type: Boolean, attribute: 'must-answer' }) mustAnswer = false

  #before: HTMLElement | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#before ??= deepActive()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Removed and not closed: browsers give the focus back only on closing.
    if (this.#before?.isConnected) this.#before.focus()
    this.#before = undefined
  }

  protected override firstUpdated(): void {
    this.#dialog.showModal()
    this.renderRoot.querySelector('h2')!.focus()
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!
  }

  /** By Escape, or by the button. What must be answered comes back where a browser knows no `closedby`. */
  #onClose(): void {
    if (this.mustAnswer) this.#dialog.showModal()
    else this.dispatchEvent(new DialogDismissedEvent())
  }

  override render() {
    return html`
      <dialog
        aria-labelledby="heading"
        closedby=${this.mustAnswer ? 'none' : 'closerequest'}
        @close=${this.#onClose}
      >
        <div class="bar-of-heading">
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
          ${
            this.mustAnswer
              ? nothing
              : html`<button type="button" class="button plain" @click=${() => this.#dialog.close()}>
                  ${words.close}
                </button>`
          }
        </div>
        <slot></slot>
        <div class="actions"><slot name="actions"></slot></div>
      </dialog>
    `
  }
}

function deepActive(): HTMLElement | undefined {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement ? element : undefined
}

define('desk-dialog', Dialog)

declare global {
  interface HTMLElementTagNameMap {
    'desk-dialog': Dialog
  }
  interface HTMLElementEventMap {
    'desk-dialog-dismissed': DialogDismissedEvent
  }
}
