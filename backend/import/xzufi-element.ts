/**
 * An element of an XZuFi file as it is kept: its name, its text or its children, its attributes where it has any. A name in
 * no namespace begins with `|`, one in a foreign namespace with `{address}`; all others are XZuFi's own. Text between
 * children is kept as a child named `#text`.
 */
export type XzufiElement = readonly [
  name: string,
  content: string | readonly XzufiElement[],
  attributes?: Readonly<Record<string, string>>,
]

/** Words by language. */
export type XzufiWords = Readonly<Record<string, string>>

const none: readonly XzufiElement[] = []

export const childrenOf = (element: XzufiElement | undefined): readonly XzufiElement[] =>
  element === undefined || typeof element[1] === 'string' ? none : element[1]

/** The text of an element exactly as it was sent; undefined where it has children or none. */
export const textOf = (element: XzufiElement | undefined): string | undefined =>
  element && typeof element[1] === 'string' ? element[1] : undefined

/** The name without its namespace. */
export const localNameOf = ([name]: XzufiElement): string =>
  name.startsWith('|') ? name.slice(1) : name.slice(name.indexOf('}') + 1)

/** An attribute whatever its namespace and case: senders disagree on `schemeAgencyID` and `schemeAgencyId`. */
export function attributeOf(element: XzufiElement | undefined, name: string): string | undefined {
  const attributes = element?.[2]
  if (!attributes) return undefined
  const exact = attributes[name]
  if (exact !== undefined) return exact
  const key = Object.keys(attributes).find((one) => isNamed(one.slice(one.indexOf('}') + 1), name))
  return key === undefined ? undefined : attributes[key]
}

/** All children of a name, one or many, wherever they stand among the others. */
export const all = (element: XzufiElement | undefined, name: string): readonly XzufiElement[] => {
  const children = childrenOf(element)
  return children.length === 0 ? none : children.filter((child) => carries(child, name))
}

/** The first child of a name. */
export const first = (element: XzufiElement | undefined, name: string): XzufiElement | undefined =>
  childrenOf(element).find((child) => carries(child, name))

/** The trimmed text of the first child of a name; undefined where it is empty. */
export const valueOf = (element: XzufiElement | undefined, name: string): string | undefined =>
  textOf(first(element, name))?.trim() || undefined

/** A code of a list (XÖV type Code): its child `code`, or its own text where a sender left the child out. */
export const codeOf = (element: XzufiElement | undefined): string | undefined =>
  valueOf(element, 'code') ?? (textOf(element)?.trim() || undefined)

/** What a code is called, if the sender says so. */
export const codeNameOf = (element: XzufiElement | undefined): string | undefined => valueOf(element, 'name')

/** `true`, `1`, `false`, `0` of XML Schema; undefined for anything else. */
export function booleanOf(element: XzufiElement | undefined, name: string): boolean | undefined {
  const value = valueOf(element, name)
  if (value === 'true' || value === '1') return true
  return value === 'false' || value === '0' ? false : undefined
}

/** A whole number; undefined for anything else. */
export function integerOf(element: XzufiElement | undefined, name: string): number | undefined {
  const value = valueOf(element, name)
  return value !== undefined && /^[+-]?\d{1,9}$/.test(value) ? Number(value) : undefined
}

/** The language of a text as our tag; German where nothing is said. The country is left out: `de-DE` and `de` are one text to us. */
export function languageOf(element: XzufiElement): string {
  const stated = attributeOf(element, 'languageCode') ?? attributeOf(element, 'xml:lang') ?? 'de'
  const [language = 'de', ...rest] = stated.trim().replaceAll('_', '-').split('-')
  const variants = rest.filter((part) => !/^[A-Za-z]{2}$/.test(part))
  return [language.toLowerCase() || 'de', ...variants].join('-')
}

/** Texts of a name by language; of several in one language the first that says something. */
export function wordsOf(element: XzufiElement | undefined, name: string): XzufiWords {
  const words: Record<string, string> = {}
  for (const one of all(element, name)) {
    const lang = languageOf(one)
    const text = textOf(one)?.trim()
    if (text && !(lang in words)) words[lang] = text
  }
  return words
}

/** Elements in the order in which their sender wants them shown; those without a position stay where they are, behind. */
export const inOrder = (elements: readonly XzufiElement[]): readonly XzufiElement[] =>
  elements.length < 2 ? elements : elements.toSorted((a, b) => positionOf(a) - positionOf(b))

const positionOf = (element: XzufiElement): number =>
  integerOf(element, 'positionDarstellung') ?? Number.MAX_SAFE_INTEGER

const carries = (child: XzufiElement, name: string): boolean => {
  const own = child[0]
  if (own.length === name.length) return isNamed(own, name)
  // In no namespace; what is in a foreign one is never ours.
  return own.length === name.length + 1 && own.startsWith('|') && isNamed(own.slice(1), name)
}

const isNamed = (own: string, name: string): boolean =>
  own === name || (own.length === name.length && own.toLowerCase() === name.toLowerCase())
