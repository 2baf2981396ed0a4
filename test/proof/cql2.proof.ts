import { parseArgs } from 'node:util'
import { openAskedServer } from '../cql2-http.ts'
import { soundFilters, tryMutations } from '../cql2-mutations.ts'
import { createRandom } from '../random.ts'

/** Changes filters at random: each must be answered or refused in words, in both encodings and over HTTP, and nothing of it may stand in SQL. */
const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})

const { ask, sqlWords } = await openAskedServer()
for (const filter of soundFilters) await ask(filter, 'text')
const before = sqlWords.size
const { filters, refused, answered, slowest } = await tryMutations(
  Number(values.mutations),
  createRandom(Number(values.seed)),
  ask,
)
const added = [...sqlWords].slice(before)
console.log(
  `${filters} changed filters, seed ${values.seed}: ${refused} refused when read, ${filters - refused - answered} refused by types, ${answered} answered; the slowest took ${slowest.toFixed(1)} ms; ${added.length} new words in SQL${added.map((word) => ` ${JSON.stringify(word)}`).join()}`,
)
process.exitCode = added.length > 0 ? 1 : 0
process.exit()
