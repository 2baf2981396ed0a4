import { html } from 'hono/html'
import { type Authority, authorityOf, safeLogo, soleAuthority } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import type { PageLanguage } from './words.ts'
import { wordsIn } from './words.ts'

/** Whose pages these are, as it wants to be shown. */
export interface OfferedBy {
  readonly name: string
  /** Language of the name. */
  readonly lang: string
  /** Languages its texts are kept in, the first one first. */
  readonly languages: readonly string[]
  readonly logo?: { readonly url: string; readonly origin: string }
}

/**
 * Finds whose pages the reader is on: those of the authority that keeps the area they are about; without an area those of the only
 * one there is.
 */
export const findOffering =
  (db: Db, remember: Remember) =>
  async (area: string | undefined, lang: PageLanguage): Promise<OfferedBy | undefined> => {
    const authority = await remember(`offered by ${area ?? ''}`, () =>
      area === undefined ? soleAuthority(db) : authorityOf(db, area),
    )
    return authority && shown(authority, lang)
  }

function shown({ id, names, languages, logoUrl }: Authority, lang: PageLanguage): OfferedBy {
  const spoken = names[lang] === undefined ? 'de' : lang
  const logo = logoUrl === undefined ? undefined : safeLogo(logoUrl)
  return { name: names[spoken] ?? id, lang: spoken, languages, ...(logo ? { logo } : {}) }
}

/** One line for the head of a page. The server of the logo learns that somebody reads, but not what. */
export const offeredByLine = ({ name, lang: spoken, logo }: OfferedBy, lang: PageLanguage) =>
  html`<p class="offered">
    ${logo ? html`<img src="${logo.url}" alt="" height="40" referrerpolicy="no-referrer" />` : ''}
    <span
      >${wordsIn[lang].page.offeredBy}
      <strong ${spoken === lang ? '' : html`lang="${spoken}"`}>${name}</strong></span
    >
  </p>`
