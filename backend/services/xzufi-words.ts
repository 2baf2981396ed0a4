import {
  all,
  first,
  languageOf,
  textOf,
  type XzufiElement,
  type XzufiWords,
  xzufiWords,
} from '../import/index.ts'
import { richTextOf, wordsOf } from './rich-text.ts'

/** Descriptions by language as bare words: they stand where no HTML can be shown. */
export function plainWords(element: XzufiElement | undefined, name: string): XzufiWords {
  const words = xzufiWords(element, name)
  return Object.fromEntries(Object.entries(words).map(([lang, text]) => [lang, wordsOf(richTextOf(text))]))
}

/** Languages of everything said below an element, German first; German alone where nothing says. */
export function languagesBelow(elements: readonly XzufiElement[]): readonly string[] {
  const languages = new Set<string>()
  const walk = (element: XzufiElement) => {
    if (element[2]?.['languageCode'] && textOf(element)?.trim()) languages.add(languageOf(element))
    if (typeof element[1] !== 'string') element[1].forEach(walk)
  }
  elements.forEach(walk)
  languages.add('de')
  return [...languages].toSorted((a, b) => Number(b === 'de') - Number(a === 'de'))
}

/** The words in a language, else in German, else in whichever there is. */
export const spoken = (words: XzufiWords, lang: string): string | undefined =>
  words[lang] ?? words['de'] ?? Object.values(words)[0]

/**
 * What a choice of XZuFi (`fristauswahl`, `kostenauswahl`) holds: its content stands in it directly, with the type as
 * attribute, or in a child named after the type.
 */
export function choiceOf(element: XzufiElement, name: string, field: string): XzufiElement | undefined {
  const choice = first(element, name) ?? element
  if (first(choice, field)) return choice
  return typeof choice[1] === 'string' ? undefined : choice[1].find((child) => first(child, field))
}

/** Words one after the other, each sentence by itself. */
export const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part).join('\n') || undefined

/** All children of any of these names, in the order of the names. */
export const allOf = (element: XzufiElement, ...names: readonly string[]): readonly XzufiElement[] =>
  names.flatMap((name) => all(element, name))
