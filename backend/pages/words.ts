import { type Catalogues, loadWords } from '@amtsweg/messages/catalogues.ts'
import { type Language, languages, spoken } from '@amtsweg/messages/languages.ts'

/** Languages that the pages around the texts exist in. */
export const pageLanguages = languages
export type PageLanguage = Language

/** Those that search engines are told of: the others only put their own words around the same texts. */
export const foundLanguages = ['de', 'en'] as const
export type FoundLanguage = (typeof foundLanguages)[number]

export const directionOf = (lang: PageLanguage): 'ltr' | 'rtl' =>
  lang === 'ar' || lang === 'fa' ? 'rtl' : 'ltr'

/** The words of widgets and pages, so that both call everything by the same name. */
export interface Words {
  readonly page: Catalogues['pages']
  readonly service: Catalogues['services'] & Catalogues['authors']
  readonly office: Catalogues['directory']
  readonly geodata: Catalogues['geodata']
  readonly people: Catalogues['people']
  readonly place: Catalogues['places']
  readonly responsibility: Catalogues['responsibility'] & Catalogues['answers']
  readonly checklist: Catalogues['checklists']
  readonly wayfinding: Catalogues['wayfinding']
}

const load = async (lang: Language): Promise<readonly [Language, Words]> => {
  const of = async <Domain extends keyof Catalogues>(domain: Domain) =>
    (await loadWords(domain, lang)).messages
  const words: Words = {
    page: await of('pages'),
    service: { ...(await of('services')), ...(await of('authors')) },
    office: await of('directory'),
    geodata: await of('geodata'),
    people: await of('people'),
    place: await of('places'),
    responsibility: { ...(await of('responsibility')), ...(await of('answers')) },
    checklist: await of('checklists'),
    wayfinding: await of('wayfinding'),
  }
  return [lang, words]
}
export const wordsIn = Object.fromEntries(await Promise.all(languages.map(load))) as Readonly<
  Record<PageLanguage, Words>
>

/** The language of the page around a text: German for every reader whose language we have no words in. */
export const pageLanguage = (lang: string | undefined): PageLanguage => spoken(lang ?? '')
