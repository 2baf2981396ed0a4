import type { RichElement, RichNode, RichTag, RichText } from '@amtsweg/contract'

const tags = new Set<string>([
  'p',
  'ul',
  'ol',
  'li',
  'h3',
  'h4',
  'strong',
  'em',
  'a',
  'br',
  'table',
  'tr',
  'th',
  'td',
  'dl',
  'dt',
  'dd',
])
const token = /<(\/?)([a-z0-9]+)(?: href="([^"]*)")?\s*\/?>|([^<]+)/gy

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign as keyof typeof signs])
const unescaped = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : parseInt(hex, 16)
    if (Number.isNaN(code)) return named[name as string] ?? all
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

/** A text as the API takes it. */
export const htmlOf = (text: RichText): string =>
  text
    .map((node) => {
      if (typeof node === 'string') return escaped(node)
      if (node.tag === 'br') return '<br>'
      const href = node.href === undefined ? '' : ` href="${escaped(node.href)}"`
      return `<${node.tag}${href}>${htmlOf(node.children ?? [])}</${node.tag}>`
    })
    .join('')

/**
 * A text as the API tells it: well-formed HTML of a few tags; undefined for anything else. No parser of the browser is used, which
 * Trusted Types would refuse, and nothing of it is ever shown as HTML.
 */
export function treeOf(html: string): RichText | undefined {
  const root: RichNode[] = []
  const open: { tag: string; children: RichNode[] }[] = [{ tag: '', children: root }]
  token.lastIndex = 0
  while (token.lastIndex < html.length) {
    const found = token.exec(html)
    if (!found) return undefined
    const [, closing, tag, href, text] = found
    const top = open.at(-1)!
    if (text !== undefined) top.children.push(unescaped(text))
    else if (!tag || !tags.has(tag)) return undefined
    else if (closing) {
      if (top.tag !== tag) return undefined
      open.pop()
    } else {
      const children: RichNode[] = []
      const element: RichElement = {
        tag: tag as RichTag,
        ...(href === undefined ? {} : { href: unescaped(href) }),
        ...(tag === 'br' ? {} : { children }),
      }
      top.children.push(element)
      if (tag !== 'br') open.push({ tag, children })
    }
  }
  return open.length === 1 ? root : undefined
}
