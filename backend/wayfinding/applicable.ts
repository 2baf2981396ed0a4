/** As much of a service description as it takes to decide who sees it. */
export interface Description {
  /** Where it holds; null = nationwide. */
  readonly regionKey: string | null
  readonly leistungsschluessel: string | null
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

/** Of several descriptions of one Leistungsschluessel readers see one: the most local, of these the fullest, else the first. */
export function preferred<Candidate extends Description>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best && !isPreferred(candidate, best) ? best : candidate),
    undefined,
  )
}

function isPreferred(candidate: Description, to: Description): boolean {
  const locality = lengthOf(candidate) - lengthOf(to)
  return locality === 0 ? candidate.richness > to.richness : locality > 0
}

const lengthOf = ({ regionKey }: Description) => regionKey?.length ?? 0
