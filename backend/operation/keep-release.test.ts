import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepRelease, keptReleases, releasesIn } from './keep-release.ts'
import { testFolder } from './testing.ts'
import { wholeRelease } from './whole-release.ts'

const day = (of: number) => new Date(Date.UTC(2026, 10, of))

/** What a build leaves: one release and files beside it. */
function build(release: string, core = 'x'.repeat(1000)): string {
  const built = testFolder()
  const folder = join(built, release)
  const integrity = `sha384-${createHash('sha384').update(core).digest('base64')}`
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'assets', 'core.js'), core)
  writeFileSync(
    join(folder, 'integrity.json'),
    JSON.stringify({ release, files: { 'assets/core.js': { integrity } } }),
  )
  writeFileSync(join(built, 'embed.js'), '')
  return built
}

const coreOf = (kept: string, release: string) =>
  readFileSync(join(kept, release, 'assets', 'core.js'), 'utf8')

test('a release stays after the next one has come', () => {
  const kept = join(testFolder(), 'releases')
  keepRelease(build('1.0.0'), kept, day(1))
  keepRelease(build('1.1.0'), kept, day(2))
  expect(releasesIn(kept).sort()).toEqual(['1.0.0', '1.1.0'])
  const list = readFileSync(join(kept, '1.0.0', 'integrity.json'), 'utf8')
  expect(keptReleases(kept)).toEqual({ count: 2, bytes: 2 * (1000 + list.length) })
})

test('what is kept is never written over', () => {
  const kept = testFolder()
  keepRelease(build('1.0.0'), kept, day(1))
  keepRelease(build('1.0.0', 'other'), kept, day(2))
  expect(coreOf(kept, '1.0.0')).toHaveLength(1000)
})

test.each([
  ['an empty file, as a power cut leaves it', 'assets/core.js', ''],
  ['a file of somebody else', 'assets/core.js', 'evil()'],
  ['half a list of hashes', 'integrity.json', '{"release": "1.0'],
  ['a list of nothing', 'integrity.json', 'null'],
])('%s is put right at the next start', (_, file, text) => {
  const kept = testFolder()
  keepRelease(build('1.0.0'), kept, day(1))
  writeFileSync(join(kept, '1.0.0', file), text)
  keepRelease(build('1.0.0'), kept, day(2))
  expect(wholeRelease(join(kept, '1.0.0'))).toBeDefined()
  expect(readdirSync(kept)).toEqual(['1.0.0'])
})

test('a copy that fails leaves nothing that fills the disk', () => {
  const kept = testFolder()
  const built = build('1.0.0')
  // What arrives broken stands for a disk that is full.
  writeFileSync(join(built, '1.0.0', 'assets', 'core.js'), 'half')
  expect(() => keepRelease(built, kept, day(1))).toThrow('not what was built')
  expect(readdirSync(kept)).toEqual([])
})

test('what a crash has cut off is cleared out a day later, and nothing else', () => {
  const kept = testFolder()
  const half = '.1.0.0.8f14e45f-ceea-467f-9575-28b0a1c2d3e4'
  for (const name of [half, '.1.1.0-b0123456789.77', '.snapshot', '.nfs.1']) mkdirSync(join(kept, name))
  const now = Date.now()
  keepRelease(testFolder(), kept, new Date(now + 3_600_000))
  expect(readdirSync(kept)).toContain(half)
  keepRelease(testFolder(), kept, new Date(now + 2 * 86_400_000))
  expect(readdirSync(kept).sort()).toEqual(['.nfs.1', '.snapshot'])
})

test('of builds between releases the ten last used stay, of releases all', () => {
  const kept = testFolder()
  for (let index = 1; index <= 12; index += 1) {
    keepRelease(build(`1.1.0-b${index}`), kept, day(index))
    keepRelease(build(`1.0.${index}`), kept, day(index))
  }
  const first = build('1.1.0-b3')
  keepRelease(first, kept, day(20))
  keepRelease(build('1.1.0-b13'), kept, day(21))
  const builds = releasesIn(kept).filter((name) => name.includes('-'))
  expect(builds).toHaveLength(10)
  expect(builds).toContain('1.1.0-b3')
  expect(builds).not.toContain('1.1.0-b4')
  expect(releasesIn(kept).filter((name) => !name.includes('-'))).toHaveLength(12)
})

test('what is half written, or no release, does not count', () => {
  const kept = testFolder()
  for (const name of ['.1.0.0.77', '1.0.0', 'backups', '1.0']) mkdirSync(join(kept, name))
  expect(releasesIn(kept)).toEqual([])
  expect(keptReleases(join(kept, 'nowhere'))).toEqual({ count: 0, bytes: 0 })
})

test('a folder that cannot be made is told', () => {
  const file = join(testFolder(), 'file')
  writeFileSync(file, '')
  expect(() => keepRelease(build('1.0.0'), join(file, 'releases'), day(1))).toThrow()
  expect(existsSync(join(file, 'releases'))).toBe(false)
})
