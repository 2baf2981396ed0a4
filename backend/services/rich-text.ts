import { Parser } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'
import { type RichElement, type RichNode, richTags, type RichText } from '@amtsweg/contract'
import { safeAddress } from '../import/index.ts'
import { tidy } from './tidy-text.ts'

/** Tags of other systems that mean one of ours; a div only ends a paragraph and never comes out. */
const meaning: Readonly<Record<string, string>> = {
  b: 'strong',
  i: 'em',
  h1: 'h3',
  h2: 'h3',
  h5: 'h4',
  h6: 'h4',
}
const deepest = 24

const known = new Set<string>(richTags)
const htmlForm = /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,7});/i

/** Whether a foreign text is written in HTML rather than plain. */
export const looksLikeHtml = (text: string): boolean => htmlForm.test(text)

/** Foreign text, HTML or plain, as the tree that widgets show. Nothing but the tags of the contract ever comes out. */
export function richTextOf(foreign: string): RichText {
  if (!looksLikeHtml(foreign)) return tidy(paragraphs(foreign))
  // In most texts of editors nothing is to be taken out, and looking for it is half the work.
  return tidy(parse(isBare(foreign) ? foreign : sanitise(foreign)))
}

/** Tags without attributes, words between them, and so few that they cannot stand too deep inside one another. */
const isBare = (html: string): boolean =>
  bareForm.test(html) && (html.match(/<[a-z]/g)?.length ?? 0) < deepest
const bareForm = /^[^<&]*(?:<(?:\/?(?:p|ul|ol|li|strong|em|b|i|h[1-6])|br ?\/?)>[^<&]*)*$/

/** The tree as HTML; reading it again gives the same tree. */
export const htmlOf = (text: RichText): string => text.map(nodeHtml).join('')

/** The bare words, a line for each block. */
export const wordsOf = (text: RichText): string => text.map(nodeWords).join('').trim()

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [...richTags, ...Object.keys(meaning), 'div'],
  allowedAttributes: { a: ['href'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: deepest,
}
const sanitise = (html: string): string => sanitizeHtml(html, allowed)

/** Blank lines part paragraphs, single ones break a line. */
const paragraphs = (text: string): RichNode[] =>
  text.split(/\n[^\S\n]*(?:\n\s*)/).map((paragraph) => ({
    tag: 'p',
    children: paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [{ tag: 'br' }, line])),
  }))

interface Open {
  readonly name: string
  readonly nodes: RichNode[]
}

function parse(html: string): RichNode[] {
  const root: RichNode[] = []
  const open: Open[] = []
  const inside = () => open.at(-1)?.nodes ?? root
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = meaning[name] ?? name
        const element = elementOf(tag, attributes['href'])
        const nodes = element?.children ?? inside()
        if (element && open.length < deepest) inside().push(element)
        open.push({ name, nodes: open.length < deepest ? (nodes as RichNode[]) : inside() })
      },
      ontext: (text) => void inside().push(text),
      onclosetag: () => void open.pop(),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return root
}

/** Our element for a tag; undefined for one that only its content is kept of. */
function elementOf(
  tag: string,
  address: string | undefined,
): (RichElement & { children: RichNode[] }) | undefined {
  if (tag === 'div') return { tag: 'p', children: [] }
  if (!known.has(tag)) return undefined
  if (tag !== 'a') return { tag: tag as RichElement['tag'], children: [] }
  const href = safeAddress(address)
  return href ? { tag: 'a', href, children: [] } : undefined
}

function nodeHtml(node: RichNode): string {
  if (typeof node === 'string') return escape(node)
  if (node.tag === 'br') return '<br>'
  const href = node.href ? ` href="${escape(node.href)}"` : ''
  return `<${node.tag}${href}>${htmlOf(node.children ?? [])}</${node.tag}>`
}

function nodeWords(node: RichNode): string {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return '\n'
  const words = (node.children ?? []).map(nodeWords).join('')
  return inlineTags.has(node.tag) ? words : `${words}\n`
}
const inlineTags = new Set(['strong', 'em', 'a'])

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
