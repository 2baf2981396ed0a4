import { html, nothing, type ReactiveControllerHost } from 'lit'
import type { RequiredDocument } from '@amtsweg/contract'
import { also, own, type Told } from './service-sections.ts'

/** What readers have ticked, by service: in memory, so that it is there when they come back and gone with the page. */
const ticked = new Map<string, Set<string>>()

const ticksOf = (service: string): Set<string> => {
  const ticks = ticked.get(service) ?? new Set()
  ticked.set(service, ticks)
  return ticks
}

/** What to bring, to be ticked off on the way; the ticks are nobody's business but the reader's. */
export function requiredDocuments({ service, words }: Told, host: Element & ReactiveControllerHost): unknown {
  const { documents, id } = service
  const ticks = ticksOf(id)
  const have = documents.filter(({ name }) => ticks.has(name)).length
  const tick = (name: string, { target }: Event) => {
    if ((target as HTMLInputElement).checked) ticks.add(name)
    else ticks.delete(name)
    host.requestUpdate()
  }
  const print = async () => (await import('./print-checklist.ts')).printChecklist(host)
  const line = ({ name, hint, required, provenance }: RequiredDocument) =>
    html`<li>
      <label class="document">
        <input type="checkbox" .checked=${ticks.has(name)} @change=${(event: Event) => tick(name, event)} />
        <span
          >${own(name, service)}
          ${also(!required && words.optional, own(hint, service), provenance?.regionKey && provenance.areaName)}</span
        >
      </label>
    </li>`
  return html`
    <p class="small muted no-print">${words.documentsHelp}</p>
    <ul part="documents" class="documents">
      ${documents.map(line)}
    </ul>
    <div class="below no-print">
      <p part="ticked" class="small" role="status">${words.ticked(have, documents.length)}</p>
      <button part="print" type="button" class="button plain" @click=${print}>${words.printList}</button>
    </div>
    <p class="only-list">${words.appointment}</p>
    ${service.documents.some(({ required }) => !required) ? html`<p class="only-list small">${words.optionalNote}</p>` : nothing}
  `
}
