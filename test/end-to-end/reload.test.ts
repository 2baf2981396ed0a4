import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import {
  askAll,
  finished,
  importXzufi,
  kinds,
  type Question,
  questionsFor,
  rewrittenService,
  titleOf,
  type Told,
  writeXzufi,
} from './reload.ts'
import { type RunningServer, startServer, temporaryFolder } from './server.ts'

// A sample that takes 20 seconds on an idle computer, and longer beside others; `npm run proof -- xzufi` does it with sixty thousand services.
const message = { services: 320, seed: 20261125 }
/** Questions during one import at most. */
const most = 2_000

describe('a nightly reload', () => {
  const databaseUrl = `sqlite:${temporaryFolder()}/amtsweg.sqlite`
  let files: readonly string[]
  let server: RunningServer
  let questions: readonly Question[]
  /** A service that the changed file words anew. */
  let id: string
  beforeAll(async () => {
    files = [(await writeXzufi(message)).path, (await writeXzufi({ ...message, edition: 1 })).path]
    await finished(importXzufi(files[0] ?? '', databaseUrl))
    server = await startServer({ databaseUrl })
    id = await rewrittenService(server.origin, message)
    questions = await questionsFor(server.origin, message, createRandom(message.seed), 200)
  }, 180_000)
  afterAll(async () => {
    server?.signal('SIGTERM')
    await server?.ended
  })

  function expectAnswers({ milliseconds, failures }: Told) {
    expect(failures).toEqual([])
    for (const kind of kinds) expect(milliseconds[kind].length).toBeGreaterThan(0)
  }

  test('of the same data and of changed ones leaves no question without an answer, and shows what is new', async () => {
    expect(await titleOf(server.origin, id)).not.toContain('neu gefasst')
    for (const file of files) {
      const program = importXzufi(file, databaseUrl)
      expectAnswers(await askAll(server.origin, questions, most, program.ended))
      expect(await finished(program)).toContain('Done')
    }
    await expect.poll(() => titleOf(server.origin, id), { timeout: 5_000 }).toContain('neu gefasst')
  }, 180_000)

  test('that is killed midway leaves the answers of before', async () => {
    const before = await titleOf(server.origin, id)
    const program = importXzufi(files[before.includes('neu gefasst') ? 0 : 1] ?? '', databaseUrl)
    await program.printed(/\[1\//)
    expectAnswers(await askAll(server.origin, questions, 15))
    program.signal('SIGKILL')
    expect(await program.ended).toBe('SIGKILL')
    expectAnswers(await askAll(server.origin, questions, 30))
    expect(await titleOf(server.origin, id)).toBe(before)
  }, 180_000)
})
