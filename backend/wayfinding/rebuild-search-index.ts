import type { Trx } from '../database/database.ts'
import { sqliteFullText } from '../database/full-text.sqlite.ts'
import type { FullText } from '../database/full-text.ts'
import { type AnalyseWord, mayBePart, nameWithParts, wordAnalyser } from './analyse.ts'
import { BagBuilder, everydayUnits, partUnits, stemsOf, wholeUnits, writeBag } from './bag.ts'
import { compoundSplitter, partVocabulary, type SplitCompound } from './compounds.ts'
import { everydayTerms, partStems } from './language.ts'
import { fillers, indexWords, runsOf, wordsOfRun } from './normalise.ts'
import { partText, plainText } from './plain-text.ts'
import {
  addDocuments,
  clearIndex,
  type DescribedService,
  describedServices,
  finishIndex,
  type IndexedDocument,
} from './repository-index.ts'
import { languageTerm, regionTerm } from './scope.ts'
import { stem } from './stem.ts'

/** Shorter words have no spelling to compare. */
const shortestWord = 3

/** Builds search and suggestions anew from the services as this transaction sees them. */
export async function rebuildSearchIndex(trx: Trx, engine: FullText = sqliteFullText): Promise<void> {
  const { words, stems } = await surveyWords(trx)
  const split = compoundSplitter(partVocabulary(stems, partStems()))
  const analyse = wordAnalyser(split)
  const vocabulary = vocabularyOf(words, analyse)
  const index = indexer(split, analyse, vocabulary, stems)
  await clearIndex(trx, engine)
  for await (const services of describedServices(trx))
    await addDocuments(trx, services.map(index.add), engine)
  await finishIndex(trx, index.summary(), engine)
}

/** All words there are, and in how many descriptions the stem of each that may be a part of a compound stands. */
async function surveyWords(trx: Trx) {
  const words = new Set<string>()
  const stems = new Map<string, number>()
  const stemOf = new Map<string, string>()
  for await (const services of describedServices(trx))
    for (const service of services) {
      const text = [...namesOf(service), ...everydayTermsOf(service), bodyOf(service)].join('\n')
      const own = new Set<string>()
      for (const run of runsOf(text))
        for (const word of wordsOfRun(run)) {
          words.add(word)
          const known = stemOf.get(word)
          const each = known ?? (mayBePart(word) ? stem(word) : '')
          if (known === undefined) stemOf.set(word, each)
          if (each) own.add(each)
        }
      for (const each of own) stems.set(each, (stems.get(each) ?? 0) + 1)
    }
  return { words, stems }
}

function vocabularyOf(words: ReadonlySet<string>, analyse: AnalyseWord): ReadonlyMap<string, number> {
  const stems = new Set<string>()
  for (const word of words) {
    const { stem: whole, parts } = analyse(word)
    stems.add(whole)
    for (const part of parts) stems.add(part)
  }
  return new Map([...stems].sort().map((each, number) => [each, number]))
}

/** What all documents have in common: stems in order of their numbers, with frequencies, and mean lengths per field. */
export interface IndexSummary {
  readonly stems: readonly { readonly stem: string; readonly frequency: number; readonly written: number }[]
  readonly documents: number
  readonly lengths: readonly number[]
}

function indexer(
  split: SplitCompound,
  analyse: AnalyseWord,
  vocabulary: ReadonlyMap<string, number>,
  written: ReadonlyMap<string, number>,
) {
  const frequencies = new Uint32Array(vocabulary.size)
  const lengths = [0, 0, 0]
  let id = 0

  const addText = (bag: BagBuilder, field: number, text: string, units = wholeUnits): string => {
    const terms: string[] = []
    const take = (each: string, units: number) => {
      bag.add(field, vocabulary.get(each) ?? 0, units)
      terms.push(each)
    }
    for (const run of runsOf(text)) {
      const words = run.split('-')
      for (const word of words) {
        const { stem: whole, parts } = analyse(word)
        bag.word(field)
        lengths[field]! += 1
        take(whole, units)
        for (const part of parts) take(part, Math.min(units, partUnits))
      }
      if (words.length > 1) take(analyse(words.join('')).stem, units)
    }
    return terms.join(' ')
  }

  const add = (service: DescribedService): IndexedDocument => {
    const { document, keywords, officialTitle } = service
    id += 1
    const bag = new BagBuilder()
    const text = {
      id,
      title: addText(bag, 0, document.title),
      keywords: [
        addText(bag, 1, [...keywords, officialTitle ?? ''].join('\n')),
        addText(bag, 1, everydayTermsOf(service).join('\n'), everydayUnits),
      ].join(' '),
      body: addText(bag, 2, bodyOf(service)),
      scope: scopeOf(document),
    }
    const built = bag.build()
    for (const number of stemsOf(built)) frequencies[number]! += 1
    const row = {
      id,
      ...document,
      names: [document.title, ...keywords].map((name) => nameWithParts(name, split)).join('\n'),
      words: wordsToCompare(namesOf(service).join('\n')).join(' '),
      bag: writeBag(built),
    }
    return { row, text }
  }

  const summary = (): IndexSummary => ({
    stems: [...vocabulary].map(([each, number]) => ({
      stem: each,
      frequency: frequencies[number] ?? 0,
      written: written.get(each) ?? 0,
    })),
    documents: id,
    lengths: lengths.map((length) => length / Math.max(1, id)),
  })
  return { add, summary }
}

/** Where a document may be found, as terms of its own: full-text engines narrow by terms best. */
const scopeOf = ({ lang, region_key }: { lang: string; region_key: string | null }): string =>
  `${languageTerm(lang)} ${regionTerm(region_key)}`

/** What people call a service of this Leistungsschluessel, though nobody noted it here. */
const everydayTermsOf = ({ document: { lang, service_keys } }: DescribedService): readonly string[] =>
  lang === 'de'
    ? service_keys
        .trim()
        .split(' ')
        .flatMap((key) => everydayTerms()(key))
    : []

const namesOf = ({ document, keywords, officialTitle }: DescribedService): string[] => [
  document.title,
  ...keywords,
  ...(officialTitle ? [officialTitle] : []),
]

const bodyOf = ({ texts, parts }: DescribedService): string =>
  [...texts.map(plainText), ...parts.map(partText)].join('\n')

const wordsToCompare = (names: string): string[] => [
  ...new Set(indexWords(names).filter((word) => word.length >= shortestWord && !fillers.has(word))),
]
