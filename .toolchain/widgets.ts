import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, tool } from './tools.ts'

const stamp = join(root, '.cache/widgets.stamp')
const sources = [
  'packages/{contract,messages,client,kit,embed,desk}/**/*.ts',
  'packages/embed/*.json',
  'packages/desk/**/*.{html,css}',
  'widgets/**/*.ts',
  'demo-site/configure/*',
  'vite.config.ts',
  '.toolchain/*.ts',
  'tsconfig.json',
  'pnpm-lock.yaml',
]

const builds = [[], ['--config=.toolchain/configure.config.ts'], ['--config=.toolchain/desk.config.ts']]

/**
 * Builds the widgets, the page that helps to embed them, and the desk into dist/ if their sources have changed since, and answers
 * the exit code.
 */
export async function buildWidgets(): Promise<number> {
  const now = fingerprint()
  if (existsSync(join(root, 'dist')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 0

  console.error('Building the widgets ...')
  rmSync(stamp, { force: true })
  // Whoever asks may be a test: with its NODE_ENV, Lit would come with its warnings for developers.
  for (const args of builds) {
    const code = await tool('vite', ['build', ...args, '--logLevel=warn'], {
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) return code
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
  return 0
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of globSync(sources, { cwd: root, exclude: isBeside }).sort()) {
    hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex')
}

const isBeside = (path: string) => path.includes('node_modules') || path.endsWith('.test.ts')
