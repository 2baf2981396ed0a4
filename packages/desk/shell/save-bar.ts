import { html, nothing } from 'lit'
import { failed } from './states.ts'
import { words } from './words.ts'

interface SaveBar {
  /** What the first button says, such as "Speichern". */
  readonly label: string
  readonly isSaving: boolean
  /** Whether there is anything to be kept for later. */
  readonly isChanged: boolean
  /** Why it was not saved. Here, as who saves deep in a page does not see its top. */
  readonly error?: unknown
  readonly onSave: () => void
  readonly onLater: () => void
}

/** Stays in sight below a long form: publish now, or keep as a draft for a second person or a time. */
export const saveBar = ({ label, isSaving, isChanged, error, onSave, onLater }: SaveBar) => html`
  <div class="save-bar">
    ${error ? failed(error) : nothing}
    <button type="button" class="button" ?disabled=${isSaving} @click=${onSave}>
      ${isSaving ? words.saveBar.saving : label}
    </button>
    <button type="button" class="button quiet" ?disabled=${isSaving || !isChanged} @click=${onLater}>
      ${words.saveBar.later}
    </button>
    <span class="help shortcut">${words.saveBar.shortcut}</span>
  </div>
`
