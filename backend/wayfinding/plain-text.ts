import type { RichNode, RichText } from '@amtsweg/contract'

/** The words of a text module as it lies in the database (JSON of RichText). */
export const plainText = (content: string): string => textOf(JSON.parse(content) as RichText)

const textOf = (nodes: RichText): string => nodes.map(nodeText).join('')

const nodeText = (node: RichNode): string => {
  if (typeof node === 'string') return node
  const text = textOf(node.children ?? [])
  return withinAWord.has(node.tag) ? text : ` ${text} `
}

/** Tags that may mark a part of a word. */
const withinAWord: ReadonlySet<string> = new Set(['strong', 'em', 'a'])

/** The words of a document to bring, a fee, a form or an online service (JSON of the contract's value). */
export function partText(content: string): string {
  const { name, title, hint, text } = JSON.parse(content) as Readonly<Record<string, unknown>>
  return [name, title, hint, text].filter((value) => typeof value === 'string').join(' ')
}
