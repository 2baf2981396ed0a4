import { html, type TemplateResult } from 'lit'
import type OpenLayers from 'ol/Map.js'
import { mapButtons } from './map-buttons.ts'
import { mapWords } from './map-words.ts'

interface Place {
  /** What the map shows, for those who listen. */
  readonly label: string
  readonly map: () => OpenLayers | undefined
  readonly showAll: () => void
  /** Enter was pressed: what lies in the middle is chosen. A coordinate of the map. */
  readonly choose: (middle: number[]) => void
}

/** Where a map is drawn (`#map`), with its keys and buttons. Take `deskStyles`, `mapColours` and the map's styles with it. */
export const mapPlace = ({ label, map, showAll, choose }: Place): TemplateResult => html`
  <div
    id="map"
    role="application"
    tabindex="0"
    aria-label=${label}
    aria-describedby="how"
    @keydown=${(event: KeyboardEvent) => {
      const middle = map()?.getView().getCenter()
      if (event.key !== 'Enter' || !middle) return
      event.preventDefault()
      choose(middle)
    }}
  ></div>
  ${mapButtons(map, showAll)}
  <p id="how" class="help">${mapWords.how}</p>
`
