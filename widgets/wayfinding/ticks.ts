/** What a reader has ticked off, until the browser is closed; nobody else learns of it. */
const keyOf = (id: string) => `amt-checklist-${id}`

/** Numbers of the steps that are ticked; none where the browser keeps nothing. */
export function ticked(id: string): ReadonlySet<number> {
  try {
    const kept = sessionStorage.getItem(keyOf(id))
    return new Set(kept ? kept.split(',').map(Number) : [])
  } catch {
    return new Set()
  }
}

/** Ticks a step, or takes the tick back. */
export function tick(id: string, step: number, done: boolean): void {
  const steps = new Set(ticked(id))
  if (done) steps.add(step)
  else steps.delete(step)
  try {
    sessionStorage.setItem(keyOf(id), [...steps].join(','))
  } catch {
    // Then it is not kept: the tick still shows.
  }
}
