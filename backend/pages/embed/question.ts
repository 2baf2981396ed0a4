import { z } from 'zod'
import {
  AreaKey,
  Audience,
  Identifier,
  Lang,
  RegionKey,
  SearchText,
  ServiceListQuery,
} from '@amtsweg/contract'
import { preferredLanguage } from '../../http/language.ts'
import { type Asked, wholeAddress } from '../address.ts'
import type { FormWay } from '../list-sections.ts'
import { type PageLanguage, pageLanguage } from '../words.ts'
import { type Look, lookForms } from './look.ts'

/** Widgets that have a page of their own, by their tags without the prefix. */
export const widgets = ['wayfinder', 'responsibility-finder', 'directory', 'map-viewer'] as const
export type Widget = (typeof widgets)[number]

/** What the webmaster says, by the names of the element's attributes, and what every link takes along. */
const settings = {
  area: AreaKey,
  collections: z.string().max(500),
  lang: Lang,
  ...lookForms,
} as const

const letter = ServiceListQuery.shape.letter.unwrap()

/** Where the reader is; the first three are attributes too. */
const steps = {
  service: Identifier,
  'life-situation': Identifier,
  view: z.enum(['search', 'life-situations', 'a-z']),
  q: SearchText,
  audience: Audience,
  letter,
  /** The word with which a list of words begins. */
  from: SearchText,
  cursor: z.string().max(500),
} as const

/** Where the reader lives, typed, chosen, or being chosen from a list. */
const places = { place: SearchText, in: AreaKey, pick: z.union([z.literal('all'), RegionKey]) } as const

const forms = { ...settings, ...steps, ...places } as const
type Forms = typeof forms
export type Said = { readonly [Name in keyof Forms]?: z.infer<Forms[Name]> | undefined }

/** What a page under /embed is asked for. */
export interface Question {
  readonly widget: Widget
  readonly said: Said
  /** What stands in the fields, also where it could not be read. */
  readonly typed: { readonly q?: string | undefined; readonly place?: string | undefined }
  /** Names of what could not be read. */
  readonly unreadable: readonly string[]
  readonly lang: PageLanguage
  /** Language of texts: they may exist in more than the page. */
  readonly textLang: string
}

/** Longest text that is put back into a field. */
const longestTyped = 500

/** Reads an address; what cannot be read is named and left out, never refused. */
export function readQuestion(
  widget: Widget,
  query: Readonly<Record<string, string>>,
  acceptLanguage: string | undefined,
): Question {
  const given = Object.entries(forms).flatMap(([name, form]) => {
    // An empty field of a form says nothing.
    const value = query[name]?.trim()
    return value ? [{ name, parsed: form.safeParse(value) }] : []
  })
  const said = Object.fromEntries(
    given.flatMap(({ name, parsed }) => (parsed.success ? [[name, parsed.data]] : [])),
  ) as Said
  const lang = pageLanguage(said.lang ?? (acceptLanguage ? preferredLanguage(acceptLanguage) : 'de'))
  return {
    widget,
    said,
    typed: { q: query['q']?.slice(0, longestTyped), place: query['place']?.slice(0, longestTyped) },
    unreadable: given.filter(({ parsed }) => !parsed.success).map(({ name }) => name),
    lang,
    textLang: said.lang ?? lang,
  }
}

const only = (said: Said, names: readonly string[]): Asked =>
  Object.fromEntries(Object.entries(said).filter(([name]) => names.includes(name))) as Asked

/** The step that was asked for, without the page of a list. */
export const stepOf = ({ said }: Question): Asked => ({
  ...only(said, Object.keys(steps)),
  cursor: undefined,
})

/** The looks that were asked for. */
export const lookAsked = ({ said }: Question): Look => only(said, Object.keys(lookForms))

/** What every way on takes along: the webmaster's settings and where the reader lives. */
export const keptOf = ({ said }: Question): Asked => ({
  ...only(said, Object.keys(settings)),
  in: said.in,
  place: said.in ? undefined : said.place,
})

/** Leads to a step of the same widget with all that is kept. */
export const wayTo =
  (question: Question) =>
  (step: Asked): string =>
    wholeAddress(`/embed/${question.widget}`, { ...keptOf(question), ...step })

/** A form that leads to a step; what its field says is left to the field. */
export const formTo = (question: Question, step: Asked): FormWay => ({
  action: `/embed/${question.widget}`,
  hidden: { ...keptOf(question), ...step },
})
