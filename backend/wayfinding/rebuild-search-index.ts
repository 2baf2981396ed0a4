import type { Trx } from '../database/database.ts'
import { nameWithParts, partStems, textAnalyser } from './analyse.ts'
import { compoundSplitter } from './compounds.ts'
import { fillers, indexWords } from './normalise.ts'
import { partText, plainText } from './plain-text.ts'
import {
  addDocuments,
  clearIndex,
  type DescribedService,
  describedServices,
  finishIndex,
} from './repository-index.ts'

/** Shorter words have no spelling to compare. */
const shortestWord = 3

/** Builds search and suggestions anew from the services as this transaction sees them. */
export async function rebuildSearchIndex(trx: Trx): Promise<void> {
  const stems = await countStems(trx)
  const split = compoundSplitter(stems)
  const analyse = textAnalyser(split)
  const named = new Set<string>()
  let count = 0

  await clearIndex(trx)
  for await (const services of describedServices(trx)) {
    const documents = services.map((service) => {
      count += 1
      const { document, keywords, officialTitle } = service
      const own = wordsToCompare(namesOf(service).join('\n'))
      own.forEach((word) => named.add(word))
      const names = [document.title, ...keywords].map((name) => nameWithParts(name, split)).join('\n')
      return {
        row: { id: count, ...document, names, words: [...own].join(' ') },
        text: {
          id: count,
          title: analyse(document.title),
          keywords: analyse([...keywords, officialTitle ?? ''].join('\n')),
          body: analyse(bodyOf(service)),
        },
      }
    })
    await addDocuments(
      trx,
      documents.map(({ row }) => row),
      documents.map(({ text }) => text),
    )
  }
  await finishIndex(trx, named, stems)
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

const namesOf = ({ document, keywords, officialTitle }: DescribedService): string[] => [
  document.title,
  ...keywords,
  ...(officialTitle ? [officialTitle] : []),
]

const bodyOf = ({ texts, parts }: DescribedService): string =>
  [...texts.map(plainText), ...parts.map(partText)].join('\n')

const wordsToCompare = (names: string) =>
  new Set(indexWords(names).filter((word) => word.length >= shortestWord && !fillers.has(word)))
