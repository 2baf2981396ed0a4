import { createRandom } from '../random.ts'
import { keysOf, nationService, type NationSize, servicesIn } from '../synthetic-nation.ts'

/** Addresses that a server of an invented nation has not been asked before, without end. */
export interface NationAddresses {
  readonly responsibility: (count: number) => string[]
  readonly suggest: (count: number) => string[]
}

/** A whole number below `count` for each number, none twice: a step that shares no divisor with it reaches all. */
function* shuffled(count: number, seed: number): Generator<number> {
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b))
  let step = Math.floor(count * 0.618) + seed
  while (divides(step, count) !== 1) step += 1
  for (let at = seed % count; ; at = (at + step) % count) yield at
}

const take = (generator: Generator<string>, count: number) =>
  Array.from({ length: count }, () => generator.next().value as string)

/** Every pair of service and Gemeinde, and beginnings of titles as they are typed; the same for each seed. */
export function nationAddresses(size: NationSize, seed: number): NationAddresses {
  const { gemeinde } = keysOf(size)
  const services = servicesIn(size)
  function* responsibilities() {
    for (const pair of shuffled(services * gemeinde.length, seed))
      yield `/api/v1/responsibilities?service=nation-${pair % services}&area=${gemeinde[Math.floor(pair / services)]}&lang=de`
  }
  const random = createRandom(seed)
  function* suggestions() {
    for (const pair of shuffled(services * 20, seed)) {
      const typed = nationService(pair % services).title.slice(0, 2 + Math.floor(random() * 9))
      // The limit makes an address new that has been typed before.
      yield `/api/v1/services/suggest?q=${encodeURIComponent(typed)}&lang=de&limit=${(Math.floor(pair / services) % 20) + 1}`
    }
  }
  const asked = { responsibility: responsibilities(), suggest: suggestions() }
  return {
    responsibility: (count) => take(asked.responsibility, count),
    suggest: (count) => take(asked.suggest, count),
  }
}
