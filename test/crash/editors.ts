import { guarded } from '../isolation-routes.ts'

/** Something that an editor keeps changing, and what is known of it. */
export interface Subject {
  /** Action and subject, as the trail of changes has them. */
  readonly name: string
  readonly address: string
  readonly body: (words: string) => object
  /** Changes that were answered with success. */
  acknowledged: number
  /** Of the last of them: what was sent, and the ETag that came. */
  words: string | undefined
  etag: string | undefined
  /** What was sent and not answered. */
  pending: string | undefined
}

const town = 'wismar'
const regionKey = '130740087'
/** What is edited side by side; a change of an office's hours is one of the office too, so these are two offices. */
const edited = [
  ['unit.put', 'unit-wismar-2', 'PUT /api/v1/units/:id/record'],
  ['hours.put', 'unit-wismar', 'PUT /api/v1/units/:id/hours'],
  ['responsibilities.put', `mv-brunnen ${regionKey}`, 'PUT /api/v1/services/:id/responsibilities/:area'],
  ['supplements.put', `mv-personalausweis ${regionKey}`, 'PUT /api/v1/services/:id/supplements/:area'],
  ['service.put', 'local-wismar', 'PUT /api/v1/services/:id/record'],
] as const

export const subjects = (): readonly Subject[] =>
  edited.map(([action, thing, route]) => {
    const { address, body } = guarded[route]!
    return {
      ...{ name: `${action} ${thing}`, acknowledged: 0 },
      ...{ words: undefined, etag: undefined, pending: undefined },
      address: address(town, regionKey).replace(/unit-wismar(?=\/record)/, 'unit-wismar-2'),
      body: (words) => body!(words, town, regionKey),
    }
  })

/** The office whose hours are edited must be there before. */
export async function makeOffice({ origin, token }: Omit<Desk, 'signal'>): Promise<void> {
  const route = guarded['PUT /api/v1/units/:id/record']!
  const response = await fetch(`${origin}${route.address(town, regionKey)}`, {
    method: 'PUT',
    headers: { ...sender(token), 'if-none-match': '*' },
    body: JSON.stringify(route.body!('Bürgerbüro', town, regionKey)),
  })
  if (response.status !== 200) throw new Error(await response.text())
}

const sender = (token: string) => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
})

/** What a run of edits needs. */
export interface Desk {
  readonly origin: string
  readonly token: string
  readonly signal: AbortSignal
}

let number = 0

/** One change; false where no answer came, so that nobody knows. Throws for an answer that should not be. */
async function change(subject: Subject, { origin, token }: Desk): Promise<boolean> {
  const words = (subject.pending = `Fassung ${(number += 1)}`)
  const headers = {
    ...sender(token),
    ...(subject.etag === undefined ? { 'if-none-match': '*' } : { 'if-match': subject.etag }),
  }
  const body = JSON.stringify(subject.body(words))
  for (;;) {
    const answer = await ask(`${origin}${subject.address}`, { method: 'PUT', headers, body })
    if (!answer) return false
    if (answer.status === 503) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    } else if (answer.status === 200 && answer.etag) {
      subject.acknowledged += 1
      subject.words = words
      subject.etag = answer.etag
      subject.pending = undefined
      return true
    } else if (answer.status >= 500) return false
    else throw new Error(`${subject.name} was answered with ${answer.status}: ${answer.text}`)
  }
}

/** Milliseconds between an answer and the next change: the trail shall not grow so long that reading it takes the most time. */
const breath = 10

/** Changes it again and again until the server is gone or enough is enough. */
export async function keepChanging(subject: Subject, desk: Desk): Promise<void> {
  while (!desk.signal.aborted && (await change(subject, desk)))
    await new Promise((resolve) => setTimeout(resolve, breath))
}

/**
 * Looks whether what was acknowledged is there with its ETag, or what came after it and was not answered. Takes note of the latter as
 * of any change. Throws where anything was lost.
 */
export async function lookAfter(
  subject: Subject,
  { origin }: Pick<Desk, 'origin'>,
): Promise<'kept' | 'taken'> {
  const answer = await ask(`${origin}${subject.address}`, {})
  if (!answer) throw new Error(`${subject.name} cannot be read`)
  if (
    answer.etag === subject.etag &&
    (subject.words === undefined || answer.text.includes(`${subject.words}`))
  )
    return forget(subject, 'kept')
  if (subject.etag === undefined && answer.status === 404) return forget(subject, 'kept')
  if (subject.pending !== undefined && answer.text.includes(subject.pending)) {
    subject.words = subject.pending
    subject.etag = answer.etag
    return forget(subject, 'taken')
  }
  if (subject.etag === undefined && !answer.text.includes('Fassung')) return forget(subject, 'kept')
  throw new Error(`${subject.name}: ${subject.words} was acknowledged, and there is ${answer.text}`)
}

function forget<End>(subject: Subject, end: End): End {
  subject.pending = undefined
  return end
}

interface Answer {
  readonly status: number
  readonly etag: string | undefined
  readonly text: string
}

/** Undefined where the connection broke before the answer was complete. */
async function ask(url: string, init: RequestInit): Promise<Answer | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) })
    const text = await response.text()
    return { status: response.status, etag: response.headers.get('etag') ?? undefined, text }
  } catch {
    return undefined
  }
}
