import type { AreaAnswer, ResponsibilityMap } from '@amtsweg/contract'
import { colours } from '../shell/map-palette.ts'

type Kind = AreaAnswer['kind']

/** A Gemeinde on the map, with the answer that holds there. */
export interface MapArea {
  readonly regionKey: string
  readonly name: string
  readonly answer: AreaAnswer
  /** Whether that is recorded for more than the area that is looked at, as for the Land. */
  readonly isInherited: boolean
}

/** Gemeinden with the same units. */
export interface MapGroup {
  readonly id: string
  readonly kind: Kind
  readonly units: AreaAnswer['units']
  readonly areas: readonly MapArea[]
  /** From 1, for groups with units in the order of size; shown on the map and beside the name. */
  readonly number: number
}

/** How an area is drawn. */
export interface Look {
  readonly kind: Kind
  readonly number: number
  readonly isInherited: boolean
}

const order: readonly Kind[] = ['gap', 'overlap', 'answered', 'absent']
const collator = new Intl.Collator('de')

/** What is wrong first, then the largest: gaps, overlaps, units by their Gemeinden, and where the service is not offered. */
export function groupsOf({ area, answers, areas }: ResponsibilityMap): readonly MapGroup[] {
  const shown = areas.map(({ regionKey, name, answer: index }): MapArea => {
    const answer = answers[index]!
    const region = answer.recordedFor === null ? '' : answer.recordedFor?.regionKey
    return {
      regionKey,
      name,
      answer,
      isInherited: region !== undefined && !region.startsWith(area.regionKey),
    }
  })
  const groups = [...Map.groupBy(shown, ({ answer }) => keyOf(answer))].map(([id, members]) => ({
    id,
    kind: members[0]!.answer.kind,
    units: members[0]!.answer.units,
    areas: members.toSorted((a, b) => collator.compare(a.name, b.name)),
  }))
  groups.sort(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      b.areas.length - a.areas.length ||
      collator.compare(a.units[0]?.name ?? '', b.units[0]?.name ?? ''),
  )
  let number = 0
  return groups.map((group) => ({ ...group, number: group.units.length > 0 ? (number += 1) : 0 }))
}

const keyOf = ({ kind, units }: AreaAnswer) => [kind, ...units.map(({ id }) => id)].join(' ')

/** How each area is drawn, by key. */
export const looksOf = (groups: readonly MapGroup[]): ReadonlyMap<string, Look> =>
  new Map(
    groups.flatMap(({ kind, number, areas }) =>
      areas.map(({ regionKey, isInherited }) => [regionKey, { kind, number, isInherited }] as const),
    ),
  )

/** Patterns over the colours: so many units are told apart before one looks like another and only its number differs. */
const patterns = ['plain', 'falling', 'dotted', 'level', 'upright', 'crossed'] as const
export type Pattern = (typeof patterns)[number] | 'rising' | 'checked'

/** Colour (from 0; undefined = none) and pattern of a look. Gaps and overlaps have patterns of their own. */
export function paintOf({ kind, number }: Look): {
  readonly colour: number | undefined
  readonly pattern: Pattern
} {
  if (kind === 'gap') return { colour: undefined, pattern: 'rising' }
  if (kind === 'overlap') return { colour: undefined, pattern: 'checked' }
  if (kind === 'absent') return { colour: undefined, pattern: 'plain' }
  const index = number - 1
  return { colour: index % colours, pattern: patterns[Math.floor(index / colours) % patterns.length]! }
}
