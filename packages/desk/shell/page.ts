import { type CSSResultGroup, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { deskStyles } from './desk.styles.ts'
import type { Desk } from './desk.ts'

/** A page says what it is called, once it knows: the frame shows that as heading and in the window's title. */
export class PageTitledEvent extends Event {
  readonly title: string

  constructor(title: string) {
    super('desk-page-titled', { bubbles: true, composed: true })
    this.title = title
  }
}

/** A page of the desk. The frame draws its heading (h1), the page what comes below: it begins with h2. */
export abstract class DeskPage extends LitElement {
  static override styles: CSSResultGroup = deskStyles

  /** The frame around: API, session, way to other pages, notices. */
  @property({ attribute: false }) desk!: Desk

  /** What stands in the path: `{ id }` for `/desk/units/:id`. */
  @property({ attribute: false }) params: Readonly<Record<string, string>> = {}

  /** What stands behind the `?`. */
  @property({ attribute: false }) query: URLSearchParams = new URLSearchParams()

  /** Whether something typed would be lost; then the frame asks before it leaves. */
  get isUnsaved(): boolean {
    return false
  }

  /** Tells the frame what is shown, such as the name of an office. */
  protected titled(title: string): void {
    this.dispatchEvent(new PageTitledEvent(title))
  }
}

declare global {
  interface HTMLElementEventMap {
    'desk-page-titled': PageTitledEvent
  }
}
