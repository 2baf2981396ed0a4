import { html } from 'lit'
import type { Service, Source } from '@amtsweg/contract'
import { skeleton } from '@amtsweg/kit'
import type { AuthorsMessages, ServicesMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { type Language, spoken } from '@amtsweg/messages/languages.ts'
import type * as Page from './service-page.ts'
import type { View } from './view.ts'

export type PageWords = ServicesMessages & AuthorsMessages

/** A service with all that its page needs. */
export interface ServiceData {
  readonly service: Service
  /** The area whose texts these are: that of the page, else the place of the visit, else empty. */
  readonly area: string
  readonly sources: readonly Source[]
  readonly words: PageWords
  readonly page: typeof Page
}

async function wordsIn(lang: Language): Promise<PageWords> {
  const [services, authors] = await Promise.all([loadWords('services', lang), loadWords('authors', lang)])
  return { ...services.messages, ...authors.messages }
}

/** A service's page; code, words and data come at once. */
export const serviceView: View<ServiceData> = {
  heading: ({ title }, m, data) =>
    data ? html`<span lang=${data.service.lang}>${data.service.title}</span>` : (title ?? m.loading),
  async load({ client, step: { service: id }, area, lang, signal }) {
    const ours = spoken(lang)
    const [service, sources, page, words] = await Promise.all([
      client.service(id!, { area, lang, signal }),
      // Attribution has to be there, but its failure must not hide the service.
      client.sources({ lang, signal }).then(
        ({ items }) => items,
        () => [],
      ),
      import('./service-page.ts'),
      // German comes with the page.
      ours === 'de' ? undefined : wordsIn(ours),
    ])
    return { service, area, sources, words: words ?? page.german, page }
  },
  shape: html`<div class="shapes">
    ${skeleton(10, 7)}
    <div class="facts">${[1, 2, 3].map(() => skeleton(3, 7))}</div>
    ${[1, 2, 3].map(() => skeleton(5, 10, 10, 7))}
  </div>`,
  status: ({ service }) => service.title,
  render: (data, frame) => data.page.servicePage(data, frame),
}
