import { html, nothing, type TemplateResult } from 'lit'
import type { GeoVersion } from '@amtsweg/contract'
import { shownMoment } from '../shell/dates.ts'
import type { Desk } from '../shell/desk.ts'
import { empty } from '../shell/states.ts'
import { versionWords as words } from './version-words.ts'
import './version-preview.ts'

interface Parts {
  readonly desk: Desk
  readonly collection: string
  readonly titleProperty: string
  /** The newest first. */
  readonly versions: readonly GeoVersion[]
  /** The one that is looked at. */
  readonly opened: number | undefined
  readonly onOpen: (version: number | undefined) => void
  /** null = readers shall see nothing any more. */
  readonly onPublish: (version: number | null, isLater: boolean) => void
}

/** Versions of a collection: which one readers see, how they differ, and the way to another. */
export const versionsPart = (parts: Parts): TemplateResult => html`
  <section aria-labelledby="versions">
    <h2 id="versions">${words.heading}</h2>
    ${
      parts.versions.length === 0
        ? empty(words.none)
        : html`<p class="help">${words.kept}</p>
            <ul class="bare">
              ${parts.versions.map((version, at) => card(parts, version, parts.versions[at + 1]))}
            </ul>`
    }
  </section>
`

const stateOf = ({ published, wasPublished }: GeoVersion): string => {
  if (published) return words.published
  return wasPublished ? words.former : words.waits
}

/** How many features there are, and how that differs from the version before. */
function countOf({ features }: GeoVersion, before: GeoVersion | undefined): string {
  const count = words.count(features)
  if (!before) return count
  const difference = features - before.features
  if (difference === 0) return `${count}, ${words.same(before.number)}`
  const told = difference > 0 ? words.more : words.fewer
  return `${count}, ${told(Math.abs(difference), before.number)}`
}

function card(parts: Parts, version: GeoVersion, before: GeoVersion | undefined) {
  const { desk, collection, titleProperty, opened, onOpen, onPublish } = parts
  const { number, published, source, createdAt } = version
  const isOpen = opened === number
  const button = (label: string, act: () => void, looks = 'quiet') =>
    html`<button type="button" class="button ${looks}" @click=${act}>${label}</button>`
  return html`
    <li class="card" data-version=${number}>
      <h3>
        ${words.version(number)} <span class="tag ${published ? 'good' : ''}">${stateOf(version)}</span>
      </h3>
      <p>${countOf(version, before)}</p>
      <p class="help source">${words.from(source, shownMoment(createdAt))}</p>
      <p class="row">
        ${button(isOpen ? words.hide(number) : words.look(number), () => onOpen(isOpen ? undefined : number))}
        ${
          published
            ? button(words.unpublish, () => onPublish(null, false), 'danger')
            : html`${button(words.publish(number), () => onPublish(number, false))}
              ${button(words.later(number), () => onPublish(number, true))}`
        }
      </p>
      ${
        isOpen
          ? html`<desk-version-preview
              .desk=${desk}
              collection=${collection}
              number=${number}
              title-property=${titleProperty}
            ></desk-version-preview>`
          : nothing
      }
    </li>
  `
}
