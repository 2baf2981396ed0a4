import { createHash } from 'node:crypto'
import type { ImportScheduleRow, ImportStep } from './import/index.ts'
import { openImportFile } from './import/index.ts'
import { type FolderPlan, planFolder, profileNamed } from './profiles.ts'

export const isWebAddress = (origin: string): boolean => /^https?:\/\//i.test(origin)

/** Name under which a fetched file is kept: some profiles read it, so it is that of the address where that is a decent one. */
export function fileName(address: string): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? ''
  return /^[\w-][\w.-]{0,99}$/.test(last) ? last : 'file'
}

/** What importing a file or folder for a schedule comes to. Throws ImportError where it cannot be told. */
export function planOf(
  { profile, source_id: id, source_name: name }: ImportScheduleRow,
  path: string,
): Pick<FolderPlan, 'steps' | 'retire'> {
  if (profile === null) return planFolder(path)
  const source = { ...(id === null ? {} : { id }), ...(name === null ? {} : { name }) }
  return { steps: [{ profile: profileNamed(profile), path, source }], retire: [] }
}

/** Tells these files from others: SHA-256 of the one, unpacked, or of all their names and checksums. */
export async function checksumOf(steps: readonly ImportStep[]): Promise<string> {
  const checksums: string[] = []
  for (const { path } of steps) checksums.push(await openImportFile(path).checksum())
  const [only] = checksums
  if (only !== undefined && checksums.length === 1) return only
  const lines = steps.map(({ profile, path }, index) => `${profile.name} ${path} ${checksums[index]}`)
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
