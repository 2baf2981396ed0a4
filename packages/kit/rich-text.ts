import { html, type TemplateResult } from 'lit'
import type { RichElement, RichNode, RichTag, RichText } from '@amtsweg/contract'

const followable = /^(?:https?:\/\/|mailto:|tel:)/i

const link = ({ href = '' }: RichElement, content: unknown) =>
  followable.test(href) ? html`<a href=${href} rel="noopener">${content}</a>` : html`${content}`

/** Headings in a text stand two levels deeper than it says: title and section headings of the widget are above. */
const elements: Record<RichTag, (content: unknown, node: RichElement) => TemplateResult> = {
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
  a: (content, node) => link(node, content),
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

const node = (node: RichNode): unknown =>
  typeof node === 'string' ? node : elements[node.tag]?.(richText(node.children ?? []), node)

/** Sanitised text of the API as Lit templates; nothing is ever parsed as HTML. */
export const richText = (text: RichText): unknown[] => text.map(node)
