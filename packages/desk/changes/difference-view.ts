import { html, nothing, type TemplateResult } from 'lit'
import { contentDifference } from './content-difference.ts'
import { type Stretch, wordDifference } from './word-difference.ts'
import { words } from './words.ts'

/** What two versions of something say differently, word by word; null = nothing is there. Take `differenceStyles` with it. */
export function differenceView(before: unknown, after: unknown): TemplateResult {
  const fields = contentDifference(before, after)
  if (after === null) return html`<p>${words.takenBack}</p>`
  if (fields.length === 0) return html`<p>${words.nothingChanges}</p>`
  return html`
    ${before === null ? html`<p>${words.isNew}</p>` : nothing}
    <dl class="difference">
      ${fields.map(
        (field) => html`
          <dt>${field.label}</dt>
          <dd>${wordDifference(field.before, field.after).map(stretch)}</dd>
        `,
      )}
    </dl>
  `
}

/** Colour alone says nothing: what came is underlined, what went struck through, and both are said to who listens. */
const stretch = ({ kind, text }: Stretch) => {
  if (kind === 'same') return text
  return kind === 'added'
    ? html`<ins><span class="visually-hidden">${words.added}</span>${text}</ins>`
    : html`<del><span class="visually-hidden">${words.removed}</span>${text}</del>`
}
