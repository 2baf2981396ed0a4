/** As much of a service description as it takes to decide who sees it. */
export interface Description {
  readonly id: string
  /** Where it holds; null = nationwide. */
  readonly regionKey: string | null
  readonly sourceId: string
  /** The Leistungsschluessel it is listed under. */
  readonly leistungsschluessel: string | undefined
  /** Characters of text. */
  readonly richness: number
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Whether a description holds in an area; without an area each does. */
export const holdsIn = ({ regionKey }: Description, area: string | undefined): boolean =>
  area === undefined || regionKey === null || area.startsWith(regionKey)

/** Whether a description is valid on a day (ISO date). */
export const isValidOn = ({ validFrom, validTo }: Description, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day)

/**
 * The description that stands for this one, among those that hold for a reader and cover its Leistungsschluessel: the most local,
 * of equally local ones the fullest. Descriptions of one source and region never hide each other: towns describe several services
 * under one coarse key. Undefined when none is better. (The list without a query follows the same rule, in SQL: services.)
 */
export function betterThan<Candidate extends Description>(
  description: Description,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const better = candidates.filter(
    (candidate) => hasOtherOrigin(candidate, description) && isBetter(candidate, description),
  )
  return better.reduce<Candidate | undefined>(
    (best, candidate) => (best && !isBetter(candidate, best) ? best : candidate),
    undefined,
  )
}

const hasOtherOrigin = (a: Description, b: Description) =>
  a.sourceId !== b.sourceId || a.regionKey !== b.regionKey

function isBetter(a: Description, b: Description): boolean {
  const locality = localityOf(a) - localityOf(b)
  if (locality !== 0) return locality > 0
  return a.richness === b.richness ? a.id < b.id : a.richness > b.richness
}

const localityOf = ({ regionKey }: Description) => regionKey?.length ?? 0
