import type { Provenance, TextLayer } from '@amtsweg/contract'
import { levelOf } from '../places/index.ts'

/** An area as its name and nature are known; several keys stand for one town that is a Kreis or a Verband of its own. */
export interface NamedArea {
  readonly name: string
  readonly kind: string
}

/** A source as far as it says who speaks. */
export interface Origin {
  readonly name: string
  readonly publisher: string | null
  readonly asOf: string | null
}

const towns = new Set(['kreisfreie-stadt', 'amtsfreie-gemeinde', 'stadt', 'gemeinde'])

/** Whose text it is by the area it is written for; a town that is its own Kreis or Verband speaks as a Gemeinde. */
export function layerOf(regionKey: string | null, kind: string | undefined): TextLayer {
  if (regionKey === null) return 'bund'
  if (kind && towns.has(kind)) return 'gemeinde'
  return levelOf(regionKey) ?? 'gemeinde'
}

/** What is recorded of one text. */
export interface Written {
  readonly regionKey: string | null
  readonly source: string
  readonly author: string | null
  readonly updatedAt: string | null
}

/** Who wrote a text, for which area and when: nothing is guessed, what is not recorded is left out. */
export function provenanceOf(
  { regionKey, source, author, updatedAt }: Written,
  area: NamedArea | undefined,
  origin: Origin | undefined,
): Provenance {
  return {
    layer: layerOf(regionKey, area?.kind),
    ...(regionKey ? { regionKey } : {}),
    ...(area ? { areaName: area.name } : {}),
    author: author ?? origin?.publisher ?? origin?.name ?? source,
    source,
    ...(updatedAt ? { updatedAt } : {}),
    ...(origin?.asOf ? { asOf: origin.asOf } : {}),
  }
}
