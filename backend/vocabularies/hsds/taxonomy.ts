import type { LifeSituation } from '@amtsweg/contract'
import { uuidOf } from './ids.ts'
import { filled } from './parts.ts'

/** Lists that services are classified by. */
export type TaxonomyId = 'leika' | 'life-situations'

export const taxonomies = {
  leika: {
    id: uuidOf('taxonomy', 'leika'),
    name: 'Leistungsschlüssel',
    description: 'Schlüssel des Leistungskatalogs der öffentlichen Verwaltung (LeiKa), 14 Stellen',
    uri: 'https://fimportal.de/',
    version: '1',
  },
  'life-situations': {
    id: uuidOf('taxonomy', 'life-situations'),
    name: 'Lebenslagen',
    description: 'Lagen, in denen Menschen und Unternehmen Leistungen brauchen',
    uri: 'urn:amtsweg:life-situations',
    version: '1',
  },
} as const satisfies Record<TaxonomyId, object>

/** A term of a list. */
export interface Term {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  readonly parent_id?: string | undefined
  readonly taxonomy: string
  readonly taxonomy_detail: (typeof taxonomies)[TaxonomyId]
  readonly language: string
  readonly term_uri?: string | undefined
}

export const termId = (taxonomy: TaxonomyId, code: string): string => uuidOf('term', taxonomy, code)

/** A Leistungsschluessel; its name is the title of a service that has it. */
export const leikaTerm = (key: string, title: string): Term => ({
  id: termId('leika', key),
  code: key,
  name: title,
  description: title,
  taxonomy: taxonomies.leika.name,
  taxonomy_detail: taxonomies.leika,
  language: 'de',
  term_uri: `urn:de:fim:leika:leistung:${key}`,
})

export const situationTerm = ({ id, name }: Pick<LifeSituation, 'id' | 'name'>, parent?: string): Term =>
  filled({
    id: termId('life-situations', id),
    code: id,
    name,
    description: name,
    parent_id: parent && termId('life-situations', parent),
    taxonomy: taxonomies['life-situations'].name,
    taxonomy_detail: taxonomies['life-situations'],
    language: 'de',
  })

/** Every life situation of a tree, each after the one it lies in. */
export const situationTerms = (items: readonly LifeSituation[], parent?: string): readonly Term[] =>
  items.flatMap((item) => [situationTerm(item, parent), ...situationTerms(item.children, item.id)])
