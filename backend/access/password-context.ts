import type { Db } from '../database/database.ts'
import { findAuthority } from './repository.ts'
import { grantsOf } from './repository-clerks.ts'

interface Owner {
  readonly name: string
  readonly email: string
  /** Host name of this server. */
  readonly home: string
}

/** What an attacker knows of whose password it is: name, address, where they work, and what this server is called. */
export async function passwordContext(
  db: Db,
  clerk: string | null,
  { name, email, home }: Owner,
): Promise<readonly string[]> {
  const grants = clerk === null ? [] : await grantsOf(db, clerk)
  const authorities = await Promise.all(
    grants.flatMap(({ authority }) => (authority === null ? [] : [findAuthority(db, authority)])),
  )
  const names = authorities.flatMap((one) => (one ? [one.id, ...Object.values(one.names)] : []))
  return [name, email, home, ...names]
}
