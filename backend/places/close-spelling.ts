/**
 * How many slips (a letter wrong, missing, too many, or two exchanged) lie between what was typed and the beginning of a
 * term; undefined when there are more than `limit`. Optimal string alignment, in rows.
 */
export function slipsInPrefix(typed: string, term: string, limit: number): number | undefined {
  const width = Math.min(term.length, typed.length + limit)
  let before: number[] = []
  let row = Array.from({ length: width + 1 }, (_, index) => index)
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= width; j += 1) {
      const same = typed[i - 1] === term[j - 1]
      const exchanged = i > 1 && j > 1 && typed[i - 1] === term[j - 2] && typed[i - 2] === term[j - 1]
      next[j] = Math.min(
        at(row, j) + 1,
        at(next, j - 1) + 1,
        at(row, j - 1) + (same ? 0 : 1),
        exchanged ? at(before, j - 2) + 1 : Infinity,
      )
    }
    if (Math.min(...next) > limit) return undefined
    before = row
    row = next
  }
  const slips = Math.min(...row)
  return slips <= limit ? slips : undefined
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
