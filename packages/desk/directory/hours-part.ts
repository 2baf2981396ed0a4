import { html, type TemplateResult } from 'lit'
import type { Holiday, OpeningHours } from '@amtsweg/contract'
import type { HoursEditor } from './hours-editor.ts'
import './hours-editor.ts'

interface HoursPart {
  readonly hours: OpeningHours
  readonly holidays: readonly Holiday[]
  readonly isHidden: boolean
  readonly onChange: (hours: OpeningHours) => void
  readonly onSave: () => void
}

/** The hours of an office. They stay in the page, hidden: what is typed must not go with the tab. */
export function hoursPart({ hours, holidays, isHidden, onChange, onSave }: HoursPart): TemplateResult {
  // One line is typed, and Enter ends it, as in any form of one field.
  const onEnter = (event: KeyboardEvent): void => {
    const [field] = event.composedPath()
    if (event.key !== 'Enter' || event.isComposing) return
    if (field instanceof HTMLInputElement && field.type === 'text') onSave()
  }
  return html`<desk-hours
    ?hidden=${isHidden}
    .hours=${hours}
    .holidays=${holidays}
    @keydown=${onEnter}
    @desk-hours-changed=${(event: Event) => onChange((event.target as HoursEditor).value)}
  ></desk-hours>`
}
