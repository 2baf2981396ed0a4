import { html, nothing, type TemplateResult } from 'lit'
import type { RichElement, RichNode, RichTag, RichText } from '@amtsweg/contract'

const followable = /^(?:https?:\/\/|mailto:|tel:)/i

/** What stands behind a link that leads nowhere; the ISO date is that of the last look. */
export type NoteUnreachable = (date: string) => unknown

const link = ({ href = '', unreachableOn }: RichElement, content: unknown, note?: NoteUnreachable) =>
  followable.test(href)
    ? html`<a href=${href} rel="noopener">${content}</a
        >${unreachableOn && note ? [' ', note(unreachableOn)] : nothing}`
    : html`${content}`

type Show = (content: unknown, node: RichElement, note?: NoteUnreachable) => TemplateResult

/** Headings in a text stand two levels deeper than it says: title and section headings of the widget are above. */
const elements: Record<RichTag, Show> = {
  p: (content) => html`<p>${content}</p>`,
  ul: (content) =>
    html`<ul>
      ${content}
    </ul>`,
  ol: (content) =>
    html`<ol>
      ${content}
    </ol>`,
  li: (content) => html`<li>${content}</li>`,
  h3: (content) => html`<h4>${content}</h4>`,
  h4: (content) => html`<h5>${content}</h5>`,
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
  a: (content, node, note) => link(node, content, note),
  br: () => html`<br />`,
  table: (content) =>
    html`<div class="scroll" tabindex="0">
      <table>
        <tbody>
          ${content}
        </tbody>
      </table>
    </div>`,
  tr: (content) =>
    html`<tr>
      ${content}
    </tr>`,
  th: (content) => html`<th>${content}</th>`,
  td: (content) => html`<td>${content}</td>`,
  dl: (content) => html`<dl>${content}</dl>`,
  dt: (content) => html`<dt>${content}</dt>`,
  dd: (content) => html`<dd>${content}</dd>`,
}

const show = (node: RichNode, note?: NoteUnreachable): unknown =>
  typeof node === 'string' ? node : elements[node.tag]?.(richText(node.children ?? [], note), node, note)

/** Sanitised text of the API as Lit templates; nothing is ever parsed as HTML. */
export const richText = (text: RichText, note?: NoteUnreachable): unknown[] =>
  text.map((node) => show(node, note))
