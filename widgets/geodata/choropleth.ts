import type { OgcFeature } from '@amtsweg/contract'

/** Values that share a colour, both ends among them. */
export interface ValueClass {
  readonly from: number
  readonly to: number
  /** How many features have one of them. */
  readonly count: number
}

/** The number that a feature has; texts with one count too, as some servers give them. */
export function valueOf({ properties }: OgcFeature, property: string): number | undefined {
  const value = properties?.[property]
  const number = typeof value === 'string' && value.trim() ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** Classes with about as many values each (quantiles), at most `wanted`. What is equal is never parted. */
export function classesOf(values: readonly number[], wanted: number): readonly ValueClass[] {
  const sorted = [...values].sort((one, other) => one - other)
  const found: ValueClass[] = []
  let start = 0
  for (let step = 1; step <= wanted && start < sorted.length; step++) {
    let end = Math.max(start + 1, Math.round((step * sorted.length) / wanted))
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++
    found.push({ from: sorted[start]!, to: sorted[end - 1]!, count: end - start })
    start = end
  }
  return found
}
