/** Path of the file that a `sqlite:` address names; undefined for a database in memory and for other engines. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith('sqlite:')) return undefined
  const path = url.replace(/^sqlite:(?:\/\/)?/, '')
  return path === ':memory:' ? undefined : path
}

/** The address as it may be shown: without passwords. */
export const shownAddress = (url: string): string =>
  // A password may hold any sign, however wrong: it ends with the last @.
  url.replace(/(:\/\/[^/@:]*):.*@/, '$1:***@').replace(/\b((?:ssl)?password)=[^&#]*/gi, '$1=***')

/** Whether the driver can read an address of PostgreSQL; one of a socket has no host. */
export const isServerAddress = (url: string): boolean => URL.canParse(url.replace(/@\//, '@localhost/'))
