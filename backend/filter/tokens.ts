import { quoted, refuse } from './fault.ts'

/** `name` is a keyword or an identifier; an identifier in double quotes is `quoted`. */
export interface Token {
  readonly kind: 'name' | 'quoted' | 'text' | 'number' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

// The letters of `identifier` in the grammar of the standard, without the space among them (U+1680).
const start =
  '[:_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u167F\\u1681-\\u1FFE\\u2070-\\u218F\\u2C00-\\u2FEF' +
  '\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}]|\\u200C|\\u200D'
const name = new RegExp(`(?:${start})(?:${start}|[.0-9]|[\\u0300-\\u036F]|[\\u203F\\u2040])*`, 'uy')

/** Whether a name can stand without quotes, if it is no keyword. */
export const isPlainName = (text: string): boolean => match(name, text, 0) === text

const space = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/y
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const sign = /<>|<=|>=|[=<>()+\-*/%^,]/y
const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  "'": "'",
  '\\': '\\',
}

/** What a text in quotes says; a backslash before anything else stays, as patterns of LIKE use it. */
const unescaped = (inner: string): string =>
  inner.replaceAll(/''|\\([^])/g, (whole, letter?: string) =>
    letter === undefined ? "'" : (escapes[letter] ?? whole),
  )

/** A text as CQL2 writes it. */
export const textLiteral = (value: string): string =>
  `'${value.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

const readers: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', number],
  ['sign', sign],
  ['name', name],
]

/** Cuts a filter into its words and signs, one at a time; the last is the end, as often as one asks. */
export function createTokens(filter: string): () => Token {
  let at = 0
  return () => {
    at += match(space, filter, at)?.length ?? 0
    if (at >= filter.length) return { kind: 'end', text: '', at }
    const [token, end] = tokenAt(filter, at)
    at = end
    return token
  }
}

function tokenAt(filter: string, at: number): readonly [Token, end: number] {
  const quote = filter[at]
  if (quote === "'" || quote === '"') {
    const end = endOfQuotes(filter, at, quote)
    const inner = filter.slice(at + 1, end - 1)
    if (quote === "'") return [{ kind: 'text', text: unescaped(inner), at }, end]
    return [{ kind: 'quoted', text: inner.replaceAll('""', '"'), at }, end]
  }
  for (const [kind, pattern] of readers) {
    const found = match(pattern, filter, at)
    if (found !== undefined) return [{ kind, text: found, at }, at + found.length]
  }
  return refuse(`${quoted(String.fromCodePoint(filter.codePointAt(at) ?? 0))} means nothing here.`, at)
}

/** Quotes are doubled inside; in a text they may stand after a backslash as well. */
function endOfQuotes(filter: string, from: number, quote: string): number {
  for (let at = from + 1; at < filter.length; at += 1) {
    if (quote === "'" && filter[at] === '\\') at += 1
    else if (filter[at] === quote) {
      if (filter[at + 1] !== quote) return at + 1
      at += 1
    }
  }
  return refuse(`What begins with ${quote} here has no closing quote.`, from)
}

function match(pattern: RegExp, filter: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(filter)?.[0]
}
