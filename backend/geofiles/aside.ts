import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for copies and unpacked parts, and its end. */
export interface Aside {
  readonly folder: string
  readonly remove: () => void
}

export function makeAside(parent = tmpdir()): Aside {
  const folder = mkdtempSync(join(parent, 'amtsweg-geofile-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}
