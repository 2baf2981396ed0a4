/** An operation was refused or could not be done; the message tells an administrator why, and what to do. */
export class OperationError extends Error {
  override name = 'OperationError'
}

/** What the disk said, in words; undefined for what is no failure of a disk. */
export function explainDisk(error: unknown, path: string): OperationError | undefined {
  const { code = '' } = error as { code?: string }
  if (code.startsWith('SQLITE_')) return explainSqlite(error, code)
  const words: Readonly<Record<string, string>> = {
    ENOSPC: `There is no room left for ${path}: free some, or choose another disk.`,
    EACCES: `${path} may not be read or written by this user: check its rights and those of its folder.`,
    EPERM: `${path} may not be read or written by this user: check its rights and those of its folder.`,
    EROFS: `${path} lies on a disk that can only be read: choose another folder.`,
    ENOENT: `${path} does not exist.`,
    ENOTDIR: `A part of ${path} is a file where a folder should be.`,
    EEXIST: `${path} is a file, not a folder.`,
    EISDIR: `${path} is a folder, not a file.`,
  }
  return words[code] ? new OperationError(words[code], { cause: error }) : undefined
}

/** What SQLite said of a file that it cannot use; undefined for what is no failure of the file. */
function explainSqlite(cause: unknown, code: string): OperationError | undefined {
  if (/^SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM)/.test(code))
    return new OperationError(
      'The database file cannot be opened or written: check DATABASE_URL, the rights on the file and its folder, and that you are the user the server runs as.',
      { cause },
    )
  if (code === 'SQLITE_FULL')
    return new OperationError('There is no room left on the disk of the database: make room first.', {
      cause,
    })
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code))
    return new OperationError(
      'The file in DATABASE_URL is not a usable SQLite database, or damaged: restore a backup or choose another file.',
      { cause },
    )
  return undefined
}
