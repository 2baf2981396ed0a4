import type { RichNode, RichText, ServiceLink } from '@amtsweg/contract'

/** A law by the names a text may call it, and where it can be read. */
interface Law {
  readonly names: readonly string[]
  readonly url: string
}

/** A place in a law: "§ 39 Abs. 5", "§§ 17, 19 und 21". */
const cite = String.raw`§§?\s*\d+[a-z]?(?:\s*(?:,|und|bis|Abs\.|Absatz|Satz|Nr\.|Nummer)\s*\d+[a-z]?(?!\p{L})|\s*ff?\.)*`
const leading = new RegExp(`^${cite}\\s*`, 'u')
const abbreviation = /\(([^()]{2,40})\)/u
/** Two capitals at least, so that no word of everyday language is taken for a law. */
const looksLikeLaw = /\p{Lu}.*\p{Lu}/u

/** The names in a title such as "Bundesmeldegesetz (BMG) §§ 17 und 21". */
export function namesOfLaw(title: string): readonly string[] {
  const bare = title.replace(leading, '')
  const short = abbreviation.exec(bare)?.[1]?.trim()
  const long = bare.split(/\s*[(§]/u)[0]?.trim() ?? ''
  return [
    ...(long.length >= 5 && long.length <= 120 ? [long] : []),
    ...(short && looksLikeLaw.test(short) ? [short] : []),
  ]
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')

/** Finds the laws of a service's legal basis in its texts; undefined where no source gives an address. */
export function lawFinder(legalBasis: readonly ServiceLink[]): LawFinder | undefined {
  const laws = legalBasis.flatMap(({ title, url }): Law[] => (url ? [{ names: namesOfLaw(title), url }] : []))
  const addresses = new Map<string, string>()
  for (const { names, url } of laws)
    for (const name of names) if (!addresses.has(keyOf(name))) addresses.set(keyOf(name), url)
  if (addresses.size === 0) return undefined
  const known = [...addresses.keys()].sort((a, b) => b.length - a.length)
  // Long names may stand in the genitive: "des Bundesmeldegesetzes".
  const names = known.map((name) => `${escaped(name)}${/\p{Ll}$/u.test(name) ? '(?:e?s)?' : ''}`).join('|')
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\d])(?:${cite}\s+(?:de[rsm]\s+)?)?(?<law>${names})(?![\p{L}\d])(?:\s+${cite})?`,
    'gu',
  )
  const addressOf = (law: string) =>
    addresses.get(keyOf(law)) ??
    addresses.get(keyOf(law.replace(/s$/u, ''))) ??
    addresses.get(keyOf(law.replace(/es$/u, '')))
  return { pattern, addressOf }
}

/** Laws as a pattern with the group `law`, and the address of each. */
export interface LawFinder {
  readonly pattern: RegExp
  readonly addressOf: (law: string) => string | undefined
}

const keyOf = (name: string): string => name.replace(/\s+/g, ' ')

/** Where the law named in a citation such as "BMG § 17" can be read. */
export function lawAddress(citation: string | undefined, laws: LawFinder | undefined): string | undefined {
  if (!citation || !laws) return undefined
  const [found] = citation.matchAll(laws.pattern)
  return found && laws.addressOf(found.groups?.['law'] ?? '')
}

/**
 * A text with each law it names linked once, and citations kept on one line. What is a link already stays as it is.
 */
export function linkLaws(text: RichText, laws: LawFinder | undefined): RichText {
  const linked = new Set<string>()
  const within = (nodes: RichText): RichText => nodes.flatMap((node) => linkNode(node))
  const linkNode = (node: RichNode): RichText => {
    if (typeof node === 'string') return linkWords(keepTogether(node), laws, linked)
    if (node.tag === 'a' || !node.children) return [node]
    return [{ ...node, children: within(node.children) }]
  }
  return within(text)
}

/** A paragraph sign never ends a line. */
const keepTogether = (words: string): string => words.replace(/(§§?)\s+(?=\d)/gu, '$1\u00a0')

function linkWords(words: string, laws: LawFinder | undefined, linked: Set<string>): RichText {
  if (!laws) return [words]
  const nodes: RichNode[] = []
  let from = 0
  for (const found of words.matchAll(laws.pattern)) {
    const href = laws.addressOf(found.groups?.['law'] ?? '')
    if (href && !linked.has(href)) {
      linked.add(href)
      nodes.push(words.slice(from, found.index), { tag: 'a', href, children: [found[0]] })
      from = found.index + found[0].length
    }
  }
  return [...nodes, words.slice(from)].filter((node) => node !== '')
}
