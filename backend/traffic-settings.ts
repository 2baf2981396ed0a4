import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { z } from 'zod'

const whole = (least: number, most: number, words = 'must be a whole number') =>
  z.coerce
    .number('must be a number')
    .int(words)
    .min(least, `must be ${least} or more`)
    .max(most, `must be at most ${most}`)

/** Each core answers a few at once; more only wait for one another. */
const perCore = 8

function isNetwork(text: string): boolean {
  const [address = '', bits, rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest !== undefined) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 6 ? 128 : 32))
}

/** The variables of how much this server takes, from whom, and what it tells of it. */
export const trafficVariables = {
  AMTSWEG_IN_FLIGHT: whole(1, 100_000)
    .optional()
    .describe('Requests worked for at once in each process. Without it: eight per core'),
  AMTSWEG_BACKLOG: whole(0, 100_000)
    .optional()
    .describe('Requests that may wait beside them. Without it: as many as are worked for'),
  AMTSWEG_MAX_LAG_MS: whole(50, 60_000)
    .default(500)
    .describe('Milliseconds the event loop may be late, three looks in a row, before requests are refused'),
  AMTSWEG_SEARCHES_PER_MINUTE: whole(0, 1_000_000)
    .default(1_200)
    .describe('Searches, suggestions, places and responsibilities of one network; `0`: no end'),
  AMTSWEG_EXPORTS_PER_MINUTE: whole(0, 1_000_000)
    .default(120)
    .describe(
      'Pages of `/hsds`, `/api/v1/cpsv-ap`, `/api/v1/changes`, sitemaps and `llms.txt` of one network; `0`: no end',
    ),
  AMTSWEG_SUBMISSIONS_PER_MINUTE: whole(0, 1_000_000)
    .default(300)
    .describe('Requests of one network that send something; `0`: no end'),
  AMTSWEG_PROCESSES: whole(1, 1_000)
    .default(1)
    .describe('Processes on this database; above 1 they share what networks have asked'),
  AMTSWEG_TRUSTED_PROXIES: z
    .string()
    .transform((text) => (text === 'none' ? [] : text.split(',').map((one) => one.trim())))
    .pipe(
      z.array(
        z.string().refine(isNetwork, 'must be addresses or networks such as 10.0.0.5,fd00::/8, or none'),
      ),
    )
    .optional()
    .describe(
      'Whose `X-Forwarded-For` is believed: `10.0.0.5,fd00::/8`, or `none`. Without it: private addresses',
    ),
  AMTSWEG_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,200}$/, 'must be 16 to 200 letters, digits and -._~+/')
    .optional()
    .describe('Opens `/metrics` to who brings it as Bearer token'),
  AMTSWEG_TRACES_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as http://127.0.0.1:4318/v1/traces' })
    .optional()
    .describe('A collector of OpenTelemetry traces (OTLP over HTTP, JSON). Without it: nothing is traced'),
  AMTSWEG_TRACES_SHARE: z.coerce
    .number('must be a number')
    .min(0, 'must be 0 or more')
    .max(1, 'must be at most 1')
    .default(1)
    .describe('Share of requests that are traced'),
  AMTSWEG_HSTS_DAYS: whole(0, 3_650)
    .default(0)
    .describe('Days for which browsers shall insist on TLS; `0`: not said'),
}

/** How much this server takes before it refuses, and what it tells of it. */
export interface TrafficSettings {
  /** Requests worked for at once, and how many may wait beside them. */
  readonly inFlight: number
  readonly backlog: number
  /** Milliseconds by which the event loop may be late. */
  readonly maxLag: number
  /** Requests of one client in a minute by policy; 0 = as many as they like. */
  readonly perMinute: { readonly search: number; readonly export: number; readonly submission: number }
  /** How many processes work on one database; with more than one, what clients have asked is shared through it. */
  readonly processes: number
  /** Whose X-Forwarded-For is believed; left out, every private address. */
  readonly proxies: readonly string[] | undefined
  /** Lets somebody read the metrics; left out, nobody can. */
  readonly metricsToken: string | undefined
  /** Where traces are sent, and of which share of requests; left out, none are made. */
  readonly traces: { readonly url: string; readonly share: number } | undefined
  /** How long browsers shall insist on TLS; 0 = not said. */
  readonly hstsDays: number
}

/** What the variables mean together. */
export function trafficSettings(
  values: z.infer<z.ZodObject<typeof trafficVariables>>,
  cores = availableParallelism(),
): TrafficSettings {
  const inFlight = values.AMTSWEG_IN_FLIGHT ?? cores * perCore
  return {
    inFlight,
    backlog: values.AMTSWEG_BACKLOG ?? inFlight,
    maxLag: values.AMTSWEG_MAX_LAG_MS,
    perMinute: {
      search: values.AMTSWEG_SEARCHES_PER_MINUTE,
      export: values.AMTSWEG_EXPORTS_PER_MINUTE,
      submission: values.AMTSWEG_SUBMISSIONS_PER_MINUTE,
    },
    processes: values.AMTSWEG_PROCESSES,
    proxies: values.AMTSWEG_TRUSTED_PROXIES,
    metricsToken: values.AMTSWEG_METRICS_TOKEN,
    traces: values.AMTSWEG_TRACES_URL
      ? { url: values.AMTSWEG_TRACES_URL, share: values.AMTSWEG_TRACES_SHARE }
      : undefined,
    hstsDays: values.AMTSWEG_HSTS_DAYS,
  }
}
