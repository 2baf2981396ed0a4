import {
  all,
  codeNameOf,
  codeOf,
  first,
  inOrder,
  languageOf,
  textOf,
  type XzufiElement,
  type XzufiWords,
  xzufiWords,
} from '../import/index.ts'
import { htmlOf, looksLikeHtml, richTextOf } from './rich-text.ts'
import type { ModuleRecord, PartRecord } from './service-record.ts'
import { linkList, linksOf, type XzufiLink } from './xzufi-links.ts'
import { isValid } from './xzufi-validity.ts'

/** Modules whose links are what the module is about. */
const linkKinds: Readonly<Record<string, 'legal-basis' | 'form'>> = { '07': 'legal-basis', '14': 'form' }
/** Where a text goes that the code list of our modules has no place for: further information. */
const furtherInformation = '15'

export interface XzufiTexts {
  readonly modules: readonly ModuleRecord[]
  readonly parts: readonly PartRecord[]
}

/** The text modules that hold on a day, in their order: those of the code list, then individual ones under their own heading. */
export function textsOf(owner: XzufiElement, day: string): XzufiTexts {
  const valid = (modules: readonly XzufiElement[]) =>
    inOrder(modules.filter((module) => isValid(module, day)))
  const texts = [
    ...valid(all(owner, 'modulText')).map((module) =>
      toTexts(module, codeOf(first(module, 'leikaTextmodul'))),
    ),
    ...valid(all(owner, 'modulTextIndividuell')).map((module) => toTexts(module, furtherInformation)),
  ]
  return { modules: texts.flatMap(({ modules }) => modules), parts: texts.flatMap(({ parts }) => parts) }
}

/** The words of a module of the code list, such as a title, in every language. */
export function titlesOf(owner: XzufiElement, code: string): XzufiWords {
  const module = all(owner, 'modulText').find((one) => codeOf(first(one, 'leikaTextmodul')) === code)
  return module ? xzufiWords(module, 'inhalt') : {}
}

function toTexts(module: XzufiElement, code: string | undefined): XzufiTexts {
  if (!code || code === '02' || code === '03') return { modules: [], parts: [] }
  const words = textsByLanguage(module)
  const links = linksOf(module, 'weiterfuehrenderLink')
  const kind = linkKinds[code]
  const languages = new Set([...words.keys(), ...(kind ? [] : links.map((link) => link.lang ?? 'de'))])
  return {
    modules: [...languages].map((lang) => ({
      code,
      lang,
      html: htmlWith(
        headingOf(module, lang),
        words.get(lang) ?? '',
        kind ? [] : links.filter((link) => speaks(link, lang)),
      ),
    })),
    parts: kind ? links.map((link) => linkPart(kind, link)) : [],
  }
}

const speaks = ({ lang }: XzufiLink, spoken: string): boolean => lang === undefined || lang === spoken

export const linkPart = (
  kind: 'legal-basis' | 'form' | 'online-service',
  { lang = 'de', url, title }: XzufiLink,
): PartRecord => ({
  kind,
  lang,
  content: { title, url, invented: false },
})

/** Texts are kept with their white space: line breaks of a plain text mean something. */
function textsByLanguage(module: XzufiElement): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const one of all(module, 'inhalt')) {
    const text = textOf(one)
    const lang = languageOf(one)
    if (text?.trim() && !texts.has(lang)) texts.set(lang, text)
  }
  return texts
}

/** What stands over a text: a name of its own, the kind of an individual module, the channel it holds for. */
function headingOf(module: XzufiElement, lang: string): string | undefined {
  const own = xzufiWords(module, 'leikaTextmodulAbweichendeBezeichnung')
  const channel = first(module, 'zugangskanal')
  return (
    own[lang] ??
    own['de'] ??
    codeNameOf(first(module, 'individuellesTextmodultyp')) ??
    (codeOf(channel) === allChannels ? undefined : codeNameOf(channel))
  )
}
const allChannels = '000'

/** A text with a heading above and links below. */
export function htmlWith(heading: string | undefined, text: string, links: readonly XzufiLink[]): string {
  if (!heading && links.length === 0) return text
  const middle = looksLikeHtml(text) ? text : htmlOf(richTextOf(text))
  const above = heading ? htmlOf([{ tag: 'h3', children: [heading] }]) : ''
  return above + middle + (links.length > 0 ? htmlOf([linkList(links)]) : '')
}
