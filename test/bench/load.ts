import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

/** A server under load, in a process of its own. */
export interface Target {
  readonly name: string
  readonly origin: string
  readonly process: ChildProcess
  /** Others that work for it, such as a second server behind the same proxy. */
  readonly helpers?: readonly number[]
}

const children = new Set<ChildProcess>()
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')))

/** Starts `node <args>` and waits until it prints the address it listens on. */
export function startTarget(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Target> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  return new Promise((resolve, reject) => {
    let output = ''
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${output}`)))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const origin = /http:\/\/[\w.]+:\d+/.exec(output)?.[0]
      if (origin) resolve({ name, origin: origin.replace('localhost', '127.0.0.1'), process: child })
    })
  })
}

export const stopTarget = (target: Target) =>
  new Promise<void>((resolve) => {
    children.delete(target.process)
    target.process.once('exit', () => resolve())
    target.process.kill('SIGTERM')
  })

/** User and system time of a process in milliseconds (Linux; the kernel counts in hundredths of a second). */
function timeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const cpuTime = ({ process: { pid = 0 }, helpers = [] }: Target): number =>
  [pid, ...helpers].reduce((sum, one) => sum + timeOf(one), 0)

/** Megabytes a process has in memory now, and had at most (Linux). */
export function memoryOf({ process: { pid } }: Target): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** One measured round: milliseconds of CPU per 1,000 requests, and latencies in milliseconds. */
export interface Round {
  readonly cpu: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly perSecond: number
}

/** Asks every address in turn over a few kept-alive connections; any answer other than 200 ends the benchmark. */
export async function measure(target: Target, addresses: readonly string[], connections = 8): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const before = cpuTime(target)
  const start = performance.now()
  let next = 0
  const worker = async () => {
    for (let index = next++; index < addresses.length; index = next++) {
      const asked = performance.now()
      await ask(target.origin + addresses[index], agent)
      latencies.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const seconds = (performance.now() - start) / 1_000
  const cpu = ((cpuTime(target) - before) / addresses.length) * 1_000
  agent.destroy()
  latencies.sort((a, b) => a - b)
  const quantile = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0
  return {
    cpu,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    perSecond: addresses.length / seconds,
  }
}

const ask = (url: string, agent: Agent) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: { 'accept-encoding': 'gzip, br', 'accept-language': 'de' } }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} for ${url}`)),
      )
    }).once('error', reject)
  })

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
