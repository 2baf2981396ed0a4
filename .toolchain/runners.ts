import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './checks.ts'
import { type Counts, honest, none, single, sum } from './counts.ts'
import { buildStorybook } from './storybook.ts'
import { root, tool } from './tools.ts'
import { buildWidgets } from './widgets.ts'

/** One part of `npm test`; the name is its heading and the argument that runs it alone. */
export interface Runner {
  readonly name: string
  readonly run: () => Promise<Counts>
}

/** Where runners leave their counts, and CI finds the sum. */
export const countsFolder = join(root, '.cache/counts')
mkdirSync(countsFolder, { recursive: true })

/** In this order: what fails fast first; the build before those who need it. */
export const runners: readonly Runner[] = [
  { name: 'check', run: () => check() },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'postgres', run: () => vitest('postgres') },
  { name: 'build', run: async () => single((await buildWidgets()) === 0) },
  { name: 'widgets', run: webTestRunner },
  { name: 'end-to-end', run: () => vitest('end-to-end') },
  { name: 'storybook', run: storybook },
]

async function vitest(project: string): Promise<Counts> {
  const file = fresh(project)
  const code = await tool('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = read<VitestReport>(file)
  if (!report) return honest(none, code)
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    code,
  )
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

async function webTestRunner(): Promise<Counts> {
  const file = fresh('widgets')
  const code = await tool('wtr', [], { env: { AMTSWEG_TEST_COUNTS: file } })
  return honest(read<Counts>(file) ?? none, code)
}

/** Builds Storybook, then looks at every story of it. */
async function storybook(): Promise<Counts> {
  const built = single(await buildStorybook())
  return built.failed ? built : sum([built, await vitest('stories')])
}

/** A place for a runner's counts, emptied, so that those of an earlier run are not taken for new. */
function fresh(name: string): string {
  const file = join(countsFolder, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

const read = <Content>(file: string): Content | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : undefined
