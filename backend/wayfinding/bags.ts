import type { Db } from '../database/database.ts'
import type { Bag } from './bag.ts'
import { readBags } from './repository.ts'

/** About 24 MB: the words of some twenty thousand full descriptions. */
const mostNumbers = 6_000_000

/** Bags as they are asked for, the longest known forgotten first. */
export interface Bags {
  readonly of: (db: Db, ids: readonly number[]) => Promise<readonly (Bag | undefined)[]>
}

export function createBags(): Bags {
  const known = new Map<number, Bag>()
  let numbers = 0
  return {
    async of(db, ids) {
      let bags = ids.map((id) => known.get(id))
      if (!bags.includes(undefined)) return bags
      const missing = ids.filter((_, at) => !bags[at])
      for (const [id, bag] of await readBags(db, missing)) {
        known.set(id, bag)
        numbers += bag.length
      }
      bags = ids.map((id) => known.get(id))
      for (const [id, bag] of known) {
        if (numbers <= mostNumbers) break
        known.delete(id)
        numbers -= bag.length
      }
      return bags
    },
  }
}
