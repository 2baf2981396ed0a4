import { html } from 'lit'
import type { Service, Source } from '@amtsweg/contract'
import { skeleton } from '@amtsweg/kit'
import type { ServicesMessages } from '@amtsweg/messages'
import type * as Page from './service-page.ts'
import type { View } from './view.ts'

/** A service with all that its page needs. */
export interface ServiceData {
  readonly service: Service
  /** The area whose texts these are: that of the page, else the place of the visit, else empty. */
  readonly area: string
  readonly sources: readonly Source[]
  readonly words: ServicesMessages
  readonly page: typeof Page
}

/** Besides German, which comes with the page. */
const catalogues: Readonly<Record<string, () => Promise<{ readonly messages: ServicesMessages }>>> = {
  en: () => import('@amtsweg/messages/services/en.ts'),
}

/** A service's page; code, words and data come at once. */
export const serviceView: View<ServiceData> = {
  heading: ({ title }, m, data) => data?.service.title ?? title ?? m.loading,
  async load({ client, step: { service: id }, area, lang, signal }) {
    const words = catalogues[lang.split('-')[0]!.toLowerCase()]
    const [service, sources, page, catalogue] = await Promise.all([
      client.service(id!, { area, lang, signal }),
      // Attribution has to be there, but its failure must not hide the service.
      client.sources({ lang, signal }).then(
        ({ items }) => items,
        () => [],
      ),
      import('./service-page.ts'),
      words?.(),
    ])
    return { service, area, sources, words: catalogue?.messages ?? page.german, page }
  },
  shape: html`<div class="shapes">
    ${skeleton(10, 7)}
    <div class="facts">${[1, 2, 3].map(() => skeleton(3, 7))}</div>
    ${[1, 2, 3].map(() => skeleton(5, 10, 10, 7))}
  </div>`,
  status: ({ service }) => service.title,
  render: (data, frame) => data.page.servicePage(data, frame),
}
