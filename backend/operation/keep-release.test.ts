import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepRelease, keptReleases, releasesIn } from './keep-release.ts'
import { testFolder } from './testing.ts'

const day = (of: number) => new Date(Date.UTC(2026, 10, of))

/** What a build leaves: one release and files beside it. */
function build(release: string): string {
  const built = testFolder()
  mkdirSync(join(built, release, 'assets'), { recursive: true })
  writeFileSync(join(built, release, 'assets', 'core.js'), 'x'.repeat(1000))
  writeFileSync(join(built, release, 'integrity.json'), `"${release}"`)
  writeFileSync(join(built, 'embed.js'), '')
  return built
}

test('a release stays after the next one has come', () => {
  const kept = join(testFolder(), 'releases')
  keepRelease(build('1.0.0'), kept, day(1))
  keepRelease(build('1.1.0'), kept, day(2))
  expect(releasesIn(kept).sort()).toEqual(['1.0.0', '1.1.0'])
  expect(readFileSync(join(kept, '1.0.0', 'integrity.json'), 'utf8')).toBe('"1.0.0"')
  expect(keptReleases(kept)).toEqual({ count: 2, bytes: 2 * 1007 })
})

test('what is kept is never written over', () => {
  const kept = testFolder()
  keepRelease(build('1.0.0'), kept, day(1))
  const other = build('1.0.0')
  writeFileSync(join(other, '1.0.0', 'assets', 'core.js'), 'other')
  keepRelease(other, kept, day(2))
  expect(readFileSync(join(kept, '1.0.0', 'assets', 'core.js'), 'utf8')).toHaveLength(1000)
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
