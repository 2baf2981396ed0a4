import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Release } from '@amtsweg/embed/release.ts'

const hashOf = (path: string) => createHash('sha384').update(readFileSync(path)).digest('base64')

/**
 * What a release in a folder says of itself; undefined where it is not there, or not what it was: a power cut leaves files empty, a disk
 * leaves them wrong, and a page that runs another one's would never know.
 */
export function wholeRelease(path: string, name = basename(path)): Release | undefined {
  try {
    const release = JSON.parse(readFileSync(join(path, 'integrity.json'), 'utf8')) as Release
    const isWhole = Object.entries(release.files).every(
      ([file, { integrity }]) => integrity === `sha384-${hashOf(join(path, file))}`,
    )
    return isWhole && release.release === name ? release : undefined
  } catch {
    return undefined
  }
}
