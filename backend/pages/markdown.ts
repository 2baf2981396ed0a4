import type { RichElement, RichNode, RichText } from '@amtsweg/contract'

/** Signs that Markdown (CommonMark) would take for its own. */
const special = /[\\`*_[\]<>|]/g
/** What at the start of a line would begin a list, a heading or a quotation. */
const start = /^(\s*)([#+\-=~]|\d+[.)])/

/** Plain words as Markdown that shows just them, in one line. */
export const escaped = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(special, '\\$&')
    .replace(start, '$1\\$2')
    .replace(/\\(\d+)([.)])/, '$1\\$2')

/** Rich text as Markdown: blocks parted by an empty line, nothing a reader could mistake for markup of ours. */
export const markdownOf = (text: RichText): string =>
  blocks(text, '')
    .filter((block) => block.trim())
    .join('\n\n')

const isBlock = (node: RichNode): node is RichElement =>
  typeof node !== 'string' && !['strong', 'em', 'a', 'br'].includes(node.tag)

/** Blocks of nodes; words between blocks are paragraphs of their own. */
function blocks(nodes: RichText, indent: string): string[] {
  const found: string[] = []
  let words: RichNode[] = []
  const end = () => {
    if (words.length > 0) found.push(indent + inline(words).trim())
    words = []
  }
  for (const node of nodes)
    if (isBlock(node)) {
      end()
      found.push(...block(node, indent))
    } else words.push(node)
  end()
  return found
}

function block({ tag, children = [] }: RichElement, indent: string): string[] {
  if (tag === 'h3' || tag === 'h4')
    return [`${indent}${tag === 'h3' ? '###' : '####'} ${inline(children).trim()}`]
  if (tag === 'ul' || tag === 'ol') return [list(children, indent, tag === 'ol')]
  if (tag === 'table') return [table(children, indent)]
  if (tag === 'dt') return [`${indent}**${inline(children).trim()}**`]
  return blocks(children, indent)
}

function list(items: RichText, indent: string, numbered: boolean): string {
  const lines = items.filter(isBlock).map((item, index) => {
    const mark = numbered ? `${index + 1}. ` : '- '
    const [first = '', ...more] = blocks(item.children ?? [], indent + ' '.repeat(mark.length))
    return [indent + mark + first.trimStart(), ...more].join('\n')
  })
  return lines.join('\n')
}

function table(rows: RichText, indent: string): string {
  const cells = rows
    .filter(isBlock)
    .map((row) => (row.children ?? []).filter(isBlock).map((cell) => inline(cell.children ?? []).trim()))
  const [head, ...body] = cells
  if (!head) return ''
  const line = (row: readonly string[]) => `${indent}| ${row.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}

function inline(nodes: RichText): string {
  const text = nodes.map(inlineNode).join('')
  return text.replace(/[^\S\n]+/g, ' ')
}

function inlineNode(node: RichNode): string {
  if (typeof node === 'string') return escaped(node)
  const words = inline(node.children ?? [])
  if (node.tag === 'br') return ' '
  if (!words.trim()) return words
  if (node.tag === 'strong') return marked('**', words)
  if (node.tag === 'em') return marked('*', words)
  return node.tag === 'a' && node.href ? `[${words.trim()}](${destination(node.href)})` : words
}

/** Emphasis begins and ends at a word, or CommonMark does not see it. */
const marked = (mark: string, words: string): string =>
  words.replace(/^(\s*)(.*?)(\s*)$/s, `$1${mark}$2${mark}$3`)

/** An address that ends neither early nor late. */
export const destination = (href: string): string =>
  href.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
