import type { RichElement, RichNode, RichText } from '@amtsweg/contract'
import { htmlOf, treeOf } from './rich-html.ts'

/**
 * Text with a few marks that everybody can type: a blank line parts paragraphs, `- ` and `1. ` begin points of lists, `# ` and `## `
 * headings; `**bold**`, `*emphasised*`, `[words](address)`. A backslash takes a mark its meaning.
 */
export function treeOfMarkup(markup: string): RichText {
  const blocks: RichNode[] = []
  let paragraph: string[] = []
  const close = () => {
    if (paragraph.length) blocks.push({ tag: 'p', children: lines(paragraph) })
    paragraph = []
  }
  for (const line of markup.split(/\r?\n/).map((one) => one.trim())) {
    const item = /^(-|\d{1,3}\.)\s+(.+)$/.exec(line)
    const heading = /^(##?)\s+(.+)$/.exec(line)
    if (item || heading || line === '') close()
    if (item) addItem(blocks, item[1] === '-' ? 'ul' : 'ol', inline(item[2]!))
    else if (heading) blocks.push({ tag: heading[1] === '#' ? 'h3' : 'h4', children: inline(heading[2]!) })
    else if (line) paragraph.push(line)
    else blocks.push('')
  }
  close()
  // A blank line ends a list.
  return blocks.filter((block) => block !== '')
}

function addItem(blocks: RichNode[], tag: 'ul' | 'ol', children: RichNode[]) {
  const last = blocks.at(-1)
  const item: RichElement = { tag: 'li', children }
  if (typeof last === 'object' && last.tag === tag) (last.children as RichNode[]).push(item)
  else blocks.push({ tag, children: [item] })
}

const lines = (texts: readonly string[]): RichNode[] =>
  texts.flatMap((text, at) => (at === 0 ? inline(text) : [{ tag: 'br' } as const, ...inline(text)]))

const marks =
  /\\([\\*[\]#\-.])|\*\*((?:[^*\\]|\\.|\*(?!\*))+?)\*\*|\*((?:[^*\\]|\\.)+?)\*|\[((?:[^\]\\]|\\.)+)\]\(([^\s()]+)\)/g

function inline(text: string): RichNode[] {
  const nodes: RichNode[] = []
  let plain = ''
  let end = 0
  const flush = () => {
    if (plain) nodes.push(plain)
    plain = ''
  }
  for (const found of text.matchAll(marks)) {
    const [all, sign, strong, em, words, href] = found
    plain += text.slice(end, found.index)
    end = found.index + all.length
    if (sign) plain += sign
    else {
      flush()
      if (strong) nodes.push({ tag: 'strong', children: inline(strong) })
      else if (em) nodes.push({ tag: 'em', children: inline(em) })
      else nodes.push({ tag: 'a', href: addressOf(href!), children: inline(words!) })
    }
  }
  plain += text.slice(end)
  flush()
  return nodes
}

/** What clerks paste often has no scheme. */
function addressOf(typed: string): string {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(typed)) return typed
  return typed.includes('@') && !typed.includes('/') ? `mailto:${typed}` : `https://${typed}`
}

/** The same text with marks; undefined where it holds what marks cannot say, such as tables. */
export function markupOf(text: RichText): string | undefined {
  const markup = text.map(block).join('\n\n')
  return htmlOf(treeOfMarkup(markup)) === htmlOf(text) ? markup : undefined
}

function block(node: RichNode): string {
  if (typeof node === 'string') return protectedText(node)
  const children = node.children ?? []
  if (node.tag === 'ul' || node.tag === 'ol')
    return children
      .map(
        (item, at) =>
          `${node.tag === 'ul' ? '-' : `${at + 1}.`} ${typeof item === 'string' ? item : words(item.children ?? [])}`,
      )
      .join('\n')
  if (node.tag === 'h3') return `# ${words(children)}`
  if (node.tag === 'h4') return `## ${words(children)}`
  return words(children)
    .split('\n')
    .map((line) => line.replace(/^(?=[-#])/, '\\').replace(/^(\d{1,3})\.(?=\s)/, '$1\\.'))
    .join('\n')
}

const words = (nodes: RichText): string =>
  nodes
    .map((node) => {
      if (typeof node === 'string') return protectedText(node)
      const inner = words(node.children ?? [])
      if (node.tag === 'strong') return `**${inner}**`
      if (node.tag === 'em') return `*${inner}*`
      if (node.tag === 'a') return `[${inner}](${node.href ?? ''})`
      return node.tag === 'br' ? '\n' : inner
    })
    .join('')

const protectedText = (text: string) => text.replace(/[\\*[\]]/g, '\\$&')

/** What a clerk edits: marks, or HTML where marks cannot say it. */
export interface EditedText {
  readonly text: string
  readonly isHtml: boolean
}

export function editedText(html: string): EditedText {
  const tree = treeOf(html)
  const markup = tree && markupOf(tree)
  return markup === undefined ? { text: html, isHtml: true } : { text: markup, isHtml: false }
}

/** What is sent of it. */
export const htmlOfEdited = ({ text, isHtml }: EditedText): string =>
  isHtml ? text.trim() : htmlOf(treeOfMarkup(text))

/** The same as the tree that previews show; HTML that is not well-formed is shown as the words in it. */
export const treeOfHtml = (html: string): RichText =>
  treeOf(html) ?? [{ tag: 'p', children: [html.replaceAll(/<[^>]*>/g, ' ')] }]

/** The words alone, each where it stands in the text: what marks nothing is blank. */
export const readableText = ({ text, isHtml }: EditedText): string =>
  isHtml
    ? text.replaceAll(/<[^>]*>/g, (tag) =>
        /^<\/?(?:p|li|h\d|br|td|th|tr|dt|dd)/.test(tag) ? '\n'.padEnd(tag.length) : ' '.repeat(tag.length),
      )
    : text.replaceAll(/\]\([^\s()]*\)/g, (link) => ' '.repeat(link.length))
