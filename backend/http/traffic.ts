import { randomBytes } from 'node:crypto'
import type { OpenDatabase } from '../database/database.ts'
import { importTimes, listSchedules } from '../import/index.ts'
import { listJobs } from '../jobs/index.ts'
import {
  createClientKeys,
  createGate,
  createMetrics,
  createRates,
  policyNames,
  rateKeeper,
  watchLag,
} from '../traffic/index.ts'
import type { TrafficSettings } from '../traffic-settings.ts'
import { blockList } from './client-network.ts'
import { createDoor } from './door.ts'

interface Parts {
  readonly settings: TrafficSettings
  readonly database: Pick<OpenDatabase, 'db' | 'writeIfFree'>
  readonly now: () => Date
  /** Takes what failed beside the requests. */
  readonly report: (error: unknown) => void
}

/** Milliseconds between two exchanges with other processes. */
const exchange = 5_000
const window = 60

/** Everything that watches over how much is asked of this process: the door, the counts, the metrics. */
export async function openTraffic({ settings, database, now, report }: Parts) {
  const metrics = createMetrics({
    now,
    facts: async () => ({
      running: gates.reduce((sum, gate) => sum + gate.running(), 0),
      waiting: gates.reduce((sum, gate) => sum + gate.waiting(), 0),
      lagSeconds: lag.last() / 1_000,
      jobs: await listJobs(database.db),
      sources: await importTimes(database.db),
      schedules: await listSchedules(database.db),
    }),
  })
  const gate = () =>
    createGate({
      most: settings.inFlight,
      backlog: settings.backlog,
      onWaited: (milliseconds) => metrics.waited(milliseconds / 1_000),
    })
  const reading = gate()
  const sending = gate()
  const editing = gate()
  const gates = [reading, sending, editing]
  const lag = watchLag({ most: settings.maxLag })
  const policies = policyNames
    .map((name) => ({ name, quota: settings.perMinute[name], window }))
    .filter(({ quota }) => quota > 0)
  const rates = createRates({ policies, now: () => now().getTime() })
  const keys = createClientKeys(randomBytes(32))
  const shared = settings.processes > 1 ? database : undefined
  const keep = rateKeeper({ rates, keys, now, random: randomBytes, database: shared })
  await keep()
  const keeping = setInterval(() => void keep().catch(report), exchange).unref()
  const proxies = settings.proxies && blockList(settings.proxies)
  const { hstsDays, metricsToken } = settings
  return {
    proxies,
    measure: metrics.made,
    metrics: metricsToken ? { metrics, token: metricsToken } : undefined,
    server: {
      door: createDoor({
        reading,
        sending,
        editing,
        isLate: lag.isLate,
        limits: { policies: new Map(policies.map((one) => [one.name, one])), rates, keys, proxies },
        onRefused: metrics.refused,
      }),
      onRemembered: metrics.remembered,
      always: hstsDays > 0 ? { 'strict-transport-security': `max-age=${hstsDays * 86_400}` } : {},
    },
    stop() {
      clearInterval(keeping)
      lag.stop()
    },
  }
}
