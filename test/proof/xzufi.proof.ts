import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  askAll,
  finished,
  importXzufi,
  kinds,
  questionsFor,
  rewrittenService,
  titleOf,
  type Told,
  writeXzufi,
} from '../end-to-end/reload.ts'
import { startServer, temporaryFolder } from '../end-to-end/server.ts'
import { createRandom } from '../random.ts'

/** Imports a message as large as a whole country, measures it, and reloads it while readers ask. */
const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '60000' },
    seed: { type: 'string', default: '20261125' },
    questions: { type: 'string', default: '1500' },
    /** Seconds after which an import is killed. */
    kill: { type: 'string', default: '20' },
    /** Questions asked during one reload at most. */
    most: { type: 'string', default: '50000' },
  },
})
const message = { services: Number(values.services), seed: Number(values.seed) }
const most = Number(values.most)
/** The size that must fit into little memory. */
const largeBytes = 200e6
const memoryGoal = 300

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
let failures = 0

const first = await writeXzufi(message)
const second = await writeXzufi({ ...message, edition: 1 })
console.log(`Synthetic XZuFi: ${message.services} services, ${megabytes(first.bytes)}, seed ${message.seed}`)

const large = {
  ...message,
  services: Math.min(message.services, Math.ceil((message.services * largeBytes) / first.bytes)),
}
const largeFile = large.services < message.services ? await writeXzufi(large) : first
const largeOutput = await importInto(`sqlite:${temporaryFolder()}/large.sqlite`, largeFile.path)
const memory = Number(/at most (\d+) MB/.exec(largeOutput)?.[1])
console.log(
  `A file of ${megabytes(largeFile.bytes)} took ${memory} MB of memory (goal: less than ${memoryGoal})\n`,
)
if (!(memory < memoryGoal)) failures += 1

const databaseUrl = `sqlite:${temporaryFolder()}/amtsweg.sqlite`
await importInto(databaseUrl, first.path)
console.log(`The database has ${megabytes(statSync(databaseUrl.replace('sqlite:', '')).size)}\n`)

const began = performance.now()
const server = await startServer({ databaseUrl })
console.log(`The server is ready after ${((performance.now() - began) / 1e3).toFixed(1)} s`)
const { origin } = server
const questions = await questionsFor(origin, message, createRandom(message.seed), Number(values.questions))
print('at rest', await askAll(origin, questions, questions.length))

const rewritten = await rewrittenService(origin, message)
await reload('while the same file is imported again', first.path)
await reload('while a changed file is imported', second.path)
const title = await titleOf(origin, rewritten)
check(title.includes('neu gefasst'), `The changed file is shown: "${title}"`)

const killed = importXzufi(first.path, databaseUrl)
await killed.printed(/\[1\//)
const timer = setTimeout(() => killed.signal('SIGKILL'), Number(values.kill) * 1e3)
print('while an import is killed', await askAll(origin, questions, most, killed.ended))
clearTimeout(timer)
check((await killed.ended) === 'SIGKILL', `The import was killed after ${values.kill} s`)
print('after an import was killed', await askAll(origin, questions, 300))
check((await titleOf(origin, rewritten)) === title, 'The answers of before have stayed')

server.signal('SIGTERM')
await server.ended
process.exitCode = failures ? 1 : 0

/** Imports by the command line, prints what it says, and how long it took. */
async function importInto(url: string, path: string): Promise<string> {
  const output = await finished(importXzufi(path, url))
  console.log(output.replaceAll(/^/gm, '  ').trimEnd())
  return output
}

async function reload(when: string, path: string): Promise<void> {
  const program = importXzufi(path, databaseUrl)
  const told = await askAll(origin, questions, most, program.ended)
  console.log((await finished(program)).replaceAll(/^/gm, '  ').trimEnd())
  print(when, told)
}

function check(holds: boolean, words: string): void {
  console.log(`${holds ? 'yes' : 'NO '}  ${words}`)
  if (!holds) failures += 1
}

function print(when: string, told: Told): void {
  console.log(`\nAnswers ${when}, milliseconds over HTTP:`)
  for (const kind of kinds) {
    const sorted = told.milliseconds[kind].toSorted((a, b) => a - b)
    const at = (share: number) =>
      (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1).padStart(8)
    console.log(
      `  ${kind.padEnd(11)} ${String(sorted.length).padStart(6)} asked   p50 ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   slowest ${(sorted.at(-1) ?? Number.NaN).toFixed(1)}`,
    )
  }
  check(
    told.failures.length === 0,
    `No answer was empty or an error (${told.failures.slice(0, 3).join(', ') || 'none'})`,
  )
}
