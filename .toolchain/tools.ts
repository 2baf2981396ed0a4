import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Options, run, stopCode } from './run.mjs'

export const root = dirname(import.meta.dirname)

/** Programs whose package has another name, and the folder whose dependency it is. */
const packages: Readonly<Record<string, string>> = {
  depcruise: 'node_modules/dependency-cruiser',
  storybook: 'stories/node_modules/storybook',
  tsc: 'node_modules/typescript',
  wtr: 'node_modules/@web/test-runner',
}

/** The file of a tool's program: run with our own Node, because a shell between us would swallow signals. */
function program(name: string): string {
  const folder = join(root, packages[name] ?? `node_modules/${name}`)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const path = typeof bin === 'string' ? bin : bin[name]
  if (!path) throw new Error(`${folder} has no program called ${name}`)
  return join(folder, path)
}

interface Manifest {
  readonly bin: string | Readonly<Record<string, string>>
}

/** Runs a tool of the workspace from its root and answers its exit code. */
export const tool = (name: string, args: readonly string[], options: Options = {}): Promise<number> =>
  run(process.execPath, [program(name), ...args], {
    cwd: root,
    group: true,
    ...options,
    env: { ...withoutColour, ...options.env },
  })

/** A log file or CI job shows escape codes as noise; not every tool notices by itself. */
const withoutColour = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/** Ends a task: by the signal that stopped it, else by its own code. */
export function finish(code: number): never {
  process.exit(stopCode() ?? code)
}
