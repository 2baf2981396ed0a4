import { html, nothing } from 'lit'
import type { Keyword, KeywordPage } from '@amtsweg/contract'
import { emptyState } from '@amtsweg/kit'
import { moreButton, servicesShape } from './results-view.ts'
import { type Frame, pagesOf, type View } from './view.ts'

const letterBar = (letters: KeywordPage['letters'], { m, step, refine }: Frame) => html`
  <div part="letters" class="letters" role="group" aria-label=${m.letters}>
    ${letters.map(
      ({ letter, count }) =>
        html`<button
          type="button"
          class="way"
          aria-pressed=${letter === step.letter}
          aria-label=${m.letter(letter, count)}
          ?disabled=${!count}
          @click=${() => refine({ view: 'a-z', letter })}
        >
          ${letter}
        </button>`,
    )}
  </div>
`

/** A word with one service leads there itself; with several, each of them is named. */
function entry({ keyword, services }: Keyword, index: number, frame: Frame) {
  const to = ({ id, title }: Keyword['services'][number], content: unknown, at?: string) =>
    frame.link({ view: 'service', service: id, title }, content, at)
  const [only, ...others] = services
  if (only && !others.length) {
    const differs = only.title.toLowerCase() !== keyword.toLowerCase()
    return html`<li>
      ${to(only, keyword, `item-${index}`)}
      ${differs ? html`<p class="small muted">${only.title}</p>` : nothing}
    </li>`
  }
  return html`<li>
    <p id="item-${index}" tabindex="-1" class="word">${keyword}</p>
    <ul>
      ${services.map((service) => html`<li>${to(service, service.title)}</li>`)}
    </ul>
  </li>`
}

/** The Stichwortverzeichnis, one letter at a time, in the order the API gives. */
export const indexView: View<KeywordPage> = {
  heading: (_, m) => m.aToZ,
  load: ({ client, step: { letter }, area, lang, pages, signal }) =>
    pagesOf(pages, (cursor) => client.keywords({ letter, area, lang, limit: 48, cursor, signal })),
  shape: servicesShape,
  render: ({ items, letters, next }, frame) => html`
    ${letterBar(letters, frame)}
    <h3>${frame.step.letter}</h3>
    ${
      items.length
        ? html`<ul part="keywords" class="list words">
            ${items.map((item, index) => entry(item, index, frame))}
          </ul>`
        : emptyState(frame.m.noKeyword(frame.step.letter!))
    }
    ${moreButton(next, frame)}
  `,
}
