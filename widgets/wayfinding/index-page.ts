import { html, nothing, type TemplateResult } from 'lit'
import type { Keyword, KeywordPage } from '@amtsweg/contract'
import { emptyState } from '@amtsweg/kit'
import type { Frame } from './view.ts'

/** The first letter as the API sorts: umlauts count as their base letter, all but letters stand under 0-9. */
const letterOf = (word: string): string => {
  const [first = ''] = word.normalize('NFKD').toUpperCase()
  return /[A-Z]/.test(first) ? first : '0-9'
}

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

/** Leads to another word of the index. */
const toWord = (word: string, frame: Frame) =>
  frame.link({ view: 'a-z', letter: letterOf(word), q: word }, word)

/** The words that a word refers to; nothing for most. */
const references = ({ see, seeAlso = [], services }: Keyword, frame: Frame) =>
  // A word whose only service is called so has it above already.
  [see && see !== services[0]?.title ? [see] : [], seeAlso].map((words, also) =>
    words.length
      ? html`<p part="see" class="see small">
          ${also ? frame.m.seeAlso : frame.m.see} ${words.map((word) => toWord(word, frame))}
        </p>`
      : nothing,
  )

/** A word with one service leads there itself; with several, each of them is named. */
function entry(item: Keyword, index: number, frame: Frame) {
  const { keyword, services } = item
  const to = ({ id, title }: Keyword['services'][number], content: unknown, at?: string) =>
    frame.link({ view: 'service', service: id, title }, content, at)
  const [only, ...others] = services
  if (only && !others.length) {
    const differs = only.title.toLowerCase() !== keyword.toLowerCase()
    return html`<li>
      ${to(only, keyword, `item-${index}`)}
      ${differs ? html`<p class="small muted">${only.title}</p>` : nothing} ${references(item, frame)}
    </li>`
  }
  return html`<li>
    <p id="item-${index}" tabindex="-1" class="word">${keyword}</p>
    <ul>
      ${services.map((service) => html`<li>${to(service, service.title)}</li>`)}
    </ul>
    ${references(item, frame)}
  </li>`
}

/** One letter of the Stichwortverzeichnis, in the order the API gives. */
export const indexPage = ({ items, letters }: KeywordPage, frame: Frame): TemplateResult => html`
  ${letterBar(letters, frame)}
  <h3>${frame.step.letter}</h3>
  ${
    items.length
      ? html`<ul part="keywords" class="list words">
          ${items.map((item, index) => entry(item, index, frame))}
        </ul>`
      : emptyState(frame.m.noKeyword(frame.step.letter!))
  }
`
