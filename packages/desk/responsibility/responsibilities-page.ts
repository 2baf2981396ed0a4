import { html, nothing } from 'lit'
import type { ServicePage, ServiceSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { tabStyles } from '../shell/tabs.styles.ts'
import { tabs } from '../shell/tabs.ts'
import { styles } from './responsibility.styles.ts'
import type { ServiceResponsibility } from './service-responsibility.ts'
import { words } from './words.ts'
import '../shell/long-list.ts'
import './place-responsibility.ts'
import './responsibility-map.ts'
import './responsibility-report.ts'
import './service-responsibility.ts'

type Tab = keyof typeof words.tabs

const columns: readonly Column<unknown>[] = [
  {
    label: words.title,
    draw: (service) =>
      html`<span lang=${(service as ServiceSummary).lang}>${(service as ServiceSummary).title}</span>`,
  },
]
const address = (query: Readonly<Record<string, string>>) =>
  `/desk/responsibilities?${new URLSearchParams(query)}`

/**
 * Who answers for what: of one service all units, of one place all services, and where nobody or several do.
 *
 * @tag desk-responsibilities-page
 */
export class ResponsibilitiesPage extends DeskPage {
  static override styles = [DeskPage.styles, tabStyles, styles]

  override get isUnsaved(): boolean {
    return (
      this.renderRoot.querySelector<ServiceResponsibility>('desk-service-responsibility')?.isUnsaved ?? false
    )
  }

  readonly #source: Source<unknown> = async ({ q, cursor, limit, signal }) => {
    const area = this.desk.grant.regionKey ?? undefined
    const { data } = await this.desk.api.get<ServicePage>('/services', {
      signal,
      query: { q, area, limit, cursor },
    })
    return data
  }

  override render() {
    const by = this.#by
    return html`
      ${tabs<Tab>({
        label: words.tabList,
        tabs: (Object.keys(words.tabs) as Tab[]).map((id) => ({ id, label: words.tabs[id] })),
        selected: by,
        onSelect: (chosen) => this.desk.go(address({ by: chosen })),
      })}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${by}">${this.#panel(by)}</div>
    `
  }

  get #by(): Tab {
    const by = this.query.get('by') ?? ''
    return Object.hasOwn(words.tabs, by) ? (by as Tab) : 'service'
  }

  #panel(by: Tab) {
    switch (by) {
      case 'service':
      case 'map':
        return this.#servicePart(by)
      case 'place':
        return html`<desk-place-responsibility
          .desk=${this.desk}
          area=${this.query.get('area') ?? ''}
        ></desk-place-responsibility>`
      case 'gaps':
        return html`<desk-responsibility-report .desk=${this.desk}></desk-responsibility-report>`
    }
  }

  #servicePart(by: 'service' | 'map') {
    const service = this.query.get('service')
    if (service)
      return html`<p class="way">
          <a href=${address({ by })}>${words.back}</a>
          ${by === 'service' ? html`<a href=${address({ by: 'map', service })}>${words.onMap}</a>` : nothing}
        </p>
        ${this.#oneService(by, service)}`
    return html`<desk-list
      label=${words.services}
      search-label=${words.searchService}
      empty-text=${words.noService}
      search=${this.query.get('q') ?? ''}
      .source=${this.#source}
      .columns=${columns}
      .href=${(found: unknown) => address({ by, service: (found as ServiceSummary).id })}
    ></desk-list>`
  }

  #oneService(by: 'service' | 'map', service: string) {
    if (by === 'map')
      return html`<desk-responsibility-map .desk=${this.desk} service=${service}></desk-responsibility-map>`
    return html`<desk-service-responsibility
      .desk=${this.desk}
      service=${service}
    ></desk-service-responsibility>`
  }
}

define('desk-responsibilities-page', ResponsibilitiesPage)
