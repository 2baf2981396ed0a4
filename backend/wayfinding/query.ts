import type { Closeness } from '@amtsweg/contract'
import type { FullTextTerm } from '../database/full-text.ts'
import { analyseWord } from './analyse.ts'
import type { Catalogue } from './catalogue.ts'
import type { CloseSpelling } from './close-spellings.ts'
import type { Meaning } from './meanings.ts'
import { stem } from './stem.ts'
import { tellingWords } from './telling-words.ts'
import { numberOf, rangeOf, rarity, type Vocabulary } from './vocabulary.ts'

/** Stems that count as one, by their numbers (from -1 where no document has any). */
export interface Term {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly rarity: number
}

/** A place in a reading that any of these terms fills, each as well as its weight says. */
export interface Slot {
  readonly options: readonly { readonly term: Term; readonly weight: number }[]
  readonly rarity: number
}

/** One way to read what was typed: all of these slots. */
export interface Reading {
  readonly closeness: Closeness
  readonly slots: readonly Slot[]
  /** 0 to 1: how sure it is that this was meant. */
  readonly weight: number
}

/** One thing somebody looks for, in all its readings. */
export interface Concept {
  readonly typed: string
  /** The known word that was meant where the typed one is misspelt. */
  readonly meant: string
  readonly readings: readonly Reading[]
  readonly rarity: number
}

/** Chosen on the development half of the judged terms (0023-score-candidates-with-one-pure-function). */
const settings = {
  parts: 0.95,
  joined: 0.9,
  synonym: 0.7,
  laterSynonym: 0.45,
  partSynonym: 0.2,
  head: 0.75,
  beginning: 0.5,
  unknownBeginning: 0.8,
  oneSlip: 0.85,
  twoSlips: 0.6,
  sound: 0.5,
  likeness: 0.45,
  shortestBeginning: 3,
  mostBeginnings: 24,
  fewestFetched: 250,
  shareFetched: 0.03,
  enoughOfOthers: 100,
}

/** Turns what somebody typed into concepts; what no description has in any way is left out. */
export function analyseQuery(catalogue: Catalogue, q: string): readonly Concept[] {
  const typed = tellingWords(q)
  const concepts: Concept[] = []
  for (let at = 0; at < typed.length;) {
    const phrase = phraseAt(catalogue, typed, at)
    const concept = phrase ?? wordConcept(catalogue, typed[at]!, at + 1 === typed.length)
    if (concept.readings.length > 0) concepts.push(concept)
    at += phrase ? phrase.typed.split(' ').length : 1
  }
  return concepts
}

/** The same with words nobody knows read as those they sound or look like; undefined where there are none such. */
export function withLastResorts(
  catalogue: Catalogue,
  q: string,
  concepts: readonly Concept[],
): readonly Concept[] | undefined {
  const found = new Set(concepts.flatMap(({ typed }) => typed.split(' ')))
  const further = tellingWords(q).flatMap((word): Concept[] => {
    const readings = found.has(word) ? [] : resemblances(catalogue, word)
    if (readings.length === 0) return []
    return [{ typed: word, meant: word, readings, rarity: mostTelling(catalogue.vocabulary, readings) }]
  })
  return further.length > 0 ? [...concepts, ...further] : undefined
}

/** The longest phrase from here on that stands for something, or is a compound written apart; undefined where none is. */
function phraseAt(catalogue: Catalogue, typed: readonly string[], at: number): Concept | undefined {
  const { meanings, vocabulary } = catalogue
  for (let length = Math.min(meanings.longest, typed.length - at); length > 1; length -= 1) {
    const words = typed.slice(at, at + length)
    const isCompound = length === 2 && numberOf(vocabulary, stem(words.join(''))) >= 0
    if (isCompound || meanings.of(words).length > 0) {
      const concept = phraseConcept(catalogue, words, at + length === typed.length)
      if (concept.readings.length > 0) return concept
    }
  }
  return undefined
}

function phraseConcept(catalogue: Catalogue, words: readonly string[], last: boolean): Concept {
  const { vocabulary } = catalogue
  const concepts = words.map((word, at) => wordConcept(catalogue, word, last && at === words.length - 1))
  const readings: Reading[] = []
  if (concepts.every((concept) => concept.readings.length > 0))
    readings.push({ closeness: 'word', slots: concepts.map(slotOfConcept), weight: 1 })
  const joined = termOf(vocabulary, stem(words.join('')))
  if (joined) readings.push({ closeness: 'joined', slots: [slotOf(joined)], weight: settings.joined })
  readings.push(...synonyms(catalogue, catalogue.meanings.of(words)))
  return {
    typed: words.join(' '),
    meant: concepts.map(({ meant }) => meant).join(' '),
    readings,
    rarity: Math.max(
      concepts.reduce((sum, concept) => sum + concept.rarity, 0),
      mostTelling(vocabulary, readings),
    ),
  }
}

const slotOf = (term: Term): Slot => ({ options: [{ term, weight: 1 }], rarity: term.rarity })

