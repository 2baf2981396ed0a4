import { join } from 'node:path'
import { run } from './run.mjs'
import { root } from './tools.ts'

/** Runs the pnpm of the boot script quietly; answers its exit code and everything it printed. */
export async function pnpm(args: readonly string[]): Promise<{ code: number; output: string }> {
  let output = ''
  const program = join(root, '.toolchain/node_modules/pnpm/bin/pnpm.cjs')
  const code = await run(process.execPath, [program, ...args], {
    cwd: root,
    output: (text) => (output += text),
  })
  return { code, output }
}
