import type { Trx } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import type { FullText } from '../database/full-text.ts'
import { nameWithParts } from './analyse.ts'
import { BagBuilder, everydayUnits, partUnits, stemsOf, wholeUnits, writeBag } from './bag.ts'
import { type DocumentWords, isJoined, wordOf, WordReader } from './document-words.ts'
import { everydayTerms } from './language.ts'
import { fillers } from './normalise.ts'
import { partText, plainText } from './plain-text.ts'
import {
  addDocuments,
  clearIndex,
  type DescribedService,
  describedServices,
  finishIndex,
  type IndexedDocument,
  lockIndex,
} from './repository-index.ts'
import { languageTerm, regionTerm } from './scope.ts'
import { forgetSearchChanges, searchChanges } from './search-changes.ts'
import { analyseWords, StemCounter, type WordAnalysis } from './word-analysis.ts'

/** Shorter words have no spelling to compare. */
const shortestWord = 3

/** So many words of texts are kept from the first reading (8 MB); what is more is read once again. */
const mostKept = 2_000_000

/** Builds search and suggestions anew from the services as this transaction sees them. */
export async function rebuildSearchIndex(
  trx: Trx,
  engine: FullText = dialectOf(trx).fullText,
  room = mostKept,
): Promise<void> {
  await lockIndex(trx)
  const changes = await searchChanges(trx)
  const { reader, kept, analysis } = await readWords(trx, room)
  const index = indexer((service, place) => kept[place] ?? reader.read(textsOf(service)), analysis)
  await clearIndex(trx, engine)
  for await (const services of describedServices(trx))
    await addDocuments(trx, services.map(index.add), engine)
  await finishIndex(trx, index.summary(), engine)
  await forgetSearchChanges(trx, changes)
}

/** All words there are, analysed, and those of the first documents in the order in which they are read. */
async function readWords(trx: Trx, most: number) {
  const reader = new WordReader()
  const counter = new StemCounter(reader.words)
  const kept: DocumentWords[] = []
  let room = most
  for await (const services of describedServices(trx))
    for (const service of services) {
      const document = reader.read(textsOf(service))
      counter.add(document.tokens)
      room -= document.tokens.length
      if (room >= 0) kept.push(document)
    }
  return { reader, kept, analysis: analyseWords(reader.words, counter) }
}

/** Of each text of a document (textsOf): the field of its bag, and what a whole word counts there. */
const fields = [
  { field: 0, units: wholeUnits },
  { field: 1, units: wholeUnits },
  { field: 1, units: everydayUnits },
  { field: 2, units: wholeUnits },
] as const

const textsOf = (service: DescribedService): readonly string[] => [
  service.document.title,
  [...service.keywords, service.officialTitle ?? ''].join('\n'),
  everydayTermsOf(service).join('\n'),
  [...service.texts.map(plainText), ...service.parts.map(partText)].join('\n'),
]

/** What all documents have in common: stems in order of their numbers, with frequencies, and mean lengths per field. */
export interface IndexSummary {
  readonly stems: readonly { readonly stem: string; readonly frequency: number; readonly written: number }[]
  readonly documents: number
  readonly lengths: readonly number[]
}

function indexer(
  wordsOf: (service: DescribedService, place: number) => DocumentWords,
  analysis: WordAnalysis,
) {
  const { words, stems, stemOf, partsOf, written, split } = analysis
  const termsOf = partsOf.map((parts, word) =>
    [stemOf[word]!, ...parts].map((each) => stems[each]!).join(' '),
  )
  const frequencies = new Uint32Array(stems.length)
  const lengths = [0, 0, 0]
  const bag = new BagBuilder(stems.length)
  let id = 0

  const addText = (tokens: Uint32Array, { field, units }: (typeof fields)[number]): string => {
    const terms: string[] = []
    for (const token of tokens) {
      const word = wordOf(token)
      bag.add(field, stemOf[word]!, units)
      if (isJoined(token)) terms.push(stems[stemOf[word]!]!)
      else {
        bag.word(field)
        lengths[field]! += 1
        for (const part of partsOf[word]!) bag.add(field, part, Math.min(units, partUnits))
        terms.push(termsOf[word]!)
      }
    }
    return terms.join(' ')
  }

  const add = (service: DescribedService): IndexedDocument => {
    const { document, keywords } = service
    const { tokens, ends } = wordsOf(service, id)
    id += 1
    const [title = '', ownKeywords = '', everyday = '', body = ''] = fields.map((field, place) =>
      addText(tokens.subarray(ends[place - 1] ?? 0, ends[place]), field),
    )
    const built = bag.build()
    for (const number of stemsOf(built)) frequencies[number]! += 1
    const named = new Set(Array.from(tokens.subarray(0, ends[1]), wordOf))
    const row = {
      id,
      ...document,
      names: [document.title, ...keywords].map((name) => nameWithParts(name, split)).join('\n'),
      words: Array.from(named, (word) => words[word]!)
        .filter(isCompared)
        .join(' '),
      bag: writeBag(built),
    }
    return {
      row,
      text: { id, title, keywords: `${ownKeywords} ${everyday}`, body, scope: scopeOf(document) },
    }
  }

  const summary = (): IndexSummary => ({
    stems: stems.map((each, number) => ({
      stem: each,
      frequency: frequencies[number] ?? 0,
      written: written.get(each) ?? 0,
    })),
    documents: id,
    lengths: lengths.map((length) => length / Math.max(1, id)),
  })
  return { add, summary }
}

const isCompared = (word: string): boolean => word.length >= shortestWord && !fillers.has(word)

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
