import { fillers } from './normalise.ts'
import type { PatternWord, QuestionPattern } from './question-pattern.ts'
import { questionWords } from './question-words.ts'
import { regularStem } from './stem.ts'

/** A pattern, the language it is in and what it leads to; of two that fit equally well the first one wins. */
export interface AskedPattern<Target> {
  readonly target: Target
  readonly lang: string
  readonly pattern: QuestionPattern
}

export interface QuestionMatch<Target> {
  readonly target: Target
  /** Language of the pattern that fits. */
  readonly lang: string
}

export type QuestionMatcher<Target> = (question: string) => QuestionMatch<Target> | undefined

/** Words that speak of the reader: with one of them, what was typed is a sentence and may say more than the pattern. */
const selves = new Set(
  questionWords(
    `ich wir mein meine meinen meiner meinem mich mir unser unsere unseren unserem unserer uns
    i im we my our me us ik ick wi mien miene uns я ми мій моя моє мої мого мою моєї нам мені наш наша наше мене у`,
  ),
)
/** Words of any question, beside the fillers of search. */
const asking = new Set(
  questionWords(
    `tun mache machen geht gehen bitte hilfe jetzt gerade eben nun neu neue neuen neuer neues dann alles schon gern gerne tue
    brauch braucht muß sollte konnte kriege man frau welche welcher gibt es am ist bin sind wurde wurden worden hab hatte haben
    a an the is are was were been be am i we do does did what how to need needs must have has had just now got please help and
    of in for from with it should can where when who next after
    wat mutt doon nu heff hett een en de dat den hebbt bün
    що як де коли робити зробити треба потрібно у в на з до і та чи мені можна допоможіть будь ласка щойно є
    und oder wie wo was wann warum wohin`,
  ),
)

/** A sentence may tell a story around what matters; without "I" or "my" most of what was typed must be the question. */
const sentenceShare = 0.3
const phraseShare = 0.5
/** Shorter words are compared as they are: their stems mean too much. */
const shortestStemmed = 4
const shortestWildcard = 3
/** Enough for 200 characters; what comes later is not read. */
const mostWords = 40

interface Place {
  readonly pattern: number
  readonly group: number
}

/**
 * Prepares patterns for matching: each word of a question looks up the groups it fits, so that the number of patterns hardly
 * counts. Pure; words and patterns are folded and stemmed alike.
 */
export function compileQuestions<Target>(patterns: readonly AskedPattern<Target>[]): QuestionMatcher<Target> {
  const index = new Map<string, Place[]>()
  for (const [pattern, { pattern: asked }] of patterns.entries()) {
    for (const [group, alternatives] of [...asked.groups, asked.excluded].entries())
      for (const word of alternatives) for (const key of keysOf(word)) append(index, key, { pattern, group })
  }
  return (question) => {
    const asked = questionWords(question).slice(0, mostWords)
    const found = new Map<number, number[][]>()
    for (const [position, word] of asked.entries())
      for (const key of looksFor(word))
        for (const { pattern, group } of index.get(key) ?? []) {
          const groups = found.get(pattern) ?? []
          found.set(pattern, groups)
          ;(groups[group] ??= []).push(position)
        }
    const telling = asked.map((word) => !fillers.has(word) && !asking.has(word) && !selves.has(word))
    const told = telling.filter(Boolean).length
    const share = asked.some((word) => selves.has(word)) ? sentenceShare : phraseShare
    let best: { index: number; weight: number } | undefined
    for (const [index, groups] of found) {
      const positions = fits(patterns[index]!.pattern, groups)
      const said = positions?.filter((position) => telling[position]).length ?? 0
      if (positions && said > 0 && said / told >= share) {
        const weight = said * 100 + patterns[index]!.pattern.groups.length
        const better = !best || weight > best.weight || (weight === best.weight && index < best.index)
        if (better) best = { index, weight }
      }
    }
    const match = best && patterns[best.index]
    return match && { target: match.target, lang: match.lang }
  }
}

/** Positions of the words that a pattern is made of; undefined where it does not fit. */
function fits(
  { groups, ordered }: QuestionPattern,
  found: readonly (readonly number[] | undefined)[],
): readonly number[] | undefined {
  if (found[groups.length]) return undefined
  const hits = groups.map((_, group) => found[group])
  if (!hits.every((positions) => positions !== undefined)) return undefined
  // One word cannot stand for two groups.
  const all = [...new Set(hits.flat())]
  if (all.length < groups.length) return undefined
  return !ordered || follow(hits) ? all : undefined
}

function follow(hits: readonly (readonly number[])[]): boolean {
  let last = -1
  return hits.every((positions) => {
    const next = positions.find((position) => position > last)
    last = next ?? last
    return next !== undefined
  })
}

const keysOf = ({ text, kind }: PatternWord): readonly string[] => {
  if (kind === 'beginning') return [`${text}*`]
  if (kind === 'ending') return [`*${text}`]
  return text.length < shortestStemmed ? [text] : [text, `~${regularStem(text)}`]
}

function looksFor(word: string): ReadonlySet<string> {
  const keys = new Set([word])
  if (word.length >= shortestStemmed) keys.add(`~${regularStem(word)}`)
  for (let length = shortestWildcard; length <= word.length; length += 1) {
    keys.add(`${word.slice(0, length)}*`)
    keys.add(`*${word.slice(-length)}`)
  }
  return keys
}

function append(index: Map<string, Place[]>, key: string, place: Place): void {
  const places = index.get(key)
  if (places) places.push(place)
  else index.set(key, [place])
}
