/** Path of the file that a `sqlite:` address names; undefined for a database in memory and for other engines. */
export function databaseFile(url: string): string | undefined {
  if (!url.startsWith('sqlite:')) return undefined
  const path = url.replace(/^sqlite:(?:\/\/)?/, '')
  return path === ':memory:' ? undefined : path
}
