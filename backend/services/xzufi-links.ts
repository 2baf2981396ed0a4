import type { RichNode } from '@amtsweg/contract'
import {
  all,
  attributeOf,
  inOrder,
  languageOf,
  safeAddress,
  valueOf,
  type XzufiElement,
} from '../import/index.ts'

/** A link (HyperlinkErweitert) that a reader may follow; without a language it belongs to all. */
export interface XzufiLink {
  readonly lang: string | undefined
  readonly url: string
  readonly title: string
  readonly description?: string | undefined
}

/** The links of a name in the order of their sender; those nobody may follow are left out. */
export function linksOf(element: XzufiElement, name: string): readonly XzufiLink[] {
  return inOrder(all(element, name)).flatMap((link) => {
    const url = safeAddress(valueOf(link, 'uri'))
    if (!url) return []
    const title = valueOf(link, 'titel') ?? url
    return [{ lang: statedLanguage(link), url, title, description: valueOf(link, 'beschreibung') }]
  })
}

const statedLanguage = (element: XzufiElement): string | undefined =>
  attributeOf(element, 'languageCode') || attributeOf(element, 'xml:lang') ? languageOf(element) : undefined

/** Links as a list under a text. */
export const linkList = (links: readonly XzufiLink[]): RichNode => ({
  tag: 'ul',
  children: links.map(({ url, title, description }) => ({
    tag: 'li',
    children: [{ tag: 'a', href: url, children: [title] }, ...(description ? [`: ${description}`] : [])],
  })),
})
