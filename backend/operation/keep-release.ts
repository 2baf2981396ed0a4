import { randomUUID } from 'node:crypto'
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
import { basename, dirname, join } from 'node:path'
import { releaseName } from '@amtsweg/embed/release.ts'
import { wholeRelease } from './whole-release.ts'

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

/** How long a copy may take, in milliseconds; what is half written after that will never be whole. */
const longestCopy = 86_400_000

/**
 * Copies what was built to where releases are kept, and clears out builds between releases but the ten newest. Released
 * versions stay until the operator deletes them: websites pin them. One that is no longer what it was is put right. Throws
 * what the disk throws.
 */
export function keepRelease(built: string, kept: string, now: Date): void {
  clearHalves(kept, now)
  for (const release of releasesIn(built)) {
    const target = join(kept, release)
    // A power cut may have left it with empty files. A whole one stays, whatever it says: its bytes are known to the world.
    if (!wholeRelease(target)) copyTo(target, join(built, release))
    // Of released versions nobody asks the age, and they may lie on a disk that cannot be written.
    if (isBuild(release)) utimesSync(join(target, 'integrity.json'), now, now)
  }
  const builds = releasesIn(kept)
    .filter(isBuild)
    .map((release) => ({ release, age: changedAt(join(kept, release, 'integrity.json')) }))
    .sort((one, other) => other.age - one.age)
  for (const { release } of builds.slice(buildsKept))
    rmSync(join(kept, release), { recursive: true, force: true })
}

/** Under another name until it is whole. Containers share numbers of processes, so the name has none. */
function copyTo(target: string, source: string): void {
  const kept = dirname(target)
  const release = basename(target)
  const half = join(kept, `.${release}.${randomUUID()}`)
  mkdirSync(kept, { recursive: true })
  try {
    cpSync(source, half, { recursive: true })
    if (!wholeRelease(half, release)) throw new Error(`The copy of release ${release} is not what was built`)
    if (!wholeRelease(target)) rmSync(target, { recursive: true, force: true })
    renameSync(half, target)
  } catch (error) {
    // A full disk must not become fuller with each start.
    rmSync(half, { recursive: true, force: true })
    // Another process that starts at the same time was first.
    if (!wholeRelease(target)) throw error
  }
}

/** Copies that a crash has cut off. */
function clearHalves(kept: string, now: Date): void {
  for (const name of existsSync(kept) ? readdirSync(kept) : []) {
    const path = join(kept, name)
    const [, release = ''] = /^\.(.+)\.[\da-f-]+$/.exec(name) ?? []
    if (releaseName.test(release) && now.getTime() - changedAt(path) > longestCopy)
      rmSync(path, { recursive: true, force: true })
  }
}

/** In milliseconds; what another process has just deleted is as old as can be. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

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
