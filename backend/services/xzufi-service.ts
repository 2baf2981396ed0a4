import type { Audience } from '@amtsweg/contract'
import {
  all,
  codeOf,
  first,
  identifierOf,
  languageOf,
  textOf,
  valueOf,
  type XzufiElement,
  xzufiId,
  type XzufiIdentifier,
  type XzufiWords,
} from '../import/index.ts'
import { looksLikeHtml, richTextOf, wordsOf } from './rich-text.ts'
import type { ModuleRecord, PartRecord, ServiceRecord } from './service-record.ts'
import { deadlinesOf, processingTimeOf } from './xzufi-deadlines.ts'
import { documentsOf } from './xzufi-documents.ts'
import { feesOf } from './xzufi-fees.ts'
import { textsOf, titlesOf } from './xzufi-texts.ts'
import { validityOf } from './xzufi-validity.ts'
import { allOf } from './xzufi-words.ts'

/** What a description says, apart from whose it is: a Leistung and a Spezialisierung have the same modules. */
export interface XzufiContent {
  readonly modules: readonly ModuleRecord[]
  readonly parts: readonly PartRecord[]
}

/** The region a code of a Gebiet names; '' is all of Germany, undefined is none we know. */
export type RegionOf = (area: XzufiIdentifier) => string | undefined

/** All modules that hold on an ISO date, as we show them. */
export function contentOf(element: XzufiElement, day: string): XzufiContent {
  const texts = textsOf(element, day)
  const documents = documentsOf(element, day)
  const time = processingTimeOf(element, day)
  return {
    modules: [...texts.modules, ...documents.modules, ...time.modules],
    parts: [
      ...documents.parts,
      ...feesOf(element, day),
      ...deadlinesOf(element, day),
      ...time.parts,
      ...texts.parts,
    ],
  }
}

/** A Leistung as a service description; what it does not say of itself, online services and supplements, is added by others. */
export function serviceOf(
  element: XzufiElement,
  identifier: XzufiIdentifier,
  { day, regionKey }: { readonly day: string; readonly regionKey: string | undefined },
): ServiceRecord {
  const [leistungsschluessel, ...furtherKeys] = keysOf(element)
  const official = titles(titlesOf(element, '02'))
  const citizens = titles(titlesOf(element, '03'))
  const { from, to } = validityOf(element)
  return {
    line: 0,
    id: xzufiId(identifier),
    identifier,
    identifiers: all(element, 'idSekundaer').flatMap((one) => identifierOf(one) ?? []),
    leistungsschluessel,
    furtherKeys,
    typisierung: codeOf(first(element, 'typisierung')),
    regionKey,
    audience: audienceOf(element),
    titles: { ...official, ...citizens },
    officialTitles: official,
    ...contentOf(element, day),
    keywords: keywordsOf(element),
    lifeSituations: [],
    validFrom: from,
    validTo: to,
    updatedAt: changedAt(element),
    author: authorOf(element),
  }
}

/** Titles are lines of text, also where their sender wrote HTML. */
const titles = (words: XzufiWords): XzufiWords =>
  Object.fromEntries(
    Object.entries(words).flatMap(([lang, text]) => {
      const title = (looksLikeHtml(text) ? wordsOf(richTextOf(text)) : text).replace(/\s+/g, ' ').trim()
      return title ? [[lang, title]] : []
    }),
  )

/** Leistungsschluessel, bare or as URN, under the name of either version. */
function keysOf(element: XzufiElement): readonly string[] {
  const keys = allOf(element, 'referenzLeiKa', 'referenzLeistungsschluessel').map(
    (one) => /99\d{12}$/.exec((codeOf(one) ?? '').replace(/\s/g, ''))?.[0],
  )
  return [...new Set(keys.filter((key) => key !== undefined))]
}

/** Code list leistungsadressat: 001 citizens, 002 businesses, 003 administrations; who says nothing means everybody. */
function audienceOf(element: XzufiElement): readonly Audience[] {
  const codes = all(element, 'leistungsadressat').map(codeOf)
  if (codes.length === 0) return ['citizen', 'business']
  return [
    ...(codes.includes('001') ? ['citizen' as const] : []),
    ...(codes.includes('002') ? ['business' as const] : []),
  ]
}

function keywordsOf(element: XzufiElement): Readonly<Record<string, readonly string[]>> {
  const keywords: Record<string, string[]> = {}
  for (const module of all(element, 'modulBegriffImKontext'))
    for (const { word, lang } of all(module, 'begriffImKontext').flatMap(termsOf))
      (keywords[lang] ??= []).push(word)
  return keywords
}

const termsOf = (element: XzufiElement) =>
  all(element, 'begriff').flatMap((term) => {
    const word = textOf(term)?.trim()
    return word ? [{ word, lang: languageOf(term) }] : []
  })

/** When it was changed last, as its publisher says. */
export function changedAt(element: XzufiElement): string | undefined {
  const version = first(element, 'versionsinformation') ?? first(element, 'versionsinformationen')
  const stated = valueOf(version, 'geaendertDatumZeit') ?? valueOf(version, 'erstelltDatumZeit')
  return stated && /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}|$)/.test(stated) ? stated : undefined
}

/** The body that publishes it; names of persons stay unsaid. */
export const authorOf = (element: XzufiElement): string | undefined =>
  valueOf(first(element, 'herausgeber'), 'bezeichnung')
