import type { AreaKind } from '@amtsweg/contract'
import { regionsAround } from './region-key.ts'

/** What the line is made of. */
export interface NamedArea {
  readonly kind: AreaKind
  readonly full_name: string
}

/**
 * The line that tells namesakes apart: "Amt Landhagen · Landkreis Vorpommern-Greifswald". A Kreis and a kreisfreie Stadt name
 * their Land, a Land has no such line.
 */
export function detailOf(regionKey: string, areas: ReadonlyMap<string, NamedArea>): string {
  const around = regionsAround(regionKey).slice(1)
  const nameOf = (length: number) => {
    const area = areas.get(around.find((region) => region.length === length) ?? '')
    const isTown = area?.kind === 'amtsfreie-gemeinde' || area?.kind === 'kreisfreie-stadt'
    return area && !isTown ? [area.full_name] : []
  }
  const parts = [...nameOf(9), ...nameOf(5)]
  return (parts.length > 0 ? parts : nameOf(2)).join(' · ')
}
