import { html } from 'lit'
import type { KeywordPage } from '@amtsweg/contract'
import type * as Page from './index-page.ts'
import { moreButton, servicesShape } from './results-view.ts'
import { pagesOf, type View } from './view.ts'

interface IndexData extends KeywordPage {
  readonly page: typeof Page
}

/** The Stichwortverzeichnis, one letter at a time; few begin with it, so its code comes with its first data. */
export const indexView: View<IndexData> = {
  heading: (_, m) => m.aToZ,
  async load({ client, step: { letter, q }, area, lang, pages, signal }) {
    const [keywords, page] = await Promise.all([
      pagesOf(pages, (cursor) => client.keywords({ letter, from: q, area, lang, limit: 48, cursor, signal })),
      import('./index-page.ts'),
    ])
    return { ...keywords, page }
  },
  shape: servicesShape,
  render: (data, frame) => html`${data.page.indexPage(data, frame)} ${moreButton(data.next, frame)}`,
}
