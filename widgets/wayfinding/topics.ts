import { html, nothing, svg, type TemplateResult } from 'lit'
import type { LifeSituation } from '@amtsweg/contract'
import type { Frame, Step } from './view.ts'

/** Drawn by us on a 24 px grid, like the icons of the kit; the names are those of the data. */
const icons: Readonly<Record<string, TemplateResult>> = {
  'id-card': svg`<path d="M3 5h18v14H3zM13 10h5m-5 4h5M6 16c.5-3 4.5-3 5 0" /><circle cx="8.5" cy="10.5" r="2" />`,
  home: svg`<path d="M3 11.5 12 4l9 7.5M6 9.5V20h12V9.5M10 20v-6h4v6" />`,
  family: svg`<circle cx="8" cy="6.5" r="3" /><circle cx="17" cy="11" r="2.25" /><path d="M2.5 20c0-9 11-9 11 0m0 0c.5-5.5 8-5 8 0" />`,
  school: svg`<path d="M2 9.5 12 5l10 4.5L12 14zM6 11.5V17c3 2.5 9 2.5 12 0v-5.5M22 9.5V15" />`,
  briefcase: svg`<path d="M3 8h18v12H3zM9 8V4.5h6V8M3 13.5h18M12 12.5v2" />`,
  car: svg`<path d="M3 17v-4.5L5.5 6.5h13l2.5 6V17zM3 12.5h18M6 17v2.5m12-2.5v2.5M7 15h.01M17 15h.01" />`,
  building: svg`<path d="M5 21V3h10v18M15 9h5v12M2.5 21h19M8.5 7h3m-3 4h3m-3 4h3" />`,
  heart: svg`<path d="M12 20S3.5 14.5 3.5 9c0-5 6.5-6 8.5-1.5C14 3 20.5 4 20.5 9 20.5 14.5 12 20 12 20Z" />`,
  globe: svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c5.5 5.5 5.5 12.5 0 18-5.5-5.5-5.5-12.5 0-18Z" />`,
  leaf: svg`<path d="M4.5 20C4.5 9 10 4 20 4c0 10-4.5 15-13 14M4.5 20c1.5-4.5 5-8 9-9.5" />`,
  shield: svg`<path d="M12 3 4.5 6v5.5C4.5 16 8 19.5 12 21c4-1.5 7.5-5 7.5-9.5V6zM9 12l2 2 4-4.5" />`,
}

const iconOf = (name: string | undefined) =>
  html`<svg class="icon topic-icon" viewBox="0 0 24 24" aria-hidden="true">
    ${(name && icons[name]) ?? svg`<circle cx="12" cy="12" r="8" />`}
  </svg>`

export const stepTo = ({ id, name }: LifeSituation): Step => ({
  view: 'life-situation',
  lifeSituation: id,
  title: name,
})

/** Life situations, which are named in German only, as tiles; `rich` tells what lies below each. */
export const topics = (items: readonly LifeSituation[], frame: Frame, rich = false): TemplateResult => html`
  <ul part="topics" class="topics ${rich ? 'rich' : ''}">
    ${items.map(
      (topic) =>
        html`<li part="topic">
          ${frame.link(
            stepTo(topic),
            html`${iconOf(topic.icon)}
              <span>
                <span class="name" lang="de">${topic.name}</span>
                ${
                  rich
                    ? html`<span class="small muted below" lang="de"
                        >${topic.children.map(({ name }) => name).join(', ')}</span
                      >`
                    : nothing
                }
              </span>`,
          )}
        </li>`,
    )}
  </ul>
`

const tile = html`<span class="bar tile"></span>`

/** Tiles that are still to come. */
export const topicsShape = html`<div class="topics">${Array.from({ length: 9 }, () => tile)}</div>`
