import type { Draft } from '@amtsweg/contract'
import { type Fields, type Merge, mergeChanges } from '../shell/conflict.ts'

/** What is there now, and its tag; null = nothing. */
export interface Present {
  readonly data: Fields | null
  readonly etag: string | undefined
}

/** A draft put upon what is there now, as far as both do not contradict each other; mine where something is to go or all is new. */
export function rebased({ wanted, base }: Draft, { data }: Present): Merge<Fields> {
  if (wanted === null || base === null || data === null) return { merged: wanted as Fields, contested: [] }
  return mergeChanges(base as Fields, wanted as Fields, data)
}

/** The merge with what somebody has chosen where both had changed something. */
export function chosen(
  { merged }: Merge<Fields>,
  { data }: Present,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): Fields {
  const theirs = Object.entries(choices).flatMap(([name, side]) =>
    side === 'theirs' ? [[name, data?.[name]]] : [],
  )
  return { ...merged, ...(Object.fromEntries(theirs) as Fields) }
}
