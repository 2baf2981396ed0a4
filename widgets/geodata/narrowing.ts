import { fold, type MapFeature, type Position } from './features.ts'

/** What a reader wants to see. */
export interface Wish {
  readonly words: string
  /** Value by the name of a property. */
  readonly chosen: ReadonlyMap<string, string>
  /** From where the nearest comes first; left out, they are ordered by name. */
  readonly from: Position | undefined
}

const radian = Math.PI / 180

/** Metres between two places, on a sphere: good for "2.3 km". */
export function distanceOf([lon, lat]: Position, [otherLon, otherLat]: Position): number {
  const half = (degrees: number) => Math.sin((degrees * radian) / 2) ** 2
  const across = Math.cos(lat * radian) * Math.cos(otherLat * radian)
  return 12_742_016 * Math.asin(Math.sqrt(half(otherLat - lat) + across * half(otherLon - lon)))
}

/** Those that fit, in order. What has no place comes last where the nearest is asked for. */
export function narrow(
  features: readonly MapFeature[],
  { words, chosen, from }: Wish,
  lang: string,
): MapFeature[] {
  const all = fold(words).split(/\s+/)
  const wanted = [...chosen].filter(([, value]) => value)
  const fitting = features.filter(
    ({ text, feature }) =>
      all.every((word) => text.includes(word)) &&
      wanted.every(([name, value]) => `${feature.properties?.[name]}` === value),
  )
  const { compare } = new Intl.Collator(lang, { numeric: true })
  const far = ({ at }: MapFeature) => (at && from ? distanceOf(at, from) : Infinity)
  return fitting.sort((one, other) =>
    from && far(one) !== far(other) ? far(one) - far(other) : compare(one.name, other.name),
  )
}
