import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sparing } from '@amtsweg/backend/sparing.ts'
import { syntheticService, type SyntheticXzufi, syntheticXzufi } from '../synthetic-xzufi.ts'
import { type Program, runProgram, temporaryFolder } from './server.ts'

/** Writes a synthetic message to a file that goes away with the run; answers where it is and its bytes. */
export async function writeXzufi(message: SyntheticXzufi): Promise<{ path: string; bytes: number }> {
  const path = join(temporaryFolder(), 'synthetic.xml')
  await pipeline(Readable.from(syntheticXzufi(message)), createWriteStream(path))
  return { path, bytes: statSync(path).size }
}

/** Begins an import by the real command line, with the memory it has when started by npm. */
export const importXzufi = (path: string, databaseUrl: string): Program =>
  runProgram('cli', ['import', 'xzufi', path], { DATABASE_URL: databaseUrl }, sparing)

/** Waits for an import that must succeed; answers what it printed. */
export async function finished(program: Program): Promise<string> {
  const end = await program.ended
  if (end !== 0) throw new Error(`The import ended with ${end}:\n${program.output()}`)
  return program.output()
}

export const kinds = ['search', 'suggestion', 'page'] as const
type Kind = (typeof kinds)[number]
export interface Question {
  readonly kind: Kind
  readonly path: string
}

/** What readers were told. */
export interface Told {
  /** Milliseconds of each answer by kind. */
  readonly milliseconds: Readonly<Record<Kind, number[]>>
  /** Answers that were empty or no answers at all. */
  readonly failures: string[]
}

/** Questions that both editions of a message answer, in a random order that a seed repeats. */
export async function questionsFor(
  origin: string,
  { services }: SyntheticXzufi,
  random: () => number,
  count: number,
): Promise<readonly Question[]> {
  const questions: Question[] = []
  while (questions.length < count) {
    const { title, object } = syntheticService(Math.floor(random() * services))
    const search = `/api/v1/services?q=${encodeURIComponent(title)}`
    const beginning = object.slice(0, 2 + Math.floor(random() * 4))
    questions.push({ kind: 'search', path: search })
    questions.push({
      kind: 'suggestion',
      path: `/api/v1/services/suggest?q=${encodeURIComponent(beginning)}`,
    })
    const lasting = (await itemsAt(origin + search)).filter((id) => indexOf(id) >= services / 100)
    for (const id of lasting.slice(0, 1))
      questions.push({ kind: 'page', path: `/api/v1/services/${encodeURIComponent(id)}` })
  }
  return questions
}

const indexOf = (id: string): number => Number(/_L(\d+)$/.exec(id)?.[1] ?? -1)

/** The id of a service that the second edition rewrites, as the server knows it. */
export async function rewrittenService(origin: string, { services }: SyntheticXzufi): Promise<string> {
  for (let index = 0; index < services; index += 16) {
    const { title } = syntheticService(index)
    const ids = await itemsAt(`${origin}/api/v1/services?q=${encodeURIComponent(title)}`)
    const found = ids.find((id) => indexOf(id) % 20 === 0 && indexOf(id) >= services / 100)
    if (found) return found
  }
  throw new Error('No service is rewritten')
}

export async function titleOf(origin: string, id: string): Promise<string> {
  const { title } = await answerOf(`${origin}/api/v1/services/${encodeURIComponent(id)}`)
  return title ?? ''
}

const itemsAt = async (address: string): Promise<readonly string[]> =>
  ((await answerOf(address)).items ?? []).flatMap(({ id }) => id ?? [])

interface Answer {
  readonly title?: string
  readonly items?: readonly { readonly id?: string }[]
}
const answerOf = async (address: string): Promise<Answer> => (await (await fetch(address)).json()) as Answer

/** Asks one question after another, so many at most; where there is something to wait for, until that has ended. */
export async function askAll(
  origin: string,
  questions: readonly Question[],
  most: number,
  until?: Promise<unknown>,
): Promise<Told> {
  const told: Told = { milliseconds: { search: [], suggestion: [], page: [] }, failures: [] }
  let over = false
  const end = until?.then(() => (over = true))
  for (let index = 0; index < most && !over; index += 1) {
    const question = questions[index % questions.length]
    if (question) await ask(origin, question, told)
  }
  await end
  return told
}

async function ask(origin: string, { kind, path }: Question, told: Told): Promise<void> {
  const began = performance.now()
  try {
    const response = await fetch(origin + path)
    const answer = (await response.json()) as Answer
    told.milliseconds[kind].push(performance.now() - began)
    const holds = kind === 'page' ? Boolean(answer.title) : (answer.items?.length ?? 0) > 0
    if (response.status !== 200 || !holds) told.failures.push(`${response.status} ${path}`)
  } catch (error) {
    told.failures.push(`${String(error)} ${path}`)
  }
}
