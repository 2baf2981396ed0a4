/** As much of a description as it takes to choose between several of one Leistungsschluessel. */
export interface Description {
  readonly id: string
  /** Where it holds; null = nationwide. */
  readonly region_key: string | null
  /** Characters of text. */
  readonly richness: number
}

/**
 * Of several descriptions of one Leistungsschluessel the most local that holds in a region; of equally local ones the
 * fullest. `regions` are the region and all around it; without them every description holds.
 */
export function bestDescription<Candidate extends Description>(
  candidates: readonly Candidate[],
  regions: readonly string[] | undefined,
): Candidate | undefined {
  const [best] = candidates
    .filter(({ region_key }) => !regions || region_key === null || regions.includes(region_key))
    .sort((a, b) => localityOf(b) - localityOf(a) || b.richness - a.richness || (a.id < b.id ? -1 : 1))
  return best
}

const localityOf = ({ region_key }: Description): number => region_key?.length ?? 0
