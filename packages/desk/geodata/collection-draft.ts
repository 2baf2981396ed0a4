import type { GeoAudience, GeoCollectionEdit, GeoCollectionState, GeoLicenceCode } from '@amtsweg/contract'
import type { FieldErrors } from '../shell/fields.ts'
import { words } from './words.ts'

/** A collection as it is typed. */
export interface CollectionDraft {
  /** Chosen once, with a new collection. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Separated by commas. */
  readonly keywords: string
  /** '' = none. */
  readonly theme: string
  readonly licence: GeoLicenceCode
  readonly provider: string
  readonly sourceUri: string
  readonly changed: boolean
  /** '' = none. */
  readonly titleProperty: string
  readonly audience: GeoAudience
}

/** What is typed at the beginning; `provider` is who a new collection is taken to be of. */
export const collectionDraftOf = (kept: Partial<GeoCollectionState>, provider = ''): CollectionDraft => ({
  id: kept.id ?? '',
  title: kept.title ?? '',
  description: kept.description ?? '',
  keywords: (kept.keywords ?? []).join(', '),
  theme: kept.theme ?? '',
  licence: kept.licence ?? 'dl-de-by-2.0',
  provider: kept.provider ?? provider,
  sourceUri: kept.sourceUri ?? '',
  changed: kept.changed ?? false,
  titleProperty: kept.titleProperty ?? '',
  audience: kept.audience ?? 'public',
})

const letters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** The id that a title suggests: "Spielplätze im Ort" -> `spielplaetze-im-ort`. */
export const idOfTitle = (title: string): string =>
  title
    .toLocaleLowerCase('de')
    .replace(/[äöüß]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

const keywordsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

/** What is sent; which version readers see is as it was kept. */
export const sentCollection = (
  { version }: Pick<GeoCollectionState, 'version'>,
  draft: CollectionDraft,
): GeoCollectionEdit => ({
  title: draft.title.trim(),
  description: draft.description.trim(),
  keywords: keywordsIn(draft.keywords),
  theme: (draft.theme || null) as GeoCollectionEdit['theme'],
  licence: draft.licence,
  provider: draft.provider.trim(),
  sourceUri: draft.sourceUri.trim(),
  changed: draft.changed,
  titleProperty: draft.titleProperty.trim() || null,
  audience: draft.audience,
  version: version ?? null,
})

const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/]/i.test(text.trim()) && URL.canParse(text.trim())

/** What is wrong, by the id of the field. `new` is the page where collections are made. */
export function collectionErrors(draft: CollectionDraft): FieldErrors {
  const { id, title, keywords, provider, sourceUri } = draft
  const all = keywordsIn(keywords)
  const isNamed = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id !== 'new'
  const areShort = all.length <= 50 && all.every((word) => word.length <= 100)
  return {
    ...(title.trim() ? {} : { title: words.titleMissing }),
    ...(isNamed ? {} : { id: words.idWrong }),
    ...(areShort ? {} : { keywords: words.keywordsWrong }),
    ...(provider.trim() ? {} : { provider: words.providerMissing }),
    ...(isWebAddress(sourceUri) ? {} : { sourceUri: words.sourceUriWrong }),
  }
}
