import type { RichElement, RichNode, RichTag, RichText } from '@amtsweg/contract'

const blocks = new Set<RichTag>([
  'p',
  'ul',
  'ol',
  'h3',
  'h4',
  'table',
  'dl',
  'li',
  'tr',
  'th',
  'td',
  'dt',
  'dd',
])
/**
 * Control characters, invisible ones and those that turn the direction of writing. Joiners (U+200C, U+200D) stay inside of words and
 * emoji: Persian is not spelt right without them.
 */
const unwanted =
  /(?![\t\n\r\x80-\x9f])\p{Cc}|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu

/**
 * Puts a tree in order as a browser would understand it: loose words become paragraphs, loose items a list, nothing empty
 * stays, white space is single. Tidying again changes nothing.
 */
export function tidy(nodes: RichText): RichText {
  return flow(nodes).flatMap((node) => (isInline(node) ? paragraphsOf([node]) : [node]))
}

const isElement = (node: RichNode): node is RichElement => typeof node !== 'string'
const isBlock = (node: RichNode): boolean => isElement(node) && blocks.has(node.tag)
const isInline = (node: RichNode): boolean => !isBlock(node)
const holdsBlock = (node: RichNode): boolean =>
  isElement(node) && (node.children ?? []).some((child) => isBlock(child) || holdsBlock(child))
const isBlank = (node: RichNode): boolean => typeof node === 'string' && clean(node).trim() === ''

/** Nodes in the order of reading, runs of words made paragraphs. */
function flow(nodes: RichText): RichNode[] {
  return runs(nodes).flatMap((run) => (isRunOfWords(run) ? paragraphsOf(run) : run.flatMap(blockOf)))
}

/** What an item, a cell or an explanation holds: words stay bare unless there are several paragraphs. */
function content(nodes: RichText): RichNode[] {
  const parts = flow(nodes)
  const [first, ...rest] = parts
  if (!first || !isElement(first) || first.tag !== 'p') return parts
  const leads = rest.every((node) => isElement(node) && node.tag !== 'p')
  return leads ? [...(first.children ?? []), ...rest] : parts
}

/** Parts nodes into runs of words, runs of loose items and single blocks. */
function runs(nodes: RichText): RichNode[][] {
  const result: RichNode[][] = []
  let kind = ''
  for (const node of nodes) {
    const own = runKind(node)
    const last = result.at(-1)
    if (last && own === kind && own !== 'block') last.push(node)
    else if (last && kind === 'item' && isBlank(node)) last.push(node)
    else {
      result.push([node])
      kind = own
    }
  }
  return result
}

function runKind(node: RichNode): 'words' | 'item' | 'block' {
  if (isElement(node) && node.tag === 'li') return 'item'
  return isBlock(node) || holdsBlock(node) ? 'block' : 'words'
}

const isRunOfWords = (run: RichNode[]): boolean => run.every((node) => runKind(node) === 'words')

function blockOf(node: RichNode, index: number, run: RichNode[]): RichNode[] {
  if (!isElement(node)) return []
  const children = node.children ?? []
  switch (node.tag) {
    case 'p':
      return children.some((child) => isBlock(child) || holdsBlock(child))
        ? flow(children)
        : paragraphsOf(children)
    case 'h3':
    case 'h4':
      return full({ tag: node.tag, children: words(flat(children)) })
    case 'li':
      return index === run.findIndex((one) => isElement(one)) ? list('ul', run) : []
    case 'ul':
    case 'ol':
      return list(node.tag, children)
    case 'dl':
      return full({ tag: 'dl', children: children.flatMap(term) })
    case 'table':
      return table(children)
    default:
      return flow(children)
  }
}

function list(tag: 'ul' | 'ol', nodes: RichText): RichNode[] {
  const items: RichElement[] = []
  for (const run of runs(nodes)) {
    const [first] = run
    const last = items.at(-1)
    const nested = first && isElement(first) && (first.tag === 'ul' || first.tag === 'ol')
    if (nested && last)
      items.splice(-1, 1, { tag: 'li', children: content([...(last.children ?? []), first]) })
    else if (first && isElement(first) && first.tag === 'li') items.push(...run.flatMap(item))
    else items.push(...item({ tag: 'li', children: run }))
  }
  return full({ tag, children: items })
}

const item = (node: RichNode): RichElement[] =>
  isElement(node) ? full({ tag: 'li', children: content(node.children ?? []) }) : []

