import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from '../crash/contents.ts'
import { type ImportBench, importFolder, openImportBench } from '../crash/imports.ts'
import { runProgram, temporaryFolder } from './server.ts'

const run = async (args: readonly string[], url: string) => {
  const program = runProgram('cli', args, { DATABASE_URL: url })
  return { code: await program.ended, output: program.output() }
}

describe('a backup by the command line', () => {
  let bench: ImportBench
  let folder: string
  beforeAll(async () => {
    bench = await openImportBench(`sqlite:${join(temporaryFolder(), 'amtsweg.sqlite')}`)
    folder = temporaryFolder()
  }, 120_000)
  const newest = () => join(folder, readdirSync(folder).sort().at(-1) ?? '')

  test('made while an import writes holds the data from before it or from after it, never a mixture', async () => {
    const [before, after] = bench.states
    const program = importFolder(bench.url, bench.folders[1])
    await program.printed(/\[1\//)
    const { code, output } = await run(['backup', '--to', folder], bench.url)
    expect(code, output).toBe(0)
    await program.ended
    const elsewhere = `sqlite:${join(temporaryFolder(), 'restored.sqlite')}`
    const restored = await run(['restore', newest()], elsewhere)
    expect(restored.code, restored.output).toBe(0)
    expect([before, after]).toContainEqual(await contentsOf(elsewhere))
  }, 120_000)

  test('is drilled: a server starts on it, and the live database stays untouched', async () => {
    const live = await contentsOf(bench.url)
    const { code, output } = await run(['restore', '--drill', newest()], bench.url)
    expect(output).toMatch(/The server started on it and answered[^]*Drill passed/)
    expect(code).toBe(0)
    expect(await contentsOf(bench.url)).toEqual(live)
  }, 120_000)

  test('is not put under a running server, and is once that has stopped', async () => {
    const server = runProgram('main', [], { PORT: '0', DATABASE_URL: bench.url })
    await server.printed(/Amtsweg is ready/)
    const refused = await run(['restore', newest()], bench.url)
    expect(refused).toEqual({ code: 1, output: expect.stringMatching(/stop it .*Nothing was changed/) })
    server.signal('SIGTERM')
    await server.ended
    const { code, output } = await run(['restore', newest()], bench.url)
    expect(code, output).toBe(0)
    expect(output).toMatch(/service 76, [^]*Restored: /)
  }, 120_000)
})
