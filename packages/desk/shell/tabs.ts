import { html, type TemplateResult } from 'lit'

interface Tabs<Id extends string> {
  readonly label: string
  readonly tabs: readonly {
    readonly id: Id
    readonly label: string
    readonly lang?: string
    readonly hint?: string
  }[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
}

/** A row of tabs as WAI-ARIA has it: arrows go along it. What they show carries `id="panel"` and `aria-labelledby="tab-<id>"`. */
export const tabs = <Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
}: Tabs<Id>): TemplateResult => html`
  <div class="tabs" role="tablist" aria-label=${label} @keydown=${move}>
    ${tabs.map(
      (tab) =>
        html`<button
          id="tab-${tab.id}"
          type="button"
          role="tab"
          aria-selected=${tab.id === selected ? 'true' : 'false'}
          tabindex=${tab.id === selected ? 0 : -1}
          @click=${() => onSelect(tab.id)}
        >
          <span lang=${tab.lang ?? 'de'}>${tab.label}</span>
          ${tab.hint ? html`<span class="small muted">${tab.hint}</span>` : ''}
        </button>`,
    )}
  </div>
`

function move(event: KeyboardEvent): void {
  const row = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')]
  const at = row.indexOf(event.target as HTMLElement)
  const steps: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }
  const to = steps[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  const next = row.at(to % row.length)
  next?.click()
  next?.focus()
}
