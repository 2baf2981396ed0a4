import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { releaseName } from '@amtsweg/embed/release.ts'

/** Builds between two releases that are kept: nobody pins them, but a page may still have the script of the last one. */
const buildsKept = 10

const isBuild = (release: string) => release.includes('-')

/** Names of the releases in a folder; one that is half written has another name. */
export const releasesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).filter(
        (name) => releaseName.test(name) && existsSync(join(folder, name, 'integrity.json')),
      )
    : []

/**
 * Copies what was built to where releases are kept, and clears out builds between releases but the ten newest. Released
 * versions stay until the operator deletes them: websites pin them. Throws what the disk throws.
 */
export function keepRelease(built: string, kept: string, now: Date): void {
  for (const release of releasesIn(built)) {
    const target = join(kept, release)
    if (!existsSync(target)) {
      mkdirSync(kept, { recursive: true })
      const half = join(kept, `.${release}.${process.pid}`)
      cpSync(join(built, release), half, { recursive: true })
      try {
        renameSync(half, target)
      } catch (error) {
        // Another process that starts at the same time was first.
        rmSync(half, { recursive: true, force: true })
        if (!existsSync(target)) throw error
      }
    }
    utimesSync(join(target, 'integrity.json'), now, now)
  }
  const age = (release: string) => statSync(join(kept, release, 'integrity.json')).mtimeMs
  const builds = releasesIn(kept)
    .filter(isBuild)
    .map((release) => ({ release, age: age(release) }))
    .sort((one, other) => other.age - one.age)
  for (const { release } of builds.slice(buildsKept))
    rmSync(join(kept, release), { recursive: true, force: true })
}

/** What is kept: how many releases, and how many bytes. */
export function keptReleases(folder: string): { readonly count: number; readonly bytes: number } {
  const releases = releasesIn(folder)
  const sizes = releases.flatMap((release) =>
    globSync('**/*.*', { cwd: join(folder, release) }).map(
      (file) => statSync(join(folder, release, file)).size,
    ),
  )
  return { count: releases.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
