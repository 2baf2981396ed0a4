import type { BackupKind } from './manifest.ts'

/** A backup as its file name tells. */
export interface NamedBackup {
  readonly name: string
  readonly kind: BackupKind
  /** RFC 3339 UTC. */
  readonly createdAt: string
  readonly encrypted: boolean
}

const pattern =
  /^amtsweg-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(-before-upgrade)?\.backup\.tar(\.age)?$/

/** Name of a backup's file: sorted by name they are sorted by age. No colons: some file systems know none. */
export function backupName(createdAt: Date, kind: BackupKind, encrypted: boolean): string {
  const time = createdAt.toISOString().slice(0, 19).replaceAll(':', '-')
  return `amtsweg-${time}Z${kind === 'upgrade' ? '-before-upgrade' : ''}.backup.tar${encrypted ? '.age' : ''}`
}

/** The backups among the files of a folder, the newest first; other files are nobody's business. */
export function backupsAmong(names: readonly string[]): readonly NamedBackup[] {
  return names
    .flatMap((name): NamedBackup[] => {
      const [, day, hour, minute, second, upgrade, age] = pattern.exec(name) ?? []
      if (!day) return []
      const createdAt = `${day}T${hour}:${minute}:${second}.000Z`
      return [{ name, kind: upgrade ? 'upgrade' : 'manual', createdAt, encrypted: age !== undefined }]
    })
    .sort((one, other) => (one.name < other.name ? 1 : -1))
}

/** What a backup is called while it is made. */
const unfinished = /^amtsweg-.*[.]backup[.]tar(?:[.]age)?[.][0-9a-f]{8}[.]part$/

/** Backups among the files of a folder that were never finished, or are being made. */
export const unfinishedAmong = (names: readonly string[]): readonly string[] =>
  names.filter((name) => unfinished.test(name))

/** What may go where so many backups of one kind are kept. Those made before upgrades are counted for themselves. */
export const surplus = (names: readonly string[], kind: BackupKind, keep: number): readonly string[] =>
  backupsAmong(names)
    .filter((backup) => backup.kind === kind)
    .slice(keep)
    .map(({ name }) => name)
