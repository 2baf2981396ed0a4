import { readFileSync } from 'node:fs'
import { startNode } from '../federation/nodes.ts'
import { freePorts } from '../federation/ports.ts'

/**
 * A node takes 10,000 offices and 5,000 services of another for the first time, then one change; beside it what the feed costs the node that is
 * asked: the first comparison of all its records, and one after an import. Wall time on a computer that others use is theirs as well: the
 * CPU of the follower is told beside it.
 */
const size = { units: 10_000, services: 5_000 }
const goal = 60

const seconds = (began: number) => ((performance.now() - began) / 1_000).toFixed(1)
/** Seconds of CPU of a process so far (Linux, 100 ticks a second). */
function cpuOf(id: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return undefined
  }
}

const [portA, portB] = await freePorts()
const a = await startNode('town', portA, [])
const b = await startNode('land', portB, [`127.0.0.1:${portA}`])
await a.write(size, 1)
const id = /[0-9a-f-]{36}/.exec(await b.done('subscription', 'add', a.origin))?.[0] ?? ''

const ask = async (query: string) => {
  const began = performance.now()
  const answer = await fetch(`${a.origin}/api/v1/changes?limit=1${query}`)
  await answer.text()
  return `${seconds(began)} s`
}
console.log(`first comparison of ${size.units + size.services} records: ${await ask('')}`)
console.log(`the same when nothing was written: ${await ask('&x')}`)

const sync = async (what: string) => {
  const began = performance.now()
  const program = b.command('subscription', 'sync', id)
  let cpu = 0
  const watch = setInterval(() => (cpu = cpuOf(program.id) ?? cpu), 200)
  if ((await program.ended) !== 0) throw new Error(program.output())
  clearInterval(watch)
  const [, words] = /: (.*)/.exec(program.output()) ?? []
  console.log(`${what}: ${seconds(began)} s, of it ${cpu.toFixed(1)} s CPU of the follower (${words})`)
  return Number(seconds(began))
}
const first = await sync('first sync')
console.log(`goal < ${goal} s: ${first < goal ? 'met' : 'NOT met'}`)
await sync('sync when nothing is new')
await a.write(size, 2)
await sync('sync when every record has changed')
if ((await a.sum()) !== (await b.sum())) throw new Error('The nodes differ')
console.log('equal in the end')
process.exit(0)
