import type { ServerFacts } from '../../database/server-facts.ts'
import { oldestPostgres } from '../database-server.ts'
import { inWords } from '../disk-room.ts'
import { type Finding, fine, problem, warning } from './finding.ts'

/** Whether the server is one that its makers still mend. */
export function serverFinding({ version, bytes, encoding }: ServerFacts): Finding {
  const what = `PostgreSQL ${version}, the database has ${inWords(bytes)}`
  if (version < oldestPostgres)
    return problem('server', what, `Upgrade the server: Amtsweg needs PostgreSQL ${oldestPostgres} or newer.`)
  if (encoding !== 'UTF8')
    return problem('server', `${what} as ${encoding}`, "Create a database with ENCODING 'UTF8' and copy it.")
  return fine('server', what)
}

/** Leases and expiry are told by the clocks of all processes; the server's is one to compare with. */
export function serverClockFinding({ ahead }: ServerFacts): Finding {
  const seconds = Math.round(Math.abs(ahead) / 1000)
  const what = `The clock is ${seconds} s ${ahead < 0 ? 'behind' : 'ahead of'} the database server's`
  if (seconds <= 5) return fine('server-clock', what)
  const todo = 'Switch time synchronisation on, on both: timedatectl set-ntp true'
  return seconds > 60 ? problem('server-clock', what, todo) : warning('server-clock', what, todo)
}

/** Whether all processes together may open the connections they are allowed. */
export function poolFinding({ connections }: ServerFacts, poolSize: number, processes: number): Finding {
  const wanted = poolSize * processes
  const what = `${processes} processes may open ${wanted} connections, the server takes ${connections} in all`
  if (wanted <= connections * 0.9) return fine('connections', what)
  return warning(
    'connections',
    what,
    'Lower AMTSWEG_POOL_SIZE, raise max_connections, or put PgBouncer in between.',
  )
}
