/** An operation was refused or could not be done; the message tells an administrator why, and what to do. */
export class OperationError extends Error {
  override name = 'OperationError'
}

/** What the disk said, in words; undefined for what is no failure of a disk. */
export function explainDisk(error: unknown, path: string): OperationError | undefined {
  const { code = '' } = error as { code?: string }
  const words: Readonly<Record<string, string>> = {
    ENOSPC: `There is no room left for ${path}: free some, or choose another disk.`,
    EACCES: `${path} may not be read or written by this user: check its rights and those of its folder.`,
    EPERM: `${path} may not be read or written by this user: check its rights and those of its folder.`,
    EROFS: `${path} lies on a disk that can only be read: choose another folder.`,
    ENOENT: `${path} does not exist.`,
    ENOTDIR: `A part of ${path} is a file where a folder should be.`,
    EISDIR: `${path} is a folder, not a file.`,
  }
  return words[code] ? new OperationError(words[code], { cause: error }) : undefined
}
