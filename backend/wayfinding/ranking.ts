import type { Bag } from './bag.ts'
import type { CatalogueDocument } from './catalogue.ts'
import { tellingPhrase } from './normalise.ts'
import type { Concept } from './query.ts'
import { type Score, titleShare } from './score.ts'
import { likenessTo } from './trigrams.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A candidate and how its words answer. */
export interface Match {
  readonly document: CatalogueDocument
  readonly bag: Bag
  readonly score: Score
  /** 0 to 1: how much of the query is a whole title or keyword of it. */
  readonly named: number
  /** 0 to 1: how much its service is asked for. */
  readonly popularity: number
  /** Whether its service lies in a life situation of the name that was typed. */
  readonly situation: boolean
}

/** What lifts or lowers a match, each by how much. */
export type Boosts = Readonly<
  Record<'named' | 'exact' | 'beginning' | 'popularity' | 'situation' | 'title' | 'likeness', number>
>

export interface Ranked {
  readonly match: Match
  readonly boosts: Boosts
  /** 1, or less for a bare title. */
  readonly substance: number
  readonly total: number
}

/** Chosen on the development half of the judged terms (0023-score-candidates-with-one-pure-function). */
const weights = {
  coverage: 0.9,
  /** A title or keyword within the query; a title that is the query; one that goes on where the query ends. */
  named: 3.9,
  exact: 3,
  beginning: 1.5,
  /** Share of the title that was asked for; how like the whole title is to the whole query. */
  title: 0.8,
  likeness: 1.4,
  popularity: 0.2,
  situation: 0.3,
  /** A bare title of a catalogue helps nobody who finds it: it stands back behind descriptions that say something. */
  bare: 0.3,
} as const
/** The titles of so many are looked at letter by letter; further down the order of the words is good enough. */
const looked = 20

interface Asked {
  readonly phrase: string
  readonly telling: string
  readonly described: boolean
}

/**
 * Orders candidates, best first: one pure function for all engines, which only fetch. `phrase` is the folded query. What nobody reads
 * on to is not sorted.
 */
export function* rank(
  matches: readonly Match[],
  phrase: string,
  concepts: readonly Concept[],
  vocabulary: Vocabulary,
): Generator<Ranked> {
  const meant = meantPhrase(phrase, concepts)
  const asked = {
    phrase: meant,
    telling: tellingPhrase(meant),
    described: isDescribed(matches, phrase, meant),
  }
  const totals = Float64Array.from(matches, (match) => totalByWords(match, asked))
  const lowest = matches.length > looked ? totals.toSorted()[matches.length - looked]! : -Infinity
  const ranked = (fits: (total: number) => boolean) =>
    matches.filter((_, at) => fits(totals[at]!)).map((match) => byWords(match, asked))
  const likeness = likenessTo(meant)
  const first = ranked((total) => total >= lowest).map((each) => byTitle(each, vocabulary, likeness))
  yield* first.sort(byTotal)
  yield* ranked((total) => total < lowest).sort(byTotal)
}

/** The phrase with slips put right. */
export const meantPhrase = (phrase: string, concepts: readonly Concept[]): string =>
  concepts.reduce((text, { typed, meant }) => (typed === meant ? text : text.replace(typed, meant)), phrase)

const byTotal = (a: Ranked, b: Ranked) => b.total - a.total || a.match.document.id - b.match.document.id

/** Whether there is a bare title of just that name, and a description named with all that was typed before which it stands back. */
const isDescribed = (matches: readonly Match[], phrase: string, meant: string) =>
  matches.some(({ document: { service, name } }) => name.folded === meant && service.richness === 0) &&
  matches.some(
    ({ document: { service, names } }) =>
      service.richness > 0 && names.some(({ folded }) => isWithin(phrase, folded)),
  )

function totalByWords({ document, score, named, popularity, situation }: Match, asked: Asked): number {
  const lift =
    1 +
    weights.named * named +
    exactness(document, asked) +
    beginning(document, asked) +
    weights.popularity * popularity +
    (situation ? weights.situation : 0)
  return score.words * score.coverage ** weights.coverage * substanceOf(document, asked) * lift
}

function byWords(match: Match, asked: Asked): Ranked {
  const { document, score, named, popularity, situation } = match
  const boosts: Boosts = {
    named: weights.named * named,
    exact: exactness(document, asked),
    beginning: beginning(document, asked),
    popularity: weights.popularity * popularity,
    situation: situation ? weights.situation : 0,
    title: 0,
    likeness: 0,
  }
  const substance = substanceOf(document, asked)
  return { match, boosts, substance, total: totalOf(score, boosts, substance) }
}

const exactness = ({ name }: CatalogueDocument, { phrase, telling }: Asked) =>
  name.folded === phrase || name.telling === telling ? weights.exact : 0

const beginning = ({ name }: CatalogueDocument, { phrase }: Asked) =>
  name.folded.startsWith(phrase) ? weights.beginning : 0

const substanceOf = ({ service, name }: CatalogueDocument, { phrase, described }: Asked) =>
  service.richness > 0 || (!described && name.folded === phrase) ? 1 : weights.bare

function byTitle(
  { match, boosts: before, substance }: Ranked,
  vocabulary: Vocabulary,
  likeness: (title: string) => number,
): Ranked {
  const boosts = {
    ...before,
    title: weights.title * titleShare(match.bag, match.score, vocabulary),
    likeness: weights.likeness * likeness(match.document.name.folded),
  }
  return { match, boosts, substance, total: totalOf(match.score, boosts, substance) }
}

function totalOf({ words, coverage }: Score, boosts: Boosts, substance: number): number {
  const { named, exact, beginning, popularity, situation, title, likeness } = boosts
  const lift = (1 + named + exact + beginning + popularity + situation) * (1 + title + likeness)
  return words * coverage ** weights.coverage * substance * lift
}

const isWithin = (name: string, phrase: string) =>
  phrase.includes(name) && ` ${phrase} `.includes(` ${name} `)
