import { leikaPrefix } from './resolve.ts'
import { lengthOf, type Span, spanOf, without } from './spans.ts'

/** A description, and where it holds. */
export interface DescribedService {
  readonly id: string
  readonly leistungsschluessel: string | null
  /** Null = everywhere. */
  readonly regionKey: string | null
}

/** Something that holds for a service in a region: somebody answers, or the service is not offered. */
export interface HeldAt {
  readonly serviceKey: string
  readonly regionKey: string
}

export interface GapQuestion {
  /** Keys of the Gemeinden of the area, sorted. */
  readonly gemeinden: readonly string[]
  readonly services: readonly DescribedService[]
  /** Further Leistungsschluessel of services. */
  readonly keys: readonly { readonly serviceId: string; readonly key: string }[]
  /** Records of who is responsible, in the area or around it. */
  readonly records: readonly HeldAt[]
  /** By the id of a service. */
  readonly withdrawals: readonly HeldAt[]
}

/** A service for which nobody answers in some Gemeinden, given as positions in their list. */
export interface Gap {
  readonly serviceId: string
  readonly leistungsschluessel: string | null
  readonly missing: number
  readonly of: number
  readonly spans: readonly Span[]
}

export interface Gaps {
  readonly services: readonly Gap[]
  /** For each Gemeinde: services nobody answers for, and services that are described for it. */
  readonly places: readonly { readonly missing: number; readonly of: number }[]
}

/**
 * Finds the services that are described for Gemeinden in which nobody answers for them. Several descriptions of one
 * Leistungsschluessel count as one service, as who answers for one answers for all. A region is a stretch of the sorted list, so
 * the work grows with what is recorded and never with services times Gemeinden.
 */
export function findGaps({ gemeinden, services, keys, records, withdrawals }: GapQuestion): Gaps {
  const spans = createSpans(gemeinden)
  const answered = groupSpans(records, spans)
  const withdrawn = groupSpans(withdrawals, spans)
  const furtherKeys = Map.groupBy(keys, ({ serviceId }) => serviceId)
  const missingAt = counter(gemeinden.length)
  const describedAt = counter(gemeinden.length)
  const gaps: Gap[] = []
  for (const group of Map.groupBy(services, (one) => one.leistungsschluessel ?? one.id).values()) {
    const described = group.flatMap(({ id, regionKey }) =>
      without([spans(regionKey ?? '')], withdrawn.get(id) ?? []),
    )
    const offered = without(described, [])
    const names = group.flatMap(({ id, leistungsschluessel }) => [
      id,
      ...(leistungsschluessel ? [leikaPrefix + leistungsschluessel] : []),
      ...(furtherKeys.get(id) ?? []).map(({ key }) => leikaPrefix + key),
    ])
    const open = without(
      offered,
      names.flatMap((name) => answered.get(name) ?? []),
    )
    describedAt.add(offered)
    const [first] = group
    if (open.length > 0 && first) {
      missingAt.add(open)
      gaps.push({
        serviceId: first.id,
        leistungsschluessel: first.leistungsschluessel,
        missing: lengthOf(open),
        of: lengthOf(offered),
        spans: open,
      })
    }
  }
  const described = describedAt.counts()
  return {
    services: gaps.sort((a, b) => b.missing - a.missing || (a.serviceId < b.serviceId ? -1 : 1)),
    places: missingAt.counts().map((missing, index) => ({ missing, of: described[index] ?? 0 })),
  }
}

/** Regions are few beside what is recorded for them. */
function createSpans(gemeinden: readonly string[]) {
  const known = new Map<string, Span>()
  return (region: string): Span => {
    const span = known.get(region) ?? spanOf(gemeinden, region)
    known.set(region, span)
    return span
  }
}

function groupSpans(held: readonly HeldAt[], spans: (region: string) => Span): ReadonlyMap<string, Span[]> {
  const groups = new Map<string, Span[]>()
  for (const { serviceKey, regionKey } of held) {
    const group = groups.get(serviceKey)
    if (group) group.push(spans(regionKey))
    else groups.set(serviceKey, [spans(regionKey)])
  }
  return groups
}

/** Counts for each position how many spans hold it. */
function counter(length: number) {
  const steps = new Array<number>(length + 1).fill(0)
  return {
    add(spans: readonly Span[]): void {
      for (const [from, to] of spans) {
        steps[from] = (steps[from] ?? 0) + 1
        steps[to] = (steps[to] ?? 0) - 1
      }
    },
    counts(): readonly number[] {
      let running = 0
      return steps.slice(0, length).map((step) => (running += step))
    },
  }
}
