import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep, temporaryFolder } from './temporary-folder.ts'

let parent: string
beforeAll(() => void (parent = mkdtempSync(join(tmpdir(), 'amtsweg-sweep-'))))
afterAll(() => rmSync(parent, { recursive: true }))

/** Runs a program that makes a folder and something in it, then ends in its own way; answers what is left of it. */
function leftBy(ending: string): readonly string[] {
  const kit = JSON.stringify(join(import.meta.dirname, 'temporary-folder.ts'))
  const program = `import { writeFileSync } from 'node:fs'
    const { temporaryFolder } = await import(${kit})
    writeFileSync(temporaryFolder() + '/file', 'x')
    ${ending}`
  const { VITEST: _, ...env } = process.env
  spawnSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...env, TMPDIR: parent } })
  return readdirSync(parent).filter((name) => name.startsWith('amtsweg-test-'))
}

test('a folder goes with the program that made it, however it ends by itself', () => {
  for (const ending of ['', 'process.exit(1)', 'throw new Error("no")']) expect(leftBy(ending)).toEqual([])
})

test('what a killed program left behind goes with the next one', () => {
  expect(leftBy('process.kill(process.pid, "SIGKILL"); await new Promise(() => {})')).toHaveLength(1)
  expect(leftBy('')).toEqual([])
})

test('folders of processes that run, and those of others, stay', () => {
  const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  const names = [
    `amtsweg-test-${process.pid}-abcdef`,
    `amtsweg-test-${gone}-abcdef`,
    `amtsweg-postgres-${gone}-abcdef`,
    `amtsweg-test-${gone}`,
    `amtsweg-other-${gone}-abcdef`,
  ]
  for (const name of names) mkdirSync(join(parent, name))
  writeFileSync(join(parent, names[1] ?? '', 'file'), 'x')
  sweep(parent)
  expect(names.map((name) => existsSync(join(parent, name)))).toEqual([true, false, false, true, true])
})

test('a folder tells which process made it', () => {
  expect(basename(temporaryFolder('postgres'))).toMatch(new RegExp(`^amtsweg-postgres-${process.pid}-`))
})
