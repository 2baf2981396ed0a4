import { type Check, type Finding, type Sentence, type Style } from './finding.ts'
import { passive } from './passive.ts'
import { addCounts, type Counts, countsOf, type Scores, scoresOf } from './scores.ts'
import { negation, nesting, nominalStyle, sentenceLength, subjunctive } from './sentence-rules.ts'
import { linesOf, sentencesOf } from './sentences.ts'
import { tokensOf } from './tokens.ts'
import { abbreviation, brackets, compound, genitive, number, specialCharacter } from './word-rules.ts'

const checks: readonly Check[] = [
  sentenceLength,
  nesting,
  passive,
  compound,
  nominalStyle,
  negation,
  abbreviation,
  genitive,
  subjunctive,
  number,
  brackets,
  specialCharacter,
]

/** What is found in a text, in the order in which it stands there. */
export interface Assessment {
  readonly counts: Counts
  /** Undefined where there is not a word. */
  readonly scores: Scores | undefined
  readonly findings: readonly Finding[]
}

interface Line {
  readonly counts: Counts
  /** Places are counted from the beginning of the line. */
  readonly findings: readonly Finding[]
}

function assessLine(line: string, style: Style): Line {
  const sentences = sentencesOf(line).map((span): Sentence => ({
    ...span,
    text: line.slice(span.start, span.end),
    tokens: tokensOf(line, span),
  }))
  return {
    counts: addCounts(sentences.map(({ tokens }) => countsOf(tokens))),
    findings: sentences
      .flatMap((sentence) => checks.flatMap((check) => check(sentence, style)))
      .sort((one, other) => one.start - other.start || other.end - one.end),
  }
}

/** An assessor that looks anew only at the lines that have changed since it was last asked: one types in one line at a time. */
export function createAssessor(): (text: string, style: Style) => Assessment {
  let known = new Map<string, Line>()
  return (text, style) => {
    const next = new Map<string, Line>()
    const lines = linesOf(text).map(({ start, end }) => {
      const line = text.slice(start, end)
      const key = `${style}${line}`
      const assessed = known.get(key) ?? next.get(key) ?? assessLine(line, style)
      next.set(key, assessed)
      return { start, ...assessed }
    })
    known = next
    const counts = addCounts(lines.map((line) => line.counts))
    const findings = lines.flatMap(({ start, findings }) =>
      findings.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    )
    return { counts, scores: scoresOf(counts), findings }
  }
}