const term = (node: RichNode): RichElement[] => {
  if (!isElement(node)) return isBlank(node) ? [] : full({ tag: 'dd', children: content([node]) })
  if (node.tag === 'dt') return full({ tag: 'dt', children: words(flat(node.children ?? [])) })
  return full({ tag: 'dd', children: content(node.tag === 'dd' ? (node.children ?? []) : [node]) })
}

/** Rows of a table; what stands in it outside of any row comes before it. */
function table(nodes: RichText): RichNode[] {
  const rows = nodes.filter((node) => isElement(node) && node.tag === 'tr') as RichElement[]
  const strays = nodes.filter((node) => !rows.includes(node as RichElement))
  const filled = rows.flatMap((row) => {
    const cells = (row.children ?? []).flatMap(cell)
    return cells.some((one) => (one.children ?? []).length > 0)
      ? [{ tag: 'tr', children: cells } as const]
      : []
  })
  return [...flow(strays), ...full({ tag: 'table', children: filled })]
}

const cell = (node: RichNode): RichElement[] => {
  if (isBlank(node)) return []
  if (!isElement(node) || (node.tag !== 'td' && node.tag !== 'th'))
    return [{ tag: 'td', children: content([node]) }]
  return [{ tag: node.tag, children: content(node.children ?? []) }]
}

const full = (element: RichElement & { readonly children: RichText }): RichElement[] =>
  element.children.length > 0 ? [element] : []

/** One paragraph for each stretch between two line breaks in a row. */
function paragraphsOf(nodes: RichText): RichElement[] {
  const stretches: RichNode[][] = [[]]
  const filled = nodes.filter((node, index) => !(isBlank(node) && isBreak(nodes[index - 1])))
  for (const [index, node] of filled.entries()) {
    if (isBreak(node) && isBreak(filled[index - 1])) stretches.push([])
    else stretches.at(-1)?.push(node)
  }
  return stretches.flatMap((stretch) => full({ tag: 'p', children: words(stretch) }))
}

const isBreak = (node: RichNode | undefined): boolean =>
  node !== undefined && isElement(node) && node.tag === 'br'

/** Blocks inside a heading or a term: only their words stay. */
const flat = (nodes: RichText): RichNode[] =>
  nodes.flatMap((node) => {
    if (!isElement(node) || node.tag === 'br') return [node]
    const children = flat(node.children ?? [])
    return isBlock(node) ? [' ', ...children, ' '] : [{ ...node, children }]
  })

const clean = (text: string): string => text.toWellFormed().replace(unwanted, '').replace(/\s+/g, ' ')

/** Where the reading stands: behind a gap no further one is needed. */
interface Place {
  gap: boolean
}

function words(nodes: RichText): RichNode[] {
  return trimmed(inline(nodes, { gap: true }, new Set()))
}

function inline(nodes: RichText, place: Place, within: ReadonlySet<RichTag>): RichNode[] {
  const result: RichNode[] = []
  for (const node of nodes) {
    const parts = isElement(node) ? inlineElement(node, place, within, result.length > 0) : text(node, place)
    for (const part of parts) {
      const last = result.at(-1)
      if (typeof last === 'string' && typeof part === 'string') result.splice(-1, 1, last + part)
      else result.push(part)
    }
  }
  return result
}

function text(node: string, place: Place): string[] {
  const cleaned = place.gap ? clean(node).trimStart() : clean(node)
  if (!cleaned) return []
  place.gap = cleaned.endsWith(' ')
  return [cleaned]
}

function inlineElement(
  node: RichElement,
  place: Place,
  within: ReadonlySet<RichTag>,
  hasBefore: boolean,
): RichNode[] {
  if (node.tag === 'br') {
    place.gap = true
    return hasBefore ? [{ tag: 'br' }] : []
  }
  const children = inline(node.children ?? [], place, new Set([...within, node.tag]))
  if (within.has(node.tag)) return children
  return children.some((child) => typeof child === 'string' || child.tag !== 'br')
    ? [{ ...node, children }]
    : children.filter((child) => child === ' ')
}

/** Without gaps and line breaks at the end or before a line break. */
function trimmed(nodes: readonly RichNode[]): RichNode[] {
  const result: RichNode[] = []
  for (const node of nodes) {
    if (isBreak(node)) trimEnd(result)
    if (!isBreak(node) || result.length > 0) result.push(node)
  }
  trimEnd(result)
  return result
}

function trimEnd(nodes: RichNode[]): void {
  for (let last = nodes.pop(); last !== undefined; last = nodes.pop()) {
    if (typeof last === 'string' && last.trimEnd()) return void nodes.push(last.trimEnd())
    if (typeof last !== 'string' && last.tag !== 'br') return void nodes.push(last)
  }
}
