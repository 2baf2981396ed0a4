import type { FindOwner } from '../access/index.ts'
import type { IsWanted } from '../import/index.ts'

/**
 * Which areas a subscription may write for. One that names areas writes for those and nothing else; and an area that an authority of this
 * node keeps is written here, unless the subscription names it.
 */
export function wantedIn(areas: readonly string[], ownerOf: FindOwner): IsWanted {
  return (regionKey) => {
    if (regionKey === null) return areas.length === 0
    const named = areas.filter((area) => regionKey.startsWith(area))
    if (areas.length > 0 && named.length === 0) return false
    const owner = ownerOf(regionKey)
    return owner === '' || named.some((area) => area.startsWith(owner))
  }
}
