import type { Service } from './service.ts'

/** What was seen that should not be; nothing is a pass. */
export type Findings = readonly string[]

/** One method of the executable test suite, by its class and name there. */
export interface Method {
  readonly class: string
  readonly name: string
  readonly run: (service: Service) => Promise<Findings>
}

export interface Outcome {
  readonly class: string
  readonly method: string
  readonly state: 'passed' | 'failed' | 'skipped'
  /** What was seen that should not be, or why nothing was looked at. */
  readonly seen: Findings
}

/** Thrown by a method that has nothing to look at, such as one of a conformance class that is not claimed. */
export class Inapplicable extends Error {
  override name = 'Inapplicable'
}

/** The methods of one class. */
export const methodsOf = (
  name: string,
  methods: Readonly<Record<string, Method['run']>>,
): readonly Method[] => Object.entries(methods).map(([method, run]) => ({ class: name, name: method, run }))

/** Runs methods one after the other. A server that breaks off or answers no JSON fails the method that asked; it never ends the run. */
export async function runMethods(service: Service, methods: readonly Method[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const method of methods) outcomes.push(await runMethod(service, method))
  return outcomes
}

const most = 20

async function runMethod(service: Service, { class: name, name: method, run }: Method): Promise<Outcome> {
  try {
    const seen = await run(service)
    return { class: name, method, state: seen.length ? 'failed' : 'passed', seen: seen.slice(0, most) }
  } catch (error) {
    if (error instanceof Inapplicable) return { class: name, method, state: 'skipped', seen: [error.message] }
    return { class: name, method, state: 'failed', seen: [describe(error)] }
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** A finding unless something holds. */
export const unless = (holds: boolean, finding: string): Findings => (holds ? [] : [finding])

/** The same findings, each told of whom. */
export const about = (whom: string, findings: Findings): Findings =>
  findings.map((finding) => `${whom}: ${finding}`)
