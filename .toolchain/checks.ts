import { type Counts, single, sum } from './counts.ts'
import { stopCode } from './run.mjs'
import { tool } from './tools.ts'

const cache = (name: string) => `.cache/check/${name}`

/** What every change must pass, and what proves it: the name is also the argument of `npm run check -- <name>`. */
export const checks: readonly {
  readonly name: string
  readonly tool: string
  readonly args: readonly string[]
}[] = [
  {
    name: 'prettier',
    tool: 'prettier',
    args: ['--check', '--log-level=warn', '--cache', `--cache-location=${cache('prettier')}`, '.'],
  },
  {
    name: 'eslint',
    tool: 'eslint',
    args: [
      '--max-warnings=0',
      '--cache',
      `--cache-location=${cache('eslint')}`,
      '--cache-strategy=content',
      '.',
    ],
  },
  { name: 'tsc', tool: 'tsc', args: ['--incremental', '--tsBuildInfoFile', cache('tsc')] },
  {
    name: 'dependency-cruiser',
    tool: 'depcruise',
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
      'widgets',
      'backend',
      'stories',
      'demo-site',
      'test',
    ],
  },
  { name: 'knip', tool: 'knip', args: [] },
]

/** Runs the checks one after another; a silent one has passed. */
export async function check(names: readonly string[] = []): Promise<Counts> {
  const results: Counts[] = []
  for (const { name, tool: program, args } of checks.filter(
    (it) => !names.length || names.includes(it.name),
  )) {
    if (stopCode()) break
    const began = Date.now()
    let log = ''
    const works = (await tool(program, args, { output: (text) => (log += text) })) === 0
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    console.log(`${works ? '✓' : '✗'} ${name} ${seconds} s`)
    if (!works) console.log(log.trimEnd())
    results.push(single(works))
  }
  return sum(results)
}
