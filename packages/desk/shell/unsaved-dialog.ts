import { html, type TemplateResult } from 'lit'
import { words } from './words.ts'
import './dialog.ts'

/** What the app does next once somebody has answered whether typed words may be lost. */
export interface Asked {
  readonly answer: (mayGo: boolean) => void
}

export const unsavedDialog = ({ answer }: Asked): TemplateResult => html`
  <desk-dialog heading=${words.unsaved.title} @desk-dialog-dismissed=${() => answer(false)}>
    <p>${words.unsaved.text}</p>
    <button slot="actions" type="button" class="button" @click=${() => answer(false)}>
      ${words.unsaved.stay}
    </button>
    <button slot="actions" type="button" class="button danger" @click=${() => answer(true)}>
      ${words.unsaved.leave}
    </button>
  </desk-dialog>
`
