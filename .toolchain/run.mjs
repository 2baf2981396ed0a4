import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to our own
 * @property {boolean} [group] give it a process group of its own, so that its children die with it
 * @property {(text: string) => void} [output] takes what it prints instead of passing it on
 * @property {boolean} [shell]
 *
 * @typedef {{ kill: (signal: NodeJS.Signals) => void }} Running
 */

/** @type {Set<Running>} */
const running = new Set()
const patience = 10_000

/**
 * Runs a program to its end and answers its exit code.
 *
 * What is started here never outlives us: an orphaned server or browser would hold the terminal's pipe open, and a CI job
 * waiting for that pipe would not end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { cwd, env, group = false, output, shell = false } = {}) {
  listenForSignals()
  const ownGroup = group && process.platform !== 'win32'
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: ownGroup,
    shell,
    stdio: output ? ['ignore', 'pipe', 'pipe'] : [ownGroup ? 'ignore' : 'inherit', 'inherit', 'inherit'],
  })
  if (output) {
    child.stdout?.setEncoding('utf8').on('data', output)
    child.stderr?.setEncoding('utf8').on('data', output)
  }

  const entry = {
    /** @param {NodeJS.Signals} signal */
    kill(signal) {
      // In a terminal Ctrl-C reaches the whole group at once; passing it on would make it two.
      if (signal === 'SIGINT' && !ownGroup && process.stdin.isTTY) return
      try {
        if (ownGroup && child.pid) process.kill(-child.pid, signal)
        else child.kill(signal)
      } catch {
        // It has ended in the meantime.
      }
    },
  }
  running.add(entry)

  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      running.delete(entry)
      reject(error)
    })
    child.on('exit', () => {
      if (ownGroup) entry.kill('SIGKILL')
    })
    child.on('close', (code, signal) => {
      running.delete(entry)
      resolve(code ?? 128 + (signals[/** @type {keyof typeof signals} */ (signal)] ?? 0))
    })
  })
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
/** @type {NodeJS.Signals | undefined} */
let stoppedBy

/** What a shell would report for the signal that stopped us, or undefined. */
export const stopCode = () => stoppedBy && 128 + signals[/** @type {keyof typeof signals} */ (stoppedBy)]

let listening = false
function listenForSignals() {
  if (listening) return
  listening = true
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => stop(signal))
  }
  process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
  stopWithParents()
}

let stoppedAt = 0

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  if (stoppedBy) {
    // npm repeats the terminal's Ctrl-C at once; a person who insists takes longer.
    if (Date.now() - stoppedAt > 1_000) process.exit(stopCode())
    return
  }
  stoppedBy = signal
  stoppedAt = Date.now()
  running.forEach((child) => child.kill(signal))
  setTimeout(() => process.exit(stopCode()), running.size ? patience : 0).unref()
}

/**
 * Goes when those who started us have gone: npm passes SIGTERM on, but dies of SIGHUP and SIGKILL without a word, and the
 * shell that it puts between us and itself then lives on. Without npm the boot script is left alone, as a service is.
 */
function stopWithParents() {
  const booted = process.env['BOOTED_BY'] === String(process.ppid)
  if (!booted && !process.env['npm_lifecycle_event']) return
  const parents = () => (booted ? `${process.ppid}` : `${process.ppid} ${parentOf(process.ppid)}`)
  const before = parents()
  setInterval(() => {
    if (parents() !== before) stop('SIGTERM')
  }, 1_000).unref()
}

/** Known on Linux only; elsewhere our own parent has to do.
 *
 * @param {number} pid
 */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]
  } catch {
    return undefined
  }
}
