import { questionWords } from './question-words.ts'

/** A word of a pattern, folded; `*` where a longer word may begin or end with it. */
export interface PatternWord {
  readonly text: string
  readonly kind: 'word' | 'beginning' | 'ending'
}

/** What a question must say: a word of each group, in this order where one is asked for, and none of the excluded words. */
export interface QuestionPattern {
  readonly groups: readonly (readonly PatternWord[])[]
  readonly ordered: boolean
  readonly excluded: readonly PatternWord[]
}

const syntax =
  'A pattern reads like "hund|welpe + gekauft|bekommen ! futter*": | parts words that mean the same, + joins what must be there, > joins what must follow in this order, ! begins words that must not be there'

/** Reads a pattern as editors write it, or says in a sentence what is wrong with it. */
export function readPattern(text: string): QuestionPattern | { readonly fault: string } {
  const [wanted = '', excluded, ...rest] = text.split('!')
  const fault = (words: string) => ({ fault: `"${text}": ${words}. ${syntax}` })
  if (rest.length > 0) return fault('There is more than one !')
  const ordered = wanted.includes('>')
  if (ordered && wanted.includes('+')) return fault('+ and > do not mix in one pattern')
  const groups = wanted.split(ordered ? '>' : '+').map(readGroup)
  const none = excluded === undefined ? [] : readGroup(excluded)
  if ([...groups, none].some((group) => group === undefined)) return fault('A word is missing or is no word')
  if (groups.length < 2) return fault('One word alone is a search, not a question: join two or more with +')
  return { groups: groups as PatternWord[][], ordered, excluded: none as PatternWord[] }
}

function readGroup(text: string): PatternWord[] | undefined {
  const group = text.split('|').map(readWord)
  return group.every((word) => word !== undefined) ? group : undefined
}

function readWord(text: string): PatternWord | undefined {
  const bare = text.trim().replace(/^\*|\*$/g, '')
  const [word, ...others] = questionWords(bare)
  if (word === undefined || others.length > 0 || /[*\s]/.test(bare)) return undefined
  const kind = wildcardOf(text.trim())
  return kind && { text: word, kind }
}

function wildcardOf(text: string): PatternWord['kind'] | undefined {
  if (text.startsWith('*')) return text.endsWith('*') ? undefined : 'ending'
  return text.endsWith('*') ? 'beginning' : 'word'
}
