import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { run, stopCode } from './run.mjs'
import { root } from './tools.ts'

/** Runs test/<kind>/*.<kind>.ts one after another, or only those named; options go on to each of them. */
export async function runScripts(kind: 'bench' | 'proof', args: readonly string[]): Promise<number> {
  const ending = `.${kind}.ts`
  const all = globSync(`test/${kind}/*${ending}`, { cwd: root })
    .map((path) => basename(path, ending))
    .sort()
  const names = args.filter((arg) => !arg.startsWith('-'))
  const options = args.filter((arg) => arg.startsWith('-'))

  const unknown = names.find((name) => !all.includes(name))
  if (unknown || !all.length) {
    console.error(`There is no ${kind} "${unknown ?? ''}"; there are: ${all.join(', ') || 'none yet'}.`)
    return 1
  }

  let code = 0
  for (const name of names.length ? names : all) {
    if (stopCode()) break
    console.log(`\n── ${name} ──`)
    code =
      (await run(process.execPath, [join('test', kind, name + ending), ...options], { cwd: root })) || code
  }
  return code
}
