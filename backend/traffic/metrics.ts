import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** One answer that was made. `route` is the pattern, never the path: a path can say what somebody is looking for. */
export interface MadeAnswer {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly seconds: number
  /** Where something was searched for. */
  readonly search?: 'search' | 'suggest' | undefined
}

/** What is looked up when somebody asks for the metrics. Times are RFC 3339 UTC. */
export interface Facts {
  readonly running: number
  readonly waiting: number
  readonly lagSeconds: number
  readonly jobs: readonly {
    readonly name: string
    readonly due_at: string
    readonly lease_until: string | null
    readonly failures: number
  }[]
  readonly sources: readonly { readonly id: string; readonly imported_at: string }[]
  readonly schedules: readonly {
    readonly name: string
    readonly succeeded_at: string | null
    readonly held: number
  }[]
}

export interface Metrics {
  readonly made: (answer: MadeAnswer) => void
  readonly remembered: (route: string, status: number) => void
  readonly refused: (reason: string) => void
  readonly waited: (seconds: number) => void
  /** In the text format of Prometheus. */
  readonly text: () => Promise<{ readonly type: string; readonly text: string }>
}

interface Options {
  readonly facts: () => Promise<Facts>
  readonly now: () => Date
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Counts what the server does; nothing of it tells who asked or for what. */
export function createMetrics({ facts, now }: Options): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'amtsweg_requests_total',
    help: 'Answers by route, method and status; from="memory" were finished before',
    labelNames: ['route', 'method', 'status', 'from'],
    registers,
  })
  const durations = new Histogram({
    name: 'amtsweg_request_duration_seconds',
    help: 'Time to make an answer that was not finished before, without waiting',
    labelNames: ['route'],
    buckets,
    registers,
  })
  const searches = new Histogram({
    name: 'amtsweg_search_duration_seconds',
    help: 'Time to answer what somebody searches for or types',
    labelNames: ['kind'],
    buckets,
    registers,
  })
  const waits = new Histogram({
    name: 'amtsweg_wait_seconds',
    help: 'Time requests waited until they were worked on, where they had to',
    buckets,
    registers,
  })
  const refusals = new Counter({
    name: 'amtsweg_refused_total',
    help: 'Requests refused with 503 (full, slow, late) or 429 (name of the policy)',
    labelNames: ['reason'],
    registers,
  })
  const write = gauges(registers, now)
  return {
    made({ method, route, status, seconds, search }) {
      const known = methods.has(method) ? method : 'other'
      requests.inc({ route, method: known, status: String(status), from: 'made' })
      durations.observe({ route }, seconds)
      if (search) searches.observe({ kind: search }, seconds)
    },
    remembered: (route, status) =>
      requests.inc({ route, method: 'GET', status: String(status), from: 'memory' }),
    refused: (reason) => refusals.inc({ reason }),
    waited: (seconds) => waits.observe(seconds),
    async text() {
      write(await facts())
      return { type: registry.contentType, text: await registry.metrics() }
    },
  }
}

function gauges(registers: Registry[], now: () => Date): (facts: Facts) => void {
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `amtsweg_${name}`, help, labelNames, registers })
  const running = gauge('requests_running', 'Requests that are being worked on')
  const waiting = gauge('requests_waiting', 'Requests that wait to be worked on')
  const lag = gauge('event_loop_late_seconds', 'By how much the event loop was late when last looked at')
  const isRunning = gauge('job_running', '1 while a process holds the lease of the job', ['job'])
  const failures = gauge('job_failures', 'Failures of the job in a row', ['job'])
  const overdue = gauge('job_overdue_seconds', 'For how long the job has been due and not done', ['job'])
  const age = gauge('source_age_seconds', 'Time since the source was last imported', ['source'])
  const success = gauge(
    'schedule_success_age_seconds',
    'Time since the scheduled import last succeeded, new file or not; none before the first time',
    ['schedule'],
  )
  const held = gauge('schedule_held', '1 while a file that looks damaged waits for somebody to look', [
    'schedule',
  ])
  return (facts) => {
    running.set(facts.running)
    waiting.set(facts.waiting)
    lag.set(facts.lagSeconds)
    const seconds = (from: string) => Math.max(0, (now().getTime() - Date.parse(from)) / 1_000)
    for (const one of [isRunning, failures, overdue, age, success, held]) one.reset()
    for (const { name: job, due_at, lease_until, failures: count } of facts.jobs) {
      isRunning.set({ job }, lease_until !== null && lease_until > now().toISOString() ? 1 : 0)
      failures.set({ job }, count)
      overdue.set({ job }, seconds(due_at))
    }
    for (const { id: source, imported_at } of facts.sources) age.set({ source }, seconds(imported_at))
    for (const { name: schedule, succeeded_at, held: isHeld } of facts.schedules) {
      if (succeeded_at !== null) success.set({ schedule }, seconds(succeeded_at))
      held.set({ schedule }, isHeld)
    }
  }
}
