import { html, type TemplateResult } from 'lit'
import type { Holiday, OpeningHours, Unit } from '@amtsweg/contract'
import { hoursPart } from '@amtsweg/kit/office-parts.ts'
import { messages } from '@amtsweg/messages/directory/de.ts'
import { textField } from '../shell/fields.ts'
import { hoursWords as words } from './hours-words.ts'

interface Previewed {
  readonly hours: OpeningHours
  readonly holidays: readonly Holiday[]
  /** The day on which somebody looks, as ISO date. */
  readonly day: string
}

/** The hours by the very code that shows them to citizens, on any day one likes. */
export function hoursPreview(
  { hours, holidays, day }: Previewed,
  onDay: (day: string) => void,
): TemplateResult {
  const unit: Unit = {
    ...{ id: 'preview', name: '', tier: 'municipal', lang: 'de', invented: false },
    ...{ addresses: [], contacts: [], sources: [], openState: { state: 'unknown' } },
    hours,
    holidays: [...holidays],
  }
  return html`
    <aside class="preview" aria-labelledby="preview">
      <h3 id="preview">${words.preview}</h3>
      ${textField({ id: 'preview-day', label: words.previewOn, type: 'date', value: day, onInput: onDay })}
      <div class="office">
        ${hoursPart(unit, new Date(`${day || '2026-01-01'}T11:00:00Z`), 'de', messages)}
      </div>
    </aside>
  `
}
