import { ImportError } from './profile.ts'

/** What the operating system calls it, and what somebody at the command line can do about it. */
const known: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check how it is written, and from which folder the command runs',
  ENOTDIR: 'does not exist: a part of its path is a file, not a folder',
  ENAMETOOLONG: 'has a name that is too long: check the path',
  EISDIR: 'is a folder: name one file in it',
  EACCES: 'may not be read by this user: check its rights and those of its folder',
  EPERM: 'may not be read by this user: check its rights and those of its folder',
}

/** Why a file could not be read, in a sentence. */
export function readFailure(cause: unknown): ImportError {
  if (cause instanceof ImportError) return cause
  const { code = '', path } = cause as { readonly code?: string; readonly path?: string }
  const words = known[code]
  if (words) return new ImportError(`The file ${path ? `${path} ` : ''}${words}.`, { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ImportError(`The file cannot be read: ${reason.replace(/\.$/, '')}.`, { cause })
}
