import type { Span } from './sentences.ts'
import type { Token } from './tokens.ts'

/**
 * For whom a text is: `easy` = Leichte Sprache for people with learning difficulties (BITV 2.0 Anlage 2 Teil 2,
 * DIN SPEC 33429), `plain` = einfache Sprache for everybody (DIN 8581-1).
 */
export type Style = 'easy' | 'plain'

export const rules = [
  'sentence-length',
  'nesting',
  'passive',
  'compound',
  'nominal-style',
  'negation',
  'abbreviation',
  'genitive',
  'subjunctive',
  'number',
  'brackets',
  'special-character',
] as const
export type Rule = (typeof rules)[number]

/** Something that makes a text hard, where it stands, and what the advice needs to know. */
export interface Finding extends Span {
  readonly rule: Rule
  /** What stands in its place where that can be said, such as what a short form means. */
  readonly better?: string
  /** How many, where the rule counts. */
  readonly count?: number
}

/** One sentence of a text with its words. */
export interface Sentence extends Span {
  readonly text: string
  readonly tokens: readonly Token[]
}

export type Check = (sentence: Sentence, style: Style) => Finding[]

/** A finding for each place where a pattern stands. */
export const places = (
  { text, start }: Sentence,
  rule: Rule,
  pattern: RegExp,
  rest?: (found: RegExpMatchArray) => Partial<Finding> | undefined,
): Finding[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const more = rest ? rest(found) : {}
    const at = start + found.index
    return more ? [{ rule, start: at, end: at + found[0].length, ...more }] : []
  })
