import { parseArgs } from 'node:util'
import { tryMutations } from '../cql2-mutations.ts'
import { createRandom } from '../random.ts'

/** Changes filters at random: each must be answered or refused in words, in both encodings. */
const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})

const { filters, refused, answered, slowest } = await tryMutations(
  Number(values.mutations),
  createRandom(Number(values.seed)),
)
console.log(
  `${filters} changed filters, seed ${values.seed}: ${refused} refused when read, ${filters - refused - answered} refused by types, ${answered} answered; the slowest took ${slowest.toFixed(1)} ms`,
)
