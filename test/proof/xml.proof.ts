import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ImportError } from '@amtsweg/backend/import/index.ts'
import { bytesOf, type HostileXml, readHostile, times } from '../hostile-xml.ts'
import { hostileXml } from '../hostile-xml-corpus.ts'
import { createRandom } from '../random.ts'
import { mutate, soundXml } from '../xml-mutations.ts'

/** Measures the reading of hostile, large and randomly changed XML, each case in a process of its own. */
const { values } = parseArgs({
  options: {
    case: { type: 'string' },
    mutations: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const allowed = { ms: 50, mb: 20 }

interface Measured {
  /** Milliseconds by the clock, the first time in a new process. */
  readonly first: number
  /** Milliseconds of processor, all threads counted: the median of nine runs once V8 has compiled the reader. */
  readonly cpu: number
  /** Megabytes that the process grew at its height. */
  readonly mb: number
  readonly unpacked: number
  readonly records: number
  readonly failure: string
}

const record = soundXml.slice(soundXml.indexOf('<x:schreibe>'), soundXml.indexOf('<x:loesche'))
const soundRecords = (count: number) => [
  soundXml.slice(0, soundXml.indexOf('<x:schreibe>')),
  times(count, record),
  '</x:transfer>',
]
const large: HostileXml = {
  name: 'sound message of 200 MB',
  bytes: Infinity,
  chunks: () => bytesOf(soundRecords(Math.ceil(200e6 / Buffer.byteLength(record)))),
}

if (values.case === undefined) await prove()
else console.log(JSON.stringify(await measureCase([...hostileXml, large][Number(values.case)])))

async function measureCase(one: HostileXml | undefined): Promise<Measured> {
  if (!one) throw new Error(`There is no case ${values.case}`)
  // What the program itself needs, code and tables, is not the cost of the case.
  await readHostile({ chunks: () => bytesOf([soundXml]) })
  const before = process.resourceUsage().maxRSS
  const run = async () => {
    const began = performance.now()
    const used = process.cpuUsage()
    const result = await readHostile(one)
    const { user, system } = process.cpuUsage(used)
    return { ms: performance.now() - began, cpu: (user + system) / 1000, result }
  }
  // Memory and clock are those of the first time, before anything has grown.
  const { ms: first, cpu: firstCpu, result } = await run()
  const mb = (process.resourceUsage().maxRSS - before) / 1024
  const cpu = firstCpu < 1_000 ? await warmedCpu(async () => (await run()).cpu) : firstCpu
  const { unpacked, records, failure } = result
  return { first, cpu, mb, unpacked, records, failure: failure instanceof Error ? failure.message : '' }
}

/**
 * The limit is about what hostile XML makes the reader do. What V8 spends on compiling it happens once per process, whatever
 * the first file is: sound records are read until that is over. A median, as single runs differ with what else the computer does.
 */
async function warmedCpu(run: () => Promise<number>): Promise<number> {
  await readHostile({ chunks: () => bytesOf(soundRecords(2_000)) })
  const runs: number[] = []
  for (let index = 0; index < 9; index += 1) runs.push(await run())
  return runs.toSorted((a, b) => a - b)[4] ?? Number.NaN
}

function inOwnProcess(index: number): Measured {
  // As the command line runs: a small young generation.
  const args = ['--max-semi-space-size=8', import.meta.filename, `--case=${index}`]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured
}

async function prove(): Promise<void> {
  console.log(`${'case'.padEnd(48)} first ms   cpu ms       MB KB read  refused because`)
  const over: string[] = []
  for (const [index, one] of hostileXml.entries()) {
    const { first, cpu, mb, unpacked, failure } = inOwnProcess(index)
    console.log(
      `${one.name.padEnd(48)} ${[first, cpu, mb].map((value) => value.toFixed(1).padStart(8)).join(' ')} ${(unpacked / 1024).toFixed(0).padStart(6)}  ${failure.slice(0, 70)}`,
    )
    if (cpu > allowed.ms || mb > allowed.mb) over.push(one.name)
  }
  console.log(
    `${hostileXml.length} hostile cases, ${over.length} beyond ${allowed.ms} ms or ${allowed.mb} MB${over.length > 0 ? `: ${over.join(', ')}` : ''}\n`,
  )

  const { first, cpu, mb, unpacked, records, failure } = inOwnProcess(hostileXml.length)
  if (failure) throw new Error(failure)
  console.log(
    `${large.name}: ${records} records in ${(first / 1e3).toFixed(1)} s, ${(unpacked / 1e3 / first).toFixed(1)} MB/s (${(unpacked / 1e3 / cpu).toFixed(1)} per second of processor), ${mb.toFixed(0)} MB of memory more than the bare program\n`,
  )

  const strange = await changeAtRandom(Number(values.mutations))
  process.exitCode = over.length > 0 || strange > 0 ? 1 : 0
}

/** Answers how many ended otherwise than read or refused. */
async function changeAtRandom(mutations: number): Promise<number> {
  const random = createRandom(Number(values.seed))
  const sound = Buffer.from(soundXml)
  const seen = { read: 0, refused: 0, strange: 0 }
  let slowest = 0
  for (let index = 0; index < mutations; index += 1) {
    const changed = mutate(sound, random)
    const began = performance.now()
    const { failure } = await readHostile({ chunks: () => bytesOf([changed]) })
    slowest = Math.max(slowest, performance.now() - began)
    if (failure && !(failure instanceof ImportError)) {
      seen.strange += 1
      console.error(`Change ${index} of seed ${values.seed}:`, failure)
    } else seen[failure ? 'refused' : 'read'] += 1
  }
  console.log(
    `${mutations} random changes, seed ${values.seed}: ${seen.refused} refused, ${seen.read} read, ${seen.strange} otherwise; the slowest took ${slowest.toFixed(1)} ms`,
  )
  return seen.strange
}
