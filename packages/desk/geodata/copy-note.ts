import { html, type TemplateResult } from 'lit'
import type { GeoHarvest } from '@amtsweg/contract'
import { shownMoment } from '../shell/dates.ts'
import { harvestWords as words } from './harvest-words.ts'

/** Where a copy is from, so that nobody corrects here what is written there. */
export const copyNote = ({ kind, succeededAt, url }: GeoHarvest): TemplateResult => html`
  <div class="aside" data-copy>
    <p>
      ${words.copyOf(words.kinds[kind ?? 'ogc-features'], succeededAt && shownMoment(succeededAt))}
      <a href=${url} target="_blank" rel="noreferrer">${url}</a>
    </p>
    <p>${words.copyKept} <a href="/desk/harvests">${words.toCopies}</a></p>
  </div>
`
