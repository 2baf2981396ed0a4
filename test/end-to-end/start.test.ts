import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, runProgram, startServer, temporaryFolder } from './server.ts'

/** Everything a start prints that fails: one sentence, no stack. */
async function refusal(env: Record<string, string>): Promise<{ code: unknown; words: string }> {
  const program = runProgram('main', [], {
    PORT: '0',
    DATABASE_URL: 'sqlite:./amtsweg.sqlite',
    AMTSWEG_DEMO: 'off',
    ...env,
  })
  const code = await program.ended
  const lines = program.output().trim().split('\n')
  return { code, words: lines.filter((line) => !line.startsWith('Database ')).join('\n') }
}

const oneSentence = /^[A-Z][^\n]+\.$/

describe('a start that cannot work says in one sentence what to do', () => {
  test('names every setting that is wrong, with what it takes', async () => {
    const refused = await refusal({
      PORT: 'achtzig',
      DATABASE_URL: 'mysql://localhost/amtsweg',
      AMTSWEG_DEMO: 'yes',
      AMTSWEG_DRAIN_SECONDS: '-1',
      AMTSWEG_X: '1',
    })
    expect(refused).toEqual({ code: 1, words: expect.stringMatching(oneSentence) })
    for (const words of [
      'PORT must be a number, but is "achtzig"',
      'DATABASE_URL must begin with sqlite:',
      'AMTSWEG_DEMO must be auto or off',
      'AMTSWEG_DRAIN_SECONDS must be 0 or more',
      'AMTSWEG_X is not a setting',
    ])
      expect(refused.words).toContain(words)
  })

  test.each([
    [
      'a folder that cannot be made',
      'DATABASE_URL',
      'sqlite:/dev/null/x.sqlite',
      'database file cannot be opened',
    ],
    ['a database that is a folder', 'DATABASE_URL', 'sqlite:.', 'database file cannot be opened'],
    ['an address of another computer', 'HOST', '203.0.113.1', 'address in HOST'],
    ['a name nobody has', 'HOST', 'no-such-host.invalid', 'address in HOST'],
  ])('%s', { concurrent: true }, async (_, setting, value, words) => {
    const refused = await refusal({ [setting]: value })
    expect(refused).toEqual({ code: 1, words: expect.stringMatching(oneSentence) })
    expect(refused.words).toContain(words)
  })

  test('a file that is no database', async () => {
    const path = join(temporaryFolder(), 'letter.sqlite')
    writeFileSync(path, 'Sehr geehrte Damen und Herren, '.repeat(400))
    const refused = await refusal({ DATABASE_URL: `sqlite:${path}` })
    expect(refused).toEqual({ code: 1, words: expect.stringMatching(oneSentence) })
    expect(refused.words).toMatch(/not a usable SQLite database/)
  })

  test('a port that is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const refused = await refusal({ PORT: String(port) })
    other.close()
    expect(refused).toEqual({ code: 1, words: expect.stringMatching(oneSentence) })
    expect(refused.words).toContain(`Port ${port} is taken`)
  })
})

describe('a server that has been started', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(async () => {
    server?.signal('SIGKILL')
    await server?.ended
  })

  const areas = async () => (await fetch(`${server.origin}/api/v1/areas?q=Schwerin`)).json()

  test('has told what it did: schema, demo data, address', () => {
    expect(server.output()).toMatch(/migrations applied/)
    expect(server.output()).toMatch(/loading demo data/)
    expect(server.output().trim()).toMatch(/Amtsweg is ready: http:\/\/localhost:\d+$/)
  })

  test('answers to /livez and /readyz', async () => {
    expect((await fetch(`${server.origin}/livez`)).status).toBe(200)
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  })

  test('keeps its data over a stop and a start, and does not load them again', async () => {
    const before = await areas()
    server.signal('SIGTERM')
    expect(await server.ended).toBe(0)
    server = await startServer({ databaseUrl: server.databaseUrl, port: server.port })
    expect(server.output()).toMatch(/up to date/)
    expect(server.output()).not.toMatch(/demo data|migrations applied/)
    expect(await areas()).toEqual(before)
  })
})

test('the command of the README ends with an address that answers', async () => {
  const databaseUrl = `sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`
  const program = runProgram('boot', ['start'], { PORT: '0', DATABASE_URL: databaseUrl })
  const [, port] = await program.printed(/Amtsweg is ready: http:\/\/localhost:(\d+)/)
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200)
  program.signal('SIGTERM')
  await program.ended
}, 60_000)
