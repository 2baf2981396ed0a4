import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import ts from 'typescript'
import { build } from 'vite'
import { root, temporaryFolder } from './server.ts'

/** Where a package lies, found as its user finds it; some of these hide their package.json. */
function folderOf(name: string, from: string): string {
  for (const folder of createRequire(join(from, 'x.js')).resolve.paths(name) ?? [])
    try {
      return realpathSync(join(folder, name))
    } catch {
      // One level up.
    }
  throw new Error(`${from} has no ${name}`)
}

/** Copies a package and all it depends on: what the registry would hand out, without one. */
function copy(name: string, from: string, into: string): void {
  const target = join(into, name.replace('/', '+'))
  if (existsSync(target)) return
  const folder = folderOf(name, from)
  cpSync(folder, target, { recursive: true, dereference: true })
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: object
  }
  for (const each of Object.keys(dependencies)) copy(each, folder, into)
}

/** A project of somebody else's that has installed our package from its tarball, and Lit and React's types from copies. */
export function openProject(): string {
  execFileSync(process.execPath, ['.toolchain/tasks/pack.ts'], { cwd: root, stdio: 'ignore' })
  const [ours] = readdirSync(join(root, '.cache/npm')).filter((name) => name.endsWith('.tgz'))
  const project = temporaryFolder()
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  const copies = temporaryFolder()
  for (const name of ['lit', '@lit/task']) copy(name, join(root, 'widgets'), copies)
  copy('@types/react', join(root, 'test'), copies)
  const packages = [join(root, '.cache/npm', ours!), ...readdirSync(copies).map((name) => join(copies, name))]
  const options = ['--install-links', '--offline', '--ignore-scripts', '--no-audit', '--no-fund']
  execFileSync('npm', ['install', ...options, ...packages], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return project
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' }

/** Builds a module of the project with Vite, as its files by address. */
export async function bundle(project: string, code: string) {
  writeFileSync(join(project, 'page.js'), code)
  const dist = join(project, 'dist')
  const { NODE_ENV } = process.env
  // A test runner says `test`, and Lit would come with its warnings for developers.
  process.env['NODE_ENV'] = 'production'
  await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    build: {
      outDir: dist,
      rolldownOptions: { input: join(project, 'page.js'), output: { entryFileNames: 'page.js' } },
    },
  })
  process.env['NODE_ENV'] = NODE_ENV
  return Object.fromEntries(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(dist.length), [types[extname(path)]!, readFileSync(path, 'utf8')] as const]
      }),
  )
}

/** What the compiler says to a file of the project, with all the checks it has. */
export function compile(
  project: string,
  name: string,
  code: string,
  module: 'bundler' | 'nodenext',
): string[] {
  const path = join(project, name)
  writeFileSync(path, code)
  const program = ts.createProgram([path], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: false,
    jsx: ts.JsxEmit.ReactJSX,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    ...(module === 'bundler'
      ? { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
      : { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }),
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.replace(project, '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
}