/** All simple readings of a word as one slot. */
const slotOfConcept = ({ readings, rarity: telling }: Concept): Slot => ({
  options: readings.flatMap(({ slots, weight }) =>
    slots.length === 1
      ? slots[0]!.options.map((option) => ({ ...option, weight: weight * option.weight }))
      : [],
  ),
  rarity: telling,
})

function wordConcept(catalogue: Catalogue, word: string, last: boolean): Concept {
  const { vocabulary, meanings } = catalogue
  const split = catalogue.splitter()
  const { stem: whole } = analyseWord(word, split)
  const readings: Reading[] = []
  const exact = termOf(vocabulary, whole)
  if (exact) readings.push({ closeness: 'word', slots: [slotOf(exact)], weight: 1 })
  const parts = split(word).map((part) => partSlot(catalogue, part))
  if (parts.some(({ options }) => options.some(({ term }) => term.from >= 0)))
    readings.push({ closeness: 'parts', slots: parts, weight: settings.parts })
  readings.push(...synonyms(catalogue, meanings.of([word])))
  if (readings.length === 0) readings.push(...halves(catalogue, word))
  if (word.length >= settings.shortestBeginning && (last || readings.length === 0))
    readings.push(
      ...beginnings(catalogue, word, whole, exact ? settings.beginning : settings.unknownBeginning),
    )
  let meant = word
  if (!exact) {
    const near = catalogue.closeSpellings(word)
    if (near[0] && !isBeginning(catalogue, word)) meant = near[0].word
    readings.push(...spellings(catalogue, near))
  }
  return { typed: word, meant, readings, rarity: exact?.rarity ?? mostTelling(vocabulary, readings) }
}

/** Of a compound with a part nobody knows, the longest that somebody does: "Mietwucher" is at least about Miete. */
function halves({ vocabulary }: Catalogue, word: string): Reading[] {
  for (let length = word.length - shortestRest; length >= shortestHalf; length -= 1)
    for (const [half, rest] of [
      [word.slice(0, length), word.slice(length)],
      [word.slice(-length), word.slice(0, -length)],
    ] as const) {
      const term = termOf(vocabulary, stem(half))
      if (term)
        return [
          {
            closeness: 'parts',
            slots: [slotOf(term), slotOf(unknownTerm(vocabulary, rest))],
            weight: settings.parts,
          },
        ]
    }
  return []
}

const shortestHalf = 4
const shortestRest = 3

/** A part of a compound: itself, or what it stands for alone. */
function partSlot({ vocabulary, meanings, splitter }: Catalogue, part: string): Slot {
  const own = termOf(vocabulary, stem(part)) ?? unknownTerm(vocabulary, part)
  const others = meanings.of([part]).flatMap(({ words, stems }) => {
    if (stems.length !== 1) return []
    const head = splitter()(words[0]!).at(-1)
    return [
      { term: termOf(vocabulary, stems[0]!), weight: settings.partSynonym },
      {
        term: head ? termOf(vocabulary, stem(head)) : undefined,
        weight: settings.partSynonym * settings.head,
      },
    ].flatMap(({ term, weight }) => (term ? [{ term, weight }] : []))
  })
  return { options: [{ term: own, weight: 1 }, ...others], rarity: own.rarity }
}

function synonyms(catalogue: Catalogue, meanings: readonly Meaning[]): Reading[] {
  return meanings.flatMap(({ words, stems }, at): Reading[] => {
    const slots = words.flatMap((word, index) => officialSlots(catalogue, word, stems[index]!))
    if (!slots.some(({ options }) => options.some(({ term }) => term.from >= 0))) return []
    return [{ closeness: 'synonym', slots, weight: at === 0 ? settings.synonym : settings.laterSynonym }]
  })
}

/** A word of an official phrase; where no description has it, its parts. */
function officialSlots({ vocabulary, splitter }: Catalogue, word: string, whole: string): Slot[] {
  const term = termOf(vocabulary, whole)
  if (term) return [slotOf(term)]
  const parts = splitter()(word)
  if (parts.length === 0) return [slotOf(unknownTerm(vocabulary, word))]
  return parts.map((part) => slotOf(termOf(vocabulary, stem(part)) ?? unknownTerm(vocabulary, part)))
}

/** As telling as the best reading, but never more than a stem that stands in one document. */
function mostTelling(vocabulary: Vocabulary, readings: readonly Reading[]): number {
  const cap = rarity(vocabulary.documents, 1)
  return Math.max(
    0,
    ...readings.map(({ slots }) =>
      Math.min(
        cap,
        slots.reduce((sum, slot) => sum + slot.rarity, 0),
      ),
    ),
  )
}

function termOf(vocabulary: Vocabulary, text: string): Term | undefined {
  const from = numberOf(vocabulary, text)
  if (from < 0) return undefined
  return { text, from, to: from + 1, rarity: rarity(vocabulary.documents, vocabulary.frequencies[from] ?? 0) }
}

