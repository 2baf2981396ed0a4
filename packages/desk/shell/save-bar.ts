import { html } from 'lit'
import { words } from './words.ts'

interface SaveBar {
  /** What the first button says, such as "Speichern". */
  readonly label: string
  readonly isSaving: boolean
  /** Whether there is anything to be kept for later. */
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly onLater: () => void
}

/** Stays in sight below a long form: publish now, or keep as a draft for a second person or a time. */
export const saveBar = ({ label, isSaving, isChanged, onSave, onLater }: SaveBar) => html`
  <div class="save-bar">
    <button type="button" class="button" ?disabled=${isSaving} @click=${onSave}>
      ${isSaving ? words.saveBar.saving : label}
    </button>
    <button type="button" class="button quiet" ?disabled=${isSaving || !isChanged} @click=${onLater}>
      ${words.saveBar.later}
    </button>
    <span class="help shortcut">${words.saveBar.shortcut}</span>
  </div>
`
