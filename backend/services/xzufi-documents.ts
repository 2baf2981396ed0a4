import {
  all,
  codeNameOf,
  codeOf,
  first,
  inOrder,
  valueOf,
  type XzufiElement,
  xzufiWords,
} from '../import/index.ts'
import type { ModuleRecord, PartRecord } from './service-record.ts'
import { linksOf } from './xzufi-links.ts'
import { htmlWith } from './xzufi-texts.ts'
import { isValid } from './xzufi-validity.ts'
import { languagesBelow, plainWords, spoken } from './xzufi-words.ts'

/** Code list dokumentpflichtangabetyp: 02 depends on the case. */
const dependsOnCase = '02'

/**
 * What to bring (modulDokument): the documents as a list, what is said about all of them as text on required documents. What
 * a citizen gets in the end is not shown.
 */
export function documentsOf(
  owner: XzufiElement,
  day: string,
): { readonly parts: readonly PartRecord[]; readonly modules: readonly ModuleRecord[] } {
  const valid = inOrder(all(owner, 'modulDokument').filter((module) => isValid(module, day)))
  const incoming = valid.flatMap((module) => all(module, 'dokumentEingehend'))
  const parts = languagesBelow(incoming).flatMap((lang) => incoming.flatMap((one) => documentPart(one, lang)))
  return { parts, modules: valid.flatMap(words) }
}

/** In 2.3.1 the document stands inside, with what is said about its being required around it. */
function documentPart(element: XzufiElement, lang: string): readonly PartRecord[] {
  const document = first(element, 'dokument') ?? element
  const kind = first(document, 'typ') ?? first(document, 'art')
  const name =
    spoken(xzufiWords(document, 'bezeichnung'), lang) ??
    valueOf(kind, 'nichtGelisteterWert') ??
    codeNameOf(first(kind, 'code')) ??
    codeNameOf(kind)
  if (!name) return []
  const hint = spoken(plainWords(document, 'beschreibung'), lang)
  const required = codeOf(first(element, 'pflichtangabetyp')) !== dependsOnCase
  return [{ kind: 'document', lang, content: { name, ...(hint ? { hint } : {}), required } }]
}

function words(module: XzufiElement): readonly ModuleRecord[] {
  const texts = { ...xzufiWords(module, 'beschreibung'), ...xzufiWords(module, 'beschreibungEingehend') }
  const links = linksOf(module, 'weiterfuehrenderLink')
  const languages = new Set([...Object.keys(texts), ...links.map(({ lang = 'de' }) => lang)])
  return [...languages].map((lang) => ({
    code: '08',
    lang,
    html: htmlWith(
      undefined,
      texts[lang] ?? '',
      links.filter((link) => (link.lang ?? lang) === lang),
    ),
  }))
}
