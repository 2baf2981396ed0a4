import { GeofileError } from '../geofiles/finding.ts'
import { crs84, type ReferenceSystem, systemOfUri } from '../geometry/reference-system.ts'
import { addressOf, isJson, linksOf } from './foreign-collection.ts'
import { readForeignFeature } from './foreign-feature.ts'
import type { ForeignAnswer } from './harvest-parts.ts'
import { HarvestError } from './harvest-words.ts'
import type { NewFeature } from './repository-versions.ts'

/** Bytes of one feature: the outline of a Land in full detail has less. */
const longestFeature = 16 * 1024 ** 2
/** Bytes of what stands around the features; ids of what is gone are part of it. */
const longestRest = 32 * 1024 ** 2

/** What a page says besides its features. */
export interface PageRest {
  /** Address of the next page. */
  readonly next: string | undefined
  readonly numberMatched: number | undefined
  /** Of a feed of ours. */
  readonly node: string | undefined
  readonly kind: string | undefined
  readonly gone: readonly string[]
  readonly complete: boolean
}

export type ForeignFeature = NewFeature & { readonly named: boolean }

/** System in which a page comes: longitude and latitude where nothing is said (OGC API Features Part 2, 6.4). */
export function systemOfPage({ contentCrs }: ForeignAnswer): ReferenceSystem {
  const system = contentCrs === undefined ? crs84 : systemOfUri(contentCrs)
  if (!system) throw new HarvestError('system-unknown')
  return system
}

/**
 * Goes through a page of features, one at a time, the first `done` left out, and gives what else it says; only the feature at hand is in
 * memory. Throws HarvestError.
 */
export async function readForeignPage(
  answer: ForeignAnswer,
  done: number,
  take: (feature: ForeignFeature, position: number) => Promise<void>,
): Promise<PageRest> {
  const system = systemOfPage(answer)
  let rest: PageRest | undefined
  let position = 0
  try {
    for await (const { kind, bytes } of answer.pieces()) {
      if (bytes.length > (kind === 'member' ? longestFeature : longestRest))
        throw new HarvestError('too-large')
      if (kind === 'top') {
        if (rest) throw new HarvestError('malformed')
        rest = restOf(JSON.parse(bytes.toString()), answer.url)
      } else {
        position += 1
        if (position > done) await take(readForeignFeature(JSON.parse(bytes.toString()), system), position)
      }
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new HarvestError('malformed')
    if (error instanceof GeofileError)
      throw new HarvestError(error.fault.code === 'object-too-large' ? 'too-large' : 'malformed')
    throw error
  }
  if (!rest) throw new HarvestError('malformed')
  return rest
}

function restOf(value: unknown, url: string): PageRest {
  const said = value as Readonly<Record<string, unknown>>
  if (said['type'] !== 'FeatureCollection') throw new HarvestError('malformed')
  const link = linksOf(said['links']).find(({ rel, type }) => rel === 'next' && isJson(type))
  const { numberMatched, node, kind, gone } = said
  return {
    next: link && addressOf(link.href, url),
    numberMatched: Number.isSafeInteger(numberMatched) ? Number(numberMatched) : undefined,
    node: typeof node === 'string' && /^[0-9a-f]{12}$/.test(node) ? node : undefined,
    kind: typeof kind === 'string' ? kind : undefined,
    gone: (Array.isArray(gone) ? (gone as unknown[]) : []).filter((id) => typeof id === 'string'),
    complete: said['complete'] === true,
  }
}
