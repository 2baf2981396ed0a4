import { html, nothing } from 'lit'
import type { ModuleCode, Provenance, Service } from '@amtsweg/contract'
import type { AuthorsMessages, ServicesMessages } from '@amtsweg/messages'
import { stand } from '@amtsweg/messages/authorship.ts'

/** One line of "who wrote this": what it is, and who says it. */
export interface Authorship {
  readonly what: string
  readonly provenance: Provenance
}

type Words = AuthorsMessages &
  Pick<
    ServicesMessages,
    'modules' | 'documents' | 'forms' | 'legal' | 'office' | 'cost' | 'deadlines' | 'online'
  >

const titleOf = (code: ModuleCode, { modules, documents, forms, legal, office, by }: Words): string => {
  const titles: Partial<Record<ModuleCode, string>> = {
    ...modules,
    '07': legal,
    '08': documents,
    '14': forms,
    '22': office,
    '23': office,
  }
  return titles[code] ?? by.text
}

/** Who wrote the description, and each part of it that somebody else wrote; every saying once. */
export function authorships(service: Service, words: Words): readonly Authorship[] {
  const parts = [
    ['documents', words.documents],
    ['fees', words.cost],
    ['deadlines', words.deadlines],
    ['forms', words.forms],
    ['onlineServices', words.online],
    ['legalBasis', words.legal],
  ] as const
  const all: Authorship[] = [
    { what: words.by.text, provenance: service.provenance },
    ...service.modules.flatMap(({ code, provenance, supplements }) => [
      ...(provenance ? [{ what: titleOf(code, words), provenance }] : []),
      ...supplements.map((one) => ({
        what: words.by.supplementTo(titleOf(code, words)),
        provenance: one.provenance,
      })),
    ]),
    ...parts.flatMap(([kind, what]) =>
      service[kind].flatMap(({ provenance }) => (provenance ? [{ what, provenance }] : [])),
    ),
  ]
  const seen = new Map(all.map((one) => [JSON.stringify(one), one]))
  return [...seen.values()]
}

/** All who wrote, with area and date. */
export const authorsList = (service: Service, lang: string, words: Words): unknown => html`
  <dl part="authors" class="authors">
    ${authorships(service, words).map(
      ({ what, provenance }) =>
        html`<div>
          <dt>${what}</dt>
          <dd>${provenance.author}</dd>
          <dd class="small muted">
            ${provenance.areaName ? `${words.by.holds(provenance.areaName)} · ` : nothing}${stand(provenance, lang, words)}
          </dd>
        </div>`,
    )}
  </dl>
`