/** A word no description has: it can only be missed. */
const unknownTerm = ({ documents }: Vocabulary, text: string): Term => ({
  text,
  from: -1,
  to: -1,
  rarity: rarity(documents, 1),
})

/** Words that begin so: stems of all texts, and the words of names, whose stems may be shorter than what was typed. */
function beginnings(catalogue: Catalogue, word: string, whole: string, weight: number): Reading[] {
  const { vocabulary, nameWords, stemOfName } = catalogue
  const terms = new Map<string, Term>()
  const range = beginningOf(vocabulary, whole)
  const { from, to } = rangeOf(nameWords, word)
  for (const each of nameWords.stems.slice(from, Math.min(to, from + settings.mostBeginnings))) {
    const term = termOf(vocabulary, stemOfName(each))
    if (term) terms.set(term.text, term)
  }
  return [...(range ? [range] : []), ...terms.values()].map((term) => ({
    closeness: 'beginning',
    slots: [slotOf(term)],
    weight,
  }))
}

/** Whether a name goes on where the word ends; that a stem does is no sign, as stemming cuts misspelt words too short. */
function isBeginning({ nameWords }: Catalogue, word: string): boolean {
  const { from, to } = rangeOf(nameWords, word)
  return from < to
}

function beginningOf(vocabulary: Vocabulary, text: string): Term | undefined {
  const { from, to } = rangeOf(vocabulary, text)
  if (from === to) return undefined
  let frequency = 0
  for (let at = from; at < to; at += 1) frequency += vocabulary.frequencies[at] ?? 0
  return {
    text,
    from,
    to,
    rarity: rarity(vocabulary.documents, Math.min(frequency, vocabulary.documents)),
  }
}

/** Words of names that differ by a slip or two. */
function spellings({ vocabulary, stemOfName }: Catalogue, near: readonly CloseSpelling[]): Reading[] {
  return near.flatMap(({ word, slips }): Reading[] => {
    const term = termOf(vocabulary, stemOfName(word))
    const weight = slips === 1 ? settings.oneSlip : settings.twoSlips
    return term ? [{ closeness: 'spelling', slots: [slotOf(term)], weight }] : []
  })
}

function resemblances(
  { similarWords, soundAlike, vocabulary, stemOfName }: Catalogue,
  word: string,
): Reading[] {
  const alike = soundAlike(word).flatMap((near): Reading[] => {
    const term = termOf(vocabulary, stemOfName(near))
    return term ? [{ closeness: 'sound', slots: [slotOf(term)], weight: settings.sound }] : []
  })
  const similar = similarWords(word).flatMap(({ word: near, share }): Reading[] => {
    const term = termOf(vocabulary, stemOfName(near))
    return term ? [{ closeness: 'likeness', slots: [slotOf(term)], weight: settings.likeness * share }] : []
  })
  return [...alike, ...similar]
}

/**
 * What the full-text engine is asked for: of each concept the most telling terms, until they stand in more documents than it takes to
 * find the best. A concept of nothing but frequent words is left out where the others have led to enough. Scoring sees all of them.
 */
export function fetchTerms(
  concepts: readonly Concept[],
  { documents, frequencies }: Vocabulary,
): readonly FullTextTerm[] {
  const enough =
    Math.max(settings.fewestFetched, settings.shareFetched * documents) / Math.max(1, concepts.length)
  const wanted = new Map<string, FullTextTerm>()
  let fetched = 0
  for (const terms of concepts
    .map((concept) => tellingTerms(concept, frequencies, enough))
    .sort((a, b) => frequencyOf(a) - frequencyOf(b)))
    if (fetched < settings.enoughOfOthers || frequencyOf(terms) <= enough)
      for (const term of terms) {
        wanted.set(`${term.stem}${term.prefix ? '*' : ''}`, term)
        fetched += term.frequency
      }
  return [...wanted.values()]
}

const frequencyOf = (terms: readonly FullTextTerm[]) =>
  terms.reduce((sum, { frequency }) => sum + frequency, 0)

function tellingTerms(
  { readings }: Concept,
  frequencies: Vocabulary['frequencies'],
  enough: number,
): readonly FullTextTerm[] {
  const terms = new Map<string, { term: Term; prefix: boolean; weight: number }>()
  for (const { closeness, slots, weight } of readings)
    for (const { term, weight: own } of slots.flatMap(({ options }) => options)) {
      const prefix = closeness === 'beginning' && term.to > term.from + 1
      if (term.from >= 0)
        terms.set(`${term.text}${prefix ? '*' : ''}`, { term, prefix, weight: weight * own })
    }
  const telling: FullTextTerm[] = []
  let fetched = 0
  for (const { term, prefix } of [...terms.values()].sort(
    (a, b) => b.term.rarity * b.weight - a.term.rarity * a.weight,
  )) {
    let frequency = 0
    for (let at = term.from; at < term.to; at += 1) frequency += frequencies[at] ?? 0
    if (fetched === 0 || fetched + frequency <= enough) {
      telling.push({ stem: term.text, prefix, rarity: term.rarity, frequency })
      fetched += frequency
    }
  }
  return telling
}
