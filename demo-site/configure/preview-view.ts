import { html } from 'lit'
import { looks } from './choice.ts'
import { radios } from './fields.ts'
import type { Part } from './page.ts'

/** The widget itself on a page of another's style, in a frame: our styles cannot help it there. */
export const previewView: Part = ({ words, choice, set }) => {
  const query = new URLSearchParams({
    widget: choice.widget,
    look: choice.look,
    page: choice.page,
    ...choice.options,
  })
  return html`
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">${words.preview.heading}</h2>
      <div class="bar">
        ${radios({
          name: 'look',
          legend: words.preview.look,
          values: looks,
          chosen: choice.look,
          label: (look) => words.preview.looks[look],
          choose: (look) => set({ look }),
        })}
        ${radios({
          name: 'width',
          legend: words.preview.width,
          values: ['wide', 'narrow'],
          chosen: choice.width,
          label: (width) => words.preview.widths[width],
          choose: (width) => set({ width }),
        })}
      </div>
      <div class="stage ${choice.width}">
        <iframe src="preview.html?${query}" title=${words.preview.frame}></iframe>
      </div>
    </section>
  `
}
