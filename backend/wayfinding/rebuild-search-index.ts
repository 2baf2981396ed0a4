import type { Trx } from '../database/database.ts'
import { nameWithParts, partStems, textAnalyser } from './analyse.ts'
import { compoundSplitter, type SplitCompound } from './compounds.ts'
import { fillers, indexWords } from './normalise.ts'
import { partText, plainText } from './plain-text.ts'
import {
  addDocuments,
  clearIndex,
  type DescribedService,
  describedServices,
  finishIndex,
  type IndexedDocument,
} from './repository-index.ts'

/** Shorter words have no spelling to compare. */
const shortestWord = 3

/** Builds search and suggestions anew from the services as this transaction sees them. */
export async function rebuildSearchIndex(trx: Trx): Promise<void> {
  const stems = await countStems(trx)
  const index = indexer(compoundSplitter(stems))
  await clearIndex(trx)
  for await (const services of describedServices(trx)) await addDocuments(trx, services.map(index))
  await finishIndex(trx, stems)
}

async function countStems(trx: Trx): Promise<ReadonlyMap<string, number>> {
  const frequencies = new Map<string, number>()
  for await (const services of describedServices(trx))
    for (const service of services) {
      const text = [...namesOf(service), bodyOf(service)].join('\n')
      for (const stem of partStems(text)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    }
  return frequencies
}

function indexer(split: SplitCompound): (service: DescribedService) => IndexedDocument {
  const analyse = textAnalyser(split)
  let id = 0
  return (service) => {
    const { document, keywords, officialTitle } = service
    id += 1
    return {
      row: {
        id,
        ...document,
        names: [document.title, ...keywords].map((name) => nameWithParts(name, split)).join('\n'),
        words: wordsToCompare(namesOf(service).join('\n')).join(' '),
      },
      text: {
        id,
        title: analyse(document.title),
        keywords: analyse([...keywords, officialTitle ?? ''].join('\n')),
        body: analyse(bodyOf(service)),
      },
    }
  }
}

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
